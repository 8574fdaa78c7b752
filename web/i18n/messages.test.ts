import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

const web = join(import.meta.dirname, "..");
const folder = join(import.meta.dirname, "messages");
type Texts = { [key: string]: string | Texts };
const read = (name: string): Record<string, string> => flatten(JSON.parse(readFileSync(join(folder, name), "utf8")) as Texts);
const flatten = (texts: Texts, path = ""): Record<string, string> =>
  Object.assign(
    {},
    ...Object.entries(texts).map(([key, text]) =>
      typeof text === "string" ? { [path + key]: text } : flatten(text, `${path}${key}.`),
    ),
  );
const namespaces = [...new Set(readdirSync(folder).map((name) => name.split(".")[0] ?? ""))];

test("French is typeset: a no-break space before ; : ! ? and inside « », the curly apostrophe", () => {
  assert.ok(namespaces.includes("common"));
  for (const namespace of namespaces) {
    for (const [key, text] of Object.entries(read(`${namespace}.fr.json`))) {
      const prose = text.replace(/\{\{.*?\}\}|https?:\S+|<.*?>/g, "x");
      assert.doesNotMatch(prose, / [;:!?»]|« |[\p{L}][;!?](\s|$)|\p{L}:\s|\p{L}'\p{L}/u, `${namespace}:${key} "${text}"`);
    }
  }
});

test("every key a screen asks for literally is written", () => {
  const known = new Map(namespaces.map((namespace) => [namespace, new Set(Object.keys(read(`${namespace}.en.json`)))]));
  const has = (namespace: string, key: string): boolean => {
    const keys = known.get(namespace);
    return !!keys && (keys.has(key) || keys.has(`${key}_other`));
  };
  const missing: string[] = [];
  for (const file of readdirSync(web, { recursive: true, encoding: "utf8" })) {
    if (!/\.tsx?$/.test(file) || file.endsWith(".test.ts") || file.startsWith("i18n")) continue;
    const source = readFileSync(join(web, file), "utf8");
    for (const [, name, namespace = "common"] of source.matchAll(/const (\w+) = useT\((?:"([\w-]+)")?\)/g)) {
      for (const [, asked = ""] of source.matchAll(new RegExp(`(?<![\\w.])${name}\\("([^"$]+)"`, "g"))) {
        const [space, key] = asked.includes(":") ? (asked.split(":") as [string, string]) : [namespace, asked];
        if (!has(space, key) && !has("common", key)) missing.push(`${file}: ${space}:${key}`);
      }
    }
  }
  assert.deepEqual(missing, []);
});
