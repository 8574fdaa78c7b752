import { sql } from "kysely";
import { type Context, reader } from "#platform/context.ts";
import { type CaseTrace, keepCases } from "./case-filter.ts";
import type { ProcessDefinition, Trait } from "./definition.ts";

const maxCases = 50_000;
const dayMs = 86_400_000;

/** Which cases are looked at: those under way at some time of the period (the last `days` when no `from`; all without either). */
export interface CaseQuestion {
  from?: Date | undefined;
  to?: Date | undefined;
  days?: number | undefined;
  where?: string[] | undefined;
}

export interface LoadedCases {
  cases: CaseTrace[];
  from: Date | null;
  to: Date;
  /** True when the period holds more cases than are read: those that ended last are. */
  truncated: boolean;
}

interface Row {
  case_id: string;
  customer_id: string | null;
  path: string;
  times: number[];
  traits: CaseTrace["traits"];
  segment: string | null;
}

/** The cases of a process in a period, whole lives, in the order in which they ended, newest first. */
export async function loadCases(ctx: Context, process: ProcessDefinition, input: CaseQuestion): Promise<LoadedCases> {
  const to = input.to ?? new Date(ctx.now.getTime() + 1);
  const from = input.from ?? (input.days === undefined ? null : new Date(to.getTime() - input.days * dayMs));
  const { rows } = await sql<Row>`
    select p.case_id, p.customer_id, p.path, p.times, p.traits, c.segment from process_cases p left join customers c on c.id = p.customer_id
    where p.process = ${process.key} and p.started_at < ${to} and (${from}::timestamptz is null or p.ended_at >= ${from})
    order by p.ended_at desc, p.case_id limit ${maxCases + 1}`.execute(reader(ctx));
  const cases = rows.slice(0, maxCases).map(
    (row): CaseTrace => ({
      case: row.case_id,
      activities: row.path.split(" "),
      times: row.times,
      customerId: row.customer_id,
      traits: row.segment === null ? row.traits : { ...row.traits, segment: row.segment },
    }),
  );
  return { cases: keepCases(cases, input.where ?? [], process.model), from, to, truncated: rows.length > maxCases };
}

/** How a trait reads: campaigns by their name. */
export async function traitNames(ctx: Context, trait: Trait, values: readonly string[]): Promise<Map<string, string>> {
  if (trait !== "campaign" || values.length === 0) return new Map();
  const rows = await reader(ctx)
    .selectFrom("campaign_list")
    .select(["id", "name"])
    .where("id", "in", [...values])
    .execute();
  return new Map(rows.map((row) => [row.id!, row.name!]));
}
