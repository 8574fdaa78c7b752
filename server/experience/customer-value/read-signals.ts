import { sql } from "kysely";
import type { Tx } from "#platform/database.ts";
import type { Signals } from "./score-customer.ts";

const dayMs = 86_400_000;
export const halfYearMs = 183 * dayMs;

/** What the half year before a moment says about customers: `until` is now, or when the customer left. */
export async function readSignals(
  tx: Tx,
  customers: readonly { customerId: string; until: Date }[],
): Promise<Map<string, Signals>> {
  if (customers.length === 0) return new Map();
  const { rows } = await sql<{ customer_id: string; type: string; count: number; last: Date; score: number | null }>`
    select e.customer_id, e.type, count(*)::int as count, max(e.occurred_at) as last,
      (array_agg((e.data->>'score')::float8 order by e.occurred_at desc) filter (where e.type = 'survey.answered' and e.data->>'kind' = 'nps'))[1] as score
    from unnest(${customers.map((each) => each.customerId)}::uuid[], ${customers.map((each) => each.until)}::timestamptz[]) as w (customer_id, until)
    join events e on e.customer_id = w.customer_id and e.occurred_at > w.until - interval '183 days' and e.occurred_at <= w.until
    where e.type in ('survey.answered', 'conversation.opened', 'conversation.resolved', 'complaint.opened', 'order.jeopardised', 'order.promise_moved', 'appointment.missed', 'invoice.overdue', 'invoice.disputed', 'usage.recorded')
    group by e.customer_id, e.type`.execute(tx);
  const born = await tx
    .selectFrom("customers")
    .select(["id", "created_at"])
    .where(sql<boolean>`id = any(${customers.map((each) => each.customerId)}::uuid[])`)
    .execute();
  const createdAt = new Map(born.map((row) => [row.id, row.created_at]));
  const byCustomer = Map.groupBy(rows, (row) => row.customer_id);
  return new Map(
    customers.flatMap(({ customerId, until }) => {
      const created = createdAt.get(customerId);
      return created ? [[customerId, signalsOf(byCustomer.get(customerId) ?? [], created, until)] as const] : [];
    }),
  );
}

function signalsOf(
  rows: readonly { type: string; count: number; last: Date; score: number | null }[],
  created: Date,
  until: Date,
): Signals {
  const of = (type: string) => rows.find((row) => row.type === type);
  const count = (...types: string[]) => types.reduce((total, type) => total + (of(type)?.count ?? 0), 0);
  const used = of("usage.recorded")?.last;
  return {
    nps: of("survey.answered")?.score ?? null,
    openConversations: Math.max(0, count("conversation.opened") - count("conversation.resolved")),
    complaints: count("complaint.opened"),
    brokenPromises: count("order.jeopardised", "order.promise_moved", "appointment.missed"),
    overdueInvoices: count("invoice.overdue"),
    disputes: count("invoice.disputed"),
    daysWithoutUse: used ? (until.getTime() - used.getTime()) / dayMs : null,
    monthsAsCustomer: (until.getTime() - created.getTime()) / (30.44 * dayMs),
  };
}
