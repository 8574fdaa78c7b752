import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { typesetFrench } from "./typeset-french.ts";

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

test("French is typeset; where it is not, `node scripts/typeset-french.ts` does it", () => {
  assert.equal(
    typesetFrench("L'offre « Pro » : {{n}} ? https://a.b/?c Oui ; non!"),
    "L\u2019offre «\u00a0Pro\u00a0»\u00a0: {{n}}\u202f? https://a.b/?c Oui\u202f; non\u202f!",
  );
  assert.ok(namespaces.includes("common"));
  const wrong = namespaces.flatMap((namespace) =>
    Object.entries(read(`${namespace}.fr.json`))
      .filter(([, text]) => typesetFrench(text) !== text)
      .map(([key, text]) => `${namespace}:${key} "${text}"`),
  );
  assert.deepEqual(wrong, []);
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
