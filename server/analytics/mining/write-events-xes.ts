import { sql } from "kysely";
import { reader } from "#platform/context.ts";
import type { ExportForm } from "#platform/exporter.ts";
import { streamRows } from "#platform/stream-rows.ts";
import type { Attributes, Trace } from "./engine/types.ts";
import { xesCase, xesEnd, xesHead } from "./engine/write-xes.ts";

interface Row {
  case_id: string;
  name: string | null;
  type: string;
  occurred_at: Date;
  id: string;
  channel: string | null;
  stage: string | null;
  subject_type: string;
  actor_type: string;
  actor_id: string;
}

/**
 * The events as XES, a customer's whole line being a case, from the visits before they were known. Facts about nobody (a price list
 * changed) are in no case and left out; so is what a fact carries, which may be personal.
 */
export const writeEventsXes: ExportForm = async function* (ctx, { from, to }, counted) {
  const query = {
    compile: () =>
      sql<Row>`select l.*, c.name from (
          select coalesce(k.root_id, e.customer_id, e.contact_id) as case_id, e.type, e.occurred_at, e.position, e.id, e.channel, e.stage,
            e.subject_type, e.actor_type, e.actor_id
          from events e
          left join journey_cases k on k.id = coalesce(e.customer_id, e.contact_id, case when e.type = 'page.viewed' then e.subject_id end)
          where (${from ?? null}::timestamptz is null or e.occurred_at >= ${from ?? null}) and (${to ?? null}::timestamptz is null or e.occurred_at < ${to ?? null})
        ) l left join customers c on c.id = l.case_id
        where l.case_id is not null order by l.case_id, l.occurred_at, l.position`.compile(reader(ctx)),
  };
  yield xesHead();
  let trace: Trace | undefined;
  for await (const row of streamRows<Row>(ctx, query)) {
    if (trace?.case !== row.case_id) {
      if (trace) yield xesCase(trace);
      const attributes: Attributes = row.name === null ? {} : { customer: row.name };
      trace = { case: row.case_id, activities: [], times: [], attributes, eventAttributes: [] };
    }
    trace.activities.push(row.type);
    trace.times.push(row.occurred_at.getTime());
    trace.eventAttributes!.push({
      "identity:id": row.id,
      "org:resource": `${row.actor_type}:${row.actor_id}`,
      subject: row.subject_type,
      ...(row.channel !== null && { channel: row.channel }),
      ...(row.stage !== null && { stage: row.stage }),
    });
    counted(1);
  }
  if (trace) yield xesCase(trace);
  yield xesEnd;
};
