import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import type { App } from "#platform/context.ts";

const otherNames: Record<string, string> = {
  owner: "staff",
  approver: "staff",
  seller: "staff",
  technician: "staff",
  account: "customers",
};
const snake = (text: string): string => text.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Real ids of the demo by field name ("customerId" -> the first of customers), so that one foreign id at a time can be told. */
export async function knownIds(app: App): Promise<(field: string) => string> {
  const { rows: tables } = await sql<{ name: string }>`
    select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'id' and data_type = 'uuid'`.execute(
    app.db,
  );
  const first = new Map<string, string>();
  for (const { name } of tables) {
    const { rows } = await sql<{ id: string }>`select id from ${sql.id(name)} order by id limit 1`.execute(app.db);
    if (rows[0]) first.set(name, rows[0].id);
  }
  const made = new Map<string, string>();
  const own = (field: string) => made.get(field) ?? made.set(field, randomUUID()).get(field)!;
  return (field) => {
    const word = field.replace(/Ids?$/, "");
    const plural = otherNames[word] ?? `${snake(word)}s`;
    return first.get(plural) ?? first.get(snake(word)) ?? own(field);
  };
}
