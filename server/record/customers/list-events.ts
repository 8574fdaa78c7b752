import { type RawBuilder, sql } from "kysely";
import { catalog, type EventType } from "#events/catalog.ts";
import { type Context, reader } from "#platform/context.ts";
import { decodeCursor, page } from "#platform/page.ts";
import { before, type EventRow, eventColumns, toTimelineEvent, withNames } from "./event-row.ts";
import { sorted } from "./timeline.ts";
import { inEventScope } from "./visible.ts";

interface Filter {
  cursor?: string | undefined;
  limit: number;
  types?: string[] | undefined;
  stage?: string | undefined;
  /** Empty: of no channel. */
  channel?: string | undefined;
  subjectId?: string | undefined;
  customerId?: string | undefined;
  contactId?: string | undefined;
  correlationId?: string | undefined;
  ids?: string[] | undefined;
  /** Of customers of this segment. */
  segment?: string | undefined;
  from?: Date | undefined;
  to?: Date | undefined;
}

/** The events behind a figure: by kind, stage, period, subject or by their ids, newest first, within what the reader may see. */
export async function listEvents(ctx: Context, filter: Filter) {
  const db = reader(ctx);
  const cursor = filter.cursor ? decodeCursor(filter.cursor, 2) : undefined;
  const size = filter.limit + 1;
  const wanted = sql.join([before(cursor), inEventScope(ctx), ...conditionsOf(filter)], sql` and `);
  const newest = sql`order by e.occurred_at desc, e.position desc limit ${size}`;
  const types = typesIn(filter);
  // One index walk per kind, each cut to a page: a filter by kind never reads more than it shows.
  const found = types
    ? sql`select * from (select e.* from unnest(${types}::text[]) t(type) cross join lateral (select ${eventColumns} from events e where e.type = t.type and ${wanted} ${newest}) e) e ${newest}`
    : sql`select ${eventColumns} from events e where ${wanted} ${newest}`;
  const { rows } = await sql<
    EventRow & { customer_name: string | null }
  >`select e.*, c.name as customer_name from (${withNames(found)}) e left join customers c on c.id = e.customer_id`.execute(db);
  const cut = page(sorted(rows), filter.limit, (row) => [row.occurred_at, row.position]);
  return {
    rows: cut.rows.map((row) => ({ ...toTimelineEvent(row), customerName: row.customer_name })),
    nextCursor: cut.nextCursor,
  };
}

const mostCounted = 10_000;

/**
 * How many events are behind a figure, and how many of them are of customers the reader may see: a figure counts
 * everyone, its events open within one's scope. Counting stops at 10,000 (`more`).
 */
export async function countEvents(ctx: Context, filter: Omit<Filter, "limit" | "cursor">) {
  const types = typesIn(filter);
  const conditions = [...conditionsOf(filter), ...(types ? [sql`e.type = any(${types}::text[])`] : [])];
  const wanted = conditions.length > 0 ? sql.join(conditions, sql` and `) : sql`true`;
  const { rows } = await sql<{ total: number; visible: number }>`
    select count(*)::int as total, (count(*) filter (where ${inEventScope(ctx)}))::int as visible
    from (select e.customer_id, e.contact_id from events e where ${wanted} limit ${mostCounted + 1}) e`.execute(reader(ctx));
  const { total, visible } = rows[0]!;
  return { total: Math.min(total, mostCounted), visible: Math.min(visible, mostCounted), more: total > mostCounted };
}

function conditionsOf(filter: Omit<Filter, "limit">): RawBuilder<unknown>[] {
  const conditions: RawBuilder<unknown>[] = [];
  const given = (column: string, value: unknown) =>
    value !== undefined && conditions.push(sql`${sql.ref(`e.${column}`)} = ${value}`);
  given("stage", filter.stage);
  given("subject_id", filter.subjectId);
  given("customer_id", filter.customerId);
  given("contact_id", filter.contactId);
  given("correlation_id", filter.correlationId);
  if (filter.channel !== undefined) conditions.push(sql`e.channel is not distinct from ${filter.channel || null}`);
  if (filter.ids) conditions.push(sql`e.id = any(${filter.ids}::uuid[])`);
  if (filter.segment)
    conditions.push(sql`exists (select 1 from customers s where s.id = e.customer_id and s.segment = ${filter.segment})`);
  if (filter.from) conditions.push(sql`e.occurred_at >= ${filter.from}`);
  if (filter.to) conditions.push(sql`e.occurred_at < ${filter.to}`);
  return conditions;
}

function typesIn(filter: Omit<Filter, "limit">): string[] | undefined {
  const narrow = filter.subjectId ?? filter.customerId ?? filter.contactId ?? filter.correlationId ?? filter.ids;
  return filter.types ?? (filter.stage && !narrow ? typesOf(filter.stage) : undefined);
}

const typesOf = (stage: string): string[] =>
  (Object.keys(catalog) as EventType[]).filter((type) => catalog[type].stage === stage);
