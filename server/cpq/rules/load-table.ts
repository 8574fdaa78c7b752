import { type Context, reader } from "#platform/context.ts";
import { found } from "#platform/errors.ts";
import type { DecisionTable, TableOutput } from "./decision-table.ts";

export interface LoadedTable extends DecisionTable {
  key: string;
  version: number;
  outputs: readonly TableOutput[];
}

/** A decision table as it stands now, with its version to keep beside what it decided. */
export async function loadTable(ctx: Context, key: string): Promise<LoadedTable> {
  const row = found(
    await reader(ctx).selectFrom("decision_tables").selectAll().where("key", "=", key).executeTakeFirst(),
    "decision table",
    key,
  );
  return {
    key: row.key,
    version: row.version,
    hitPolicy: row.hit_policy as DecisionTable["hitPolicy"],
    inputs: row.inputs as DecisionTable["inputs"],
    outputs: row.outputs as unknown as TableOutput[],
    rules: row.rules as DecisionTable["rules"],
  };
}
