import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import i18next from "i18next";
import type { Locale } from "#platform/i18n/locale.ts";
import { gather } from "#web/i18n/messages.ts";

const folder = join(import.meta.dirname, "../../web/i18n/messages");

/** What the product says in one language, so that a test finds a button by the very text its reader finds it by. */
export interface Words {
  /** "portal-quote:sign.open" as the page shows it. Throws on a text nobody wrote. */
  say: (key: string, values?: Record<string, string | number>) => string;
  /** The same as an expression, whatever fills its gaps: "Pay {{amount}}" matches "Pay €12.00". Mails lose no-break spaces. */
  like: (key: string) => RegExp;
}

export async function wordsOf(locale: Locale): Promise<Words> {
  const ending = `.${locale}.json`;
  const files = readdirSync(folder).filter((name) => name.endsWith(ending));
  const texts = Object.fromEntries(files.map((name) => [name, JSON.parse(readFileSync(join(folder, name), "utf8"))]));
  const i18n = i18next.createInstance();
  await i18n.init({
    lng: locale,
    fallbackLng: false,
    resources: { [locale]: gather(texts) },
    interpolation: { escapeValue: false },
    parseMissingKeyHandler: (key: string) => {
      throw new Error(`no ${locale} text for ${key}`);
    },
  });
  return {
    say: (key, values = {}) => i18n.t(key, values) as string,
    like(key) {
      const parts = (i18n.t(key, { skipInterpolation: true }) as string).split(/\{\{.*?\}\}/);
      return new RegExp(parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/\s+/g, "\\s+")).join(".+"));
    },
  };
}
