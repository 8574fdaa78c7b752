import { sql } from "kysely";
import { reader } from "#platform/context.ts";
import type { ExportForm } from "#platform/exporter.ts";
import { inSnapshot } from "#platform/stream-rows.ts";

const eventAttributes = ["channel", "stage", "actor"].map((name) => ({ name, type: "string" }));

interface ObjectRow {
  id: string;
  type: string;
  name: string | null;
}
interface EventRow {
  id: string;
  type: string;
  occurred_at: Date;
  customer_id: string | null;
  contact_id: string | null;
  subject_id: string;
  subject_type: string;
  channel: string | null;
  stage: string | null;
  actor: string;
}

/**
 * The events as OCEL 2.0 JSON: each is about its customer, its contact and its subject (an order, a quote, an invoice …), so the
 * line can be looked at from any of them. What a fact carries, which may be personal, is left out.
 */
export const writeEventsOcel: ExportForm = (ctx, { from, to }, counted) => {
  const within = sql`(${from ?? null}::timestamptz is null or occurred_at >= ${from ?? null}) and (${to ?? null}::timestamptz is null or occurred_at < ${to ?? null})`;
  const query = <T>(text: ReturnType<typeof sql<T>>) => ({ compile: () => text.compile(reader(ctx)) });
  const types = query(sql<{ type: string }>`select distinct type from events where ${within} order by type`);
  // A record is of one type: the customer or contact it is, before what an event calls it.
  const objects = query(sql<ObjectRow>`
    select distinct on (o.id) o.id, o.type, c.name from (
      select distinct customer_id as id, 'customer' as type, 0 as rank from events where customer_id is not null and ${within}
      union all select distinct contact_id, 'contact', 1 from events where contact_id is not null and ${within}
      union all select distinct subject_id, subject_type, 2 from events where ${within}
    ) o left join customers c on c.id = o.id order by o.id, o.rank, o.type`);
  const events = query(sql<EventRow>`
    select id, type, occurred_at, customer_id, contact_id, subject_id, subject_type, channel, stage, actor_type || ':' || actor_id as actor
    from events where ${within} order by occurred_at, position`);

  return inSnapshot(ctx, async function* (snapshot) {
    let separator = "\n";
    const line = (value: unknown): string => {
      const text = `${separator}${JSON.stringify(value)}`;
      separator = ",\n";
      return text;
    };
    yield '{"eventTypes":[';
    for await (const { type } of snapshot.rows(types)) yield line({ name: type, attributes: eventAttributes });
    yield '],\n"objects":[';
    separator = "\n";
    const objectTypes = new Set<string>();
    for await (const { id, type, name } of snapshot.rows(objects)) {
      objectTypes.add(type);
      const attributes = name === null ? [] : [{ name: "name", time: "1970-01-01T00:00:00.000Z", value: name }];
      yield line({ id, type, attributes, relationships: [] });
    }
    yield '],\n"objectTypes":[';
    separator = "\n";
    for (const name of objectTypes)
      yield line({ name, attributes: name === "customer" ? [{ name: "name", type: "string" }] : [] });
    yield '],\n"events":[';
    separator = "\n";
    for await (const row of snapshot.rows(events)) {
      yield line(eventOf(row));
      counted(1);
    }
    yield "]}\n";
  });
};

function eventOf(row: EventRow) {
  const about = new Map<string, string>([[row.subject_id, row.subject_type]]);
  if (row.contact_id) about.set(row.contact_id, "contact");
  if (row.customer_id) about.set(row.customer_id, "customer");
  const { channel, stage, actor } = row;
  return {
    id: row.id,
    type: row.type,
    time: row.occurred_at.toISOString(),
    attributes: Object.entries({ channel, stage, actor }).flatMap(([name, value]) => (value === null ? [] : [{ name, value }])),
    relationships: [...about].map(([objectId, qualifier]) => ({ objectId, qualifier })),
  };
}
