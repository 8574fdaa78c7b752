import { type RawBuilder, sql } from "kysely";
import type { EventType } from "#events/catalog.ts";
import type { SampleRow } from "./definition.ts";

/** One sample per fact of a kind: `value` is an SQL expression on `e` and its data. */
export const each =
  (types: EventType | EventType[], value: RawBuilder<unknown>, where: RawBuilder<unknown> = sql`true`) =>
  (from: Date, to: Date) =>
    sql<SampleRow>`select e.id as event_id, e.occurred_at as at, e.customer_id, (${value})::float8 as value, null::float8 as weight, null::timestamptz as started_at
    from events e where e.type = any(${[types].flat()}::text[]) and e.occurred_at >= ${from} and e.occurred_at < ${to} and ${where}`;

/** One sample per fact that must be followed by another: yes when a later fact of `next` about the same thing (`same`) exists. */
export const followed = (type: EventType, next: EventType, same: RawBuilder<unknown>) =>
  each(type, sql`exists (select 1 from events f where f.type = ${next} and f.occurred_at >= e.occurred_at and ${same})::int`);

/** Business minutes from a first fact to a second: `first` selects the first fact of `e`, as `started_at`. */
export const spanFrom =
  (type: EventType, first: RawBuilder<unknown>, where: RawBuilder<unknown> = sql`true`) =>
  (from: Date, to: Date) =>
    sql<SampleRow>`select e.id as event_id, e.occurred_at as at, e.customer_id, null::float8 as value, null::float8 as weight, b.started_at
    from events e cross join lateral (${first}) b where e.type = ${type} and e.occurred_at >= ${from} and e.occurred_at < ${to} and b.started_at is not null and ${where}`;

/** Whether a flag in the data of the fact is true. */
export const flag = (name: string) => sql`(e.data ->> ${name} = 'true')::int`;
export const figure = (name: string) => sql`(e.data ->> ${name})::float8`;
