/** Sets the spaces and apostrophes of every French message as printers do: `node scripts/typeset-french.ts`. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { typesetFrench } from "#web/i18n/typeset-french.ts";

const folder = join(import.meta.dirname, "../web/i18n/messages");
for (const name of readdirSync(folder).filter((file) => file.endsWith(".fr.json"))) {
  const path = join(folder, name);
  const before = readFileSync(path, "utf8");
  const texts = JSON.parse(before, (_key, value: unknown) =>
    typeof value === "string" ? typesetFrench(value) : value,
  ) as unknown;
  const after = `${JSON.stringify(texts, null, 2)}\n`;
  if (after === before) continue;
  writeFileSync(path, after);
  console.log(`typeset ${name}`);
}
