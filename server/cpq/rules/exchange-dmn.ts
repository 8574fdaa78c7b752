import { type Context, reader } from "#platform/context.ts";
import { found, refuse } from "#platform/errors.ts";
import type { Bilingual } from "./decision-table.ts";
import { readDmn } from "./engine/dmn/read-dmn.ts";
import { writeDmn } from "./engine/dmn/write-dmn.ts";
import { RuleError } from "./engine/rule-error.ts";
import { loadTable } from "./load-table.ts";
import { rulesOfModel, tableAsModel, UnfitModel } from "./table-as-dmn.ts";

/** The table as it stands, as a DMN 1.5 file. */
export async function exportDmn(ctx: Context, input: { key: string }) {
  const table = await namedTable(ctx, input.key);
  return { fileName: `${table.key}-v${table.version}.dmn`, xml: await writeDmn(tableAsModel(table)) };
}

/** The rules in a DMN file, as a draft for this table: to be looked at, then saved like any other change. Writes nothing. */
export async function readDmnDraft(ctx: Context, input: { key: string; xml: string }) {
  const table = await namedTable(ctx, input.key);
  try {
    return rulesOfModel(await readDmn(input.xml), table);
  } catch (error) {
    if (error instanceof UnfitModel) return refuse("rules.dmn_unfit", { problem: error.says[ctx.locale] });
    if (error instanceof RuleError) return refuse("rules.dmn_unreadable", { problem: error.message.slice(0, 300) });
    throw error;
  }
}

async function namedTable(ctx: Context, key: string) {
  const table = await loadTable(ctx, key);
  const row = await reader(ctx).selectFrom("decision_tables").select("name").where("key", "=", key).executeTakeFirst();
  return { ...table, name: found(row, "decision table", key).name as Bilingual };
}
