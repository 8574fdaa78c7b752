import { sql } from "kysely";
import { type Context, reader } from "#platform/context.ts";
import { inScope } from "#record/customers/visible.ts";

/** Those of customers the reader may see, and those of no customer yet. Figures count everyone; lists show these. */
export async function visibleCases<T extends { customerId: string | null }>(
  ctx: Context,
  cases: readonly T[],
): Promise<readonly T[]> {
  const { actor } = ctx;
  if (actor.kind !== "staff" || actor.scope === "all") return cases;
  const ids = [...new Set(cases.flatMap((each) => each.customerId ?? []))];
  const { rows } = await sql<{ id: string }>`
    select id from customer_list where id = any(${ids}::uuid[]) and ${inScope(ctx, "customer_list")}`.execute(reader(ctx));
  const seen = new Set(rows.map((row) => row.id));
  return cases.filter((each) => each.customerId === null || seen.has(each.customerId));
}
