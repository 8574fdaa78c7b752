import { type Context, reader } from "#platform/context.ts";
import { refuse } from "#platform/errors.ts";
import { type Bilingual, type DecisionTable, decide, type Facts } from "./decision-table.ts";
import { loadTable } from "./load-table.ts";

export async function listTables(ctx: Context) {
  const rows = await reader(ctx).selectFrom("decision_tables").selectAll().orderBy("key").execute();
  return {
    rows: rows.map((row) => ({
      key: row.key,
      name: row.name as Bilingual,
      hitPolicy: row.hit_policy as DecisionTable["hitPolicy"],
      inputs: [...(row.inputs as DecisionTable["inputs"])],
      rules: [...(row.rules as DecisionTable["rules"])],
      version: row.version,
      updatedAt: row.updated_at,
    })),
  };
}

/** What a table would decide, without deciding anything. */
export async function tryTable(ctx: Context, input: { key: string; facts: Facts }) {
  const table = await loadTable(ctx, input.key);
  try {
    return { version: table.version, fired: decide(table, input.facts) };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return refuse("rules.facts_missing", { problem: error.message });
  }
}
