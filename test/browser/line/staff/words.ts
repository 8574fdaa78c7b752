import { readFileSync } from "node:fs";
import { join } from "node:path";

export type Language = "fr" | "en";
export type Say = (key: string, values?: Record<string, string | number>) => string;

const folder = join(import.meta.dirname, "../../../../web/i18n/messages");

/**
 * The words a screen uses, by their key: `say("leads:action.qualify")`; a key its namespace lacks is one of `common`, and
 * `count` chooses the plural, as on the screens. A test so reads the same in both languages.
 */
export function wordsOf(language: Language): Say {
  const read = new Map<string, Record<string, string>>();
  const textsOf = (namespace: string): Record<string, string> => {
    const known = read.get(namespace) ?? JSON.parse(readFileSync(join(folder, `${namespace}.${language}.json`), "utf8"));
    read.set(namespace, known);
    return known;
  };
  const plural = new Intl.PluralRules(language);
  return (key, values = {}) => {
    const [namespace = "", name = ""] = key.split(/:(.*)/s);
    const many = typeof values["count"] === "number" ? `${name}_${plural.select(values["count"])}` : name;
    const text = [textsOf(namespace)[many], textsOf(namespace)[name], textsOf("common")[name]].find((one) => one !== undefined);
    if (text === undefined) throw new Error(`no screen says ${key} in ${language}`);
    return text.replace(/\{\{(\w+)\}\}/g, (_, field: string) => String(values[field] ?? ""));
  };
}
