import { sql } from "kysely";
import { type Context, reader } from "#platform/context.ts";

/** What cases and their customers are called. A case is called what its first fact calls it: a name, a number, a subject. */
export async function caseNames(
  ctx: Context,
  process: string,
  cases: readonly { case: string; customerId: string | null }[],
): Promise<{ cases: Map<string, string>; customers: Map<string, string> }> {
  const db = reader(ctx);
  const ids = cases.map((each) => each.case);
  const { rows } = await sql<{ case_id: string; name: string | null }>`
    select c.case_id, coalesce(e.data ->> 'name', e.data ->> 'number', e.data ->> 'subject') as name
    from unnest(${ids}::uuid[]) c(case_id)
    cross join lateral (select s.event_id from process_steps s where s.process = ${process} and s.case_id = c.case_id order by s.occurred_at, s.position limit 1) s
    join events e on e.id = s.event_id`.execute(db);
  const customers = [...new Set(cases.flatMap((each) => each.customerId ?? []))];
  const named =
    customers.length === 0 ? [] : await db.selectFrom("customers").select(["id", "name"]).where("id", "in", customers).execute();
  return {
    cases: new Map(rows.flatMap((row) => (row.name === null ? [] : [[row.case_id, row.name] as const]))),
    customers: new Map(named.map((row) => [row.id, row.name])),
  };
}
