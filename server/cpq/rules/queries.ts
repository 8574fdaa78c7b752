import type { Selectable } from "kysely";
import type { DB } from "#db/schema.ts";
import { type Context, reader } from "#platform/context.ts";
import { found } from "#platform/errors.ts";
import { analyseRules, type RulesAnalysis } from "./analyse-rules.ts";
import { type Fault, faultsOf } from "./check-table.ts";
import type { Bilingual, DecisionTable, TableOutput } from "./decision-table.ts";
import { loadTable } from "./load-table.ts";
import type { Draft } from "./try-table.ts";

const mostVersions = 100;

/** Every decision table, with how many of its rules somebody should look at. */
export async function listTables(ctx: Context) {
  const rows = await reader(ctx).selectFrom("decision_tables").selectAll().orderBy("key").execute();
  const names = await namesOf(
    ctx,
    rows.map(({ updated_by }) => updated_by),
  );
  return { rows: rows.map((row) => shown(row, names)) };
}

/** One table: its rules, what the engine finds in them, and its versions, newest first. */
export async function showTable(ctx: Context, input: { key: string }) {
  const row = found(
    await reader(ctx).selectFrom("decision_tables").selectAll().where("key", "=", input.key).executeTakeFirst(),
    "decision table",
    input.key,
  );
  const versions = await reader(ctx)
    .selectFrom("decision_table_versions")
    .select(["version", "changed_at", "changed_by"])
    .where("key", "=", input.key)
    .orderBy("version", "desc")
    .limit(mostVersions)
    .execute();
  const names = await namesOf(ctx, [row.updated_by, ...versions.map(({ changed_by }) => changed_by)]);
  const table = shown(row, names);
  return {
    ...table,
    analysis: analyseRules(table),
    versions: versions.map((each) => ({
      version: each.version,
      changedAt: each.changed_at,
      changedByName: names.get(each.changed_by) ?? null,
    })),
  };
}

/** The rules as they were in a version, to look at or to take up again. */
export async function showVersion(ctx: Context, input: { key: string; version: number }) {
  const row = found(
    await reader(ctx)
      .selectFrom("decision_table_versions")
      .select(["content", "changed_at"])
      .where("key", "=", input.key)
      .where("version", "=", input.version)
      .executeTakeFirst(),
    "version",
    `${input.key} ${input.version}`,
  );
  const { hitPolicy, rules } = row.content as unknown as DecisionTable;
  return { version: input.version, changedAt: row.changed_at, hitPolicy, rules: [...rules] };
}

/** What is wrong with rules that are not saved yet: faults with their place; without any, what the engine finds in them. */
export async function checkDraft(
  ctx: Context,
  input: Draft & { key: string },
): Promise<{ faults: Fault[]; analysis: RulesAnalysis | null }> {
  const table = await loadTable(ctx, input.key);
  const faults = faultsOf(table, input.rules);
  const unreadable = faults.some(({ column }) => table.inputs.some(({ name }) => name === column));
  return { faults, analysis: unreadable ? null : analyseRules({ ...table, hitPolicy: input.hitPolicy, rules: input.rules }) };
}

/** Who changed what, by name; what came with the installation has nobody's. */
async function namesOf(ctx: Context, ids: readonly (string | null)[]): Promise<ReadonlyMap<string, string>> {
  const people = ids.filter((id): id is string => id !== null && /^[0-9a-f-]{36}$/.test(id));
  if (people.length === 0) return new Map();
  const rows = await reader(ctx).selectFrom("staff").select(["id", "name"]).where("id", "in", people).execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

function shown(row: Selectable<DB["decision_tables"]>, names: ReadonlyMap<string, string>) {
  const table = {
    hitPolicy: row.hit_policy as DecisionTable["hitPolicy"],
    inputs: [...(row.inputs as DecisionTable["inputs"])],
    rules: [...(row.rules as DecisionTable["rules"])],
  };
  return {
    key: row.key,
    name: row.name as Bilingual,
    usedBy: row.used_by as Bilingual | null,
    ...table,
    outputs: row.outputs as unknown as TableOutput[],
    version: row.version,
    updatedAt: row.updated_at,
    updatedByName: (row.updated_by && names.get(row.updated_by)) ?? null,
    warnings: analyseRules(table).warnings,
  };
}
