import { sql } from "kysely";
import { type Context, reader } from "#platform/context.ts";
import { decodeCursor, page } from "#platform/page.ts";
import { before, eventColumns, toTimelineEvent, withNames } from "./event-row.ts";
import { seeCustomer } from "./visible.ts";

interface Filter {
  customerId: string;
  cursor?: string | undefined;
  limit: number;
  stage?: string | undefined;
  type?: string | undefined;
  contactId?: string | undefined;
}

/**
 * One customer's whole line, newest first: what happened to the account and those merged into it, to its people, and to
 * the anonymous visitors who turned out to be these people. Each source is read along its own index and cut to one page
 * before they are put together.
 */
export async function showTimeline(ctx: Context, filter: Filter) {
  const db = reader(ctx);
  await seeCustomer(ctx, db, filter.customerId);
  const cursor = filter.cursor ? decodeCursor(filter.cursor, 2) : undefined;
  const size = filter.limit + 1;
  const wanted = sql`${before(cursor)}
    and (${filter.stage ?? null}::text is null or e.stage = ${filter.stage ?? null})
    and (${filter.type ?? null}::text is null or e.type = ${filter.type ?? null})
    and (${filter.type ?? null}::text is not null or e.type not in ('customer.changed', 'contact.changed', 'message.delivered'))`; // read in the history, or said by what was sent
  const newest = sql`order by e.occurred_at desc, e.position desc limit ${size}`;
  const contact = filter.contactId ?? null;
  const { rows } = await withNames(sql`
    with family as (select id from customers where id = ${filter.customerId} or merged_into_id = ${filter.customerId}),
    people as (select id from contacts where customer_id in (select id from family) and (${contact}::uuid is null or ${contact}::uuid in (id, merged_into_id))),
    visitors as (select distinct i.value_norm::uuid as id from identifiers i join people p on p.id = i.contact_id where i.kind = 'visitor')
    select * from (
      select e.* from family f cross join lateral (select ${eventColumns} from events e where e.customer_id = f.id and (${contact}::uuid is null or e.contact_id in (select id from people)) and ${wanted} ${newest}) e
      union all
      select e.* from people p cross join lateral (select ${eventColumns} from events e where e.contact_id = p.id and e.customer_id is null and ${wanted} ${newest}) e
      union all
      select e.* from visitors v cross join lateral (select ${eventColumns} from events e where e.subject_id = v.id and e.customer_id is null and e.contact_id is null and ${wanted} ${newest}) e
    ) e ${newest}`).execute(db);
  const cut = page(sorted(rows), filter.limit, (row) => [row.occurred_at, row.position]);
  return { rows: cut.rows.map(toTimelineEvent), nextCursor: cut.nextCursor };
}

/** Names are joined last, and a join need not keep an order. */
export const sorted = <T extends { occurred_at: Date; position: bigint }>(rows: T[]): T[] =>
  rows.sort((a, b) => b.occurred_at.getTime() - a.occurred_at.getTime() || (b.position > a.position ? 1 : -1));
