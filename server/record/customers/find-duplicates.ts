import { sql } from "kysely";
import type { Context } from "#platform/context.ts";
import type { Database } from "#platform/database.ts";
import { seeCustomer } from "./visible.ts";

type Reason = "siren" | "vat_number" | "name" | "email" | "phone" | "external";

/**
 * Accounts that may be the same company or person. Each reason is worth so much on its own (registry number 0.95, VAT
 * number 0.95, a mailbox in common 0.8, the same name 0.6, a telephone in common 0.5); together they count as
 * independent: 1 - product of (1 - worth). Advice only.
 */
export async function findDuplicates(db: Database, customerId: string, limit = 20) {
  const { rows } = await sql<{ id: string; number: string; name: string; city: string | null; score: number; reasons: Reason[] }>`
    with me as (select id, siren, vat_number, name_key from customers where id = ${customerId}),
    mine as (select kind, value_norm from identifiers where customer_id = ${customerId} and kind in ('email', 'phone')),
    hits as (
      select c.id, 'siren' as reason, 0.95::float8 as worth from customers c, me where c.siren = me.siren
      union select c.id, 'vat_number', 0.95 from customers c, me where c.vat_number = me.vat_number
      union select c.id, 'name', 0.6 from customers c, me where c.name_key = me.name_key and me.name_key <> '' and c.merged_into_id is null
      union select i.customer_id, i.kind, case i.kind when 'email' then 0.8 else 0.5 end from identifiers i join mine using (kind, value_norm)
    )
    select c.id, c.number, c.name, c.billing_address ->> 'city' as city, round((1 - exp(sum(ln(1 - h.worth))))::numeric, 3)::float8 as score, array_agg(h.reason order by h.worth desc, h.reason) as reasons
    from hits h join customers c on c.id = h.id
    where c.id <> ${customerId} and c.merged_into_id is null
    group by c.id, c.number, c.name, c.billing_address order by score desc, c.number limit ${limit}`.execute(db);
  return rows.map(({ id, ...row }) => ({ customerId: id, ...row }));
}

export async function listDuplicates(ctx: Context, input: { customerId: string }) {
  await seeCustomer(ctx, ctx.app.db, input.customerId);
  return { rows: await findDuplicates(ctx.app.db, input.customerId) };
}
