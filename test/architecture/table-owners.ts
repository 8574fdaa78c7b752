import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { lineOf, root, type SourceFile } from "./source-files.ts";

/** Which module owns each table: the one named on the first line of the migration that creates it. */
export function tableOwners(): Map<string, string> {
  const owners = new Map<string, string>();
  for (const path of globSync("db/migrations/*.sql", { cwd: root }).sort()) {
    const text = readFileSync(join(root, path), "utf8");
    const owner = /^-- module: (\S+)/.exec(text)?.[1];
    if (owner === undefined) throw new Error(`${path} does not open with "-- module: <id>"`);
    for (const [, table = ""] of text.matchAll(/create\s+(?:unlogged\s+)?table\s+(?:if\s+not\s+exists\s+)?([\w.]+)/gi))
      owners.set(table, owner);
  }
  return owners;
}

const builder = /\.(?:insertInto|updateTable|deleteFrom|mergeInto)\(\s*["'`](\w+)/g;
const inserted = /\b(?:insert\s+into|delete\s+from|truncate(?:\s+table)?|merge\s+into|copy)\s+"?([\w.]+)"?/gi;
const updated = /\bupdate\s+"?([\w.]+)"?(?:\s+(?:as\s+)?\w+)?\s+set\b/gi;

export type TableWrite = { table: string; line: number };

/** Every table a file writes to, through the query builder or in SQL of its own. */
export function tableWrites({ text }: SourceFile): TableWrite[] {
  const code = text.replaceAll(/^\s*(?:\/\/|\*|\/\*).*$/gm, ""); // same lines, no comments
  return [builder, inserted, updated].flatMap((pattern) =>
    [...code.matchAll(pattern)].map((match) => ({ table: match[1] ?? "", line: lineOf(code, match.index) })),
  );
}
