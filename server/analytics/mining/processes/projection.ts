import { sql } from "kysely";
import type { RecordedEvent } from "#events/envelope.ts";
import type { Projection } from "#events/project.ts";
import { json, type Tx } from "#platform/database.ts";
import { processes } from "./all.ts";
import type { ProcessDefinition } from "./definition.ts";
import { forgetUndone } from "./forget-undone.ts";

/** Folds the events into the cases of every process, each with its whole path: what the screens of processes read. */
export const processCases: Projection = {
  name: "mining/processes",
  async apply(tx, events) {
    for (const process of processes) await fold(tx, process, events);
    await forgetUndone(tx, events);
  },
  async reset(tx) {
    for (const table of ["links", "steps", "cases"]) await sql`truncate ${sql.table(`process_${table}`)}`.execute(tx);
  },
};

const uuid = /^[0-9a-f]{8}-[0-9a-f-]{27}$/i;
const refsOf = (process: ProcessDefinition, event: RecordedEvent): string[] =>
  process.refs.flatMap((field) => {
    const value = event.data[field];
    return typeof value === "string" && uuid.test(value) ? [value] : [];
  });

interface Placed {
  event: RecordedEvent;
  caseId: string;
}

async function fold(tx: Tx, process: ProcessDefinition, events: readonly RecordedEvent[]): Promise<void> {
  const kept = events.filter((event) => (process.steps as readonly string[]).includes(event.type));
  if (kept.length === 0) return;
  const placed = await place(tx, process, kept);
  if (placed.length === 0) return;
  const steps = placed.map(({ event, caseId }) => ({
    event_id: event.id,
    case_id: caseId,
    type: event.type,
    position: event.position.toString(),
    occurred_at: event.occurredAt,
  }));
  await sql`insert into process_steps (process, event_id, case_id, type, position, occurred_at)
    select ${process.key}, event_id, case_id, type, position, occurred_at
    from jsonb_to_recordset(${json(steps)}::jsonb) as r(event_id uuid, case_id uuid, type text, position bigint, occurred_at timestamptz)
    on conflict do nothing`.execute(tx);
  await drawCases(tx, process, placed);
}

/** Each fact on the case of what it is about, else of what it names; what it names is then on that case too. */
async function place(tx: Tx, process: ProcessDefinition, events: readonly RecordedEvent[]): Promise<Placed[]> {
  const asked = [...new Set(events.flatMap((event) => [event.subjectId, ...refsOf(process, event)]))];
  const rows = await tx
    .selectFrom("process_links")
    .select(["subject_id", "case_id"])
    .where("process", "=", process.key)
    .where("subject_id", "in", asked)
    .execute();
  const cases = new Map(rows.map((row) => [row.subject_id, row.case_id]));
  const fresh: { subject_id: string; case_id: string }[] = [];
  const placed: Placed[] = [];
  for (const event of events) {
    const known = [event.subjectId, ...refsOf(process, event)];
    const begins = (process.begins as readonly string[]).includes(event.type);
    const caseId = known.map((id) => cases.get(id)).find((id) => id !== undefined) ?? (begins ? event.subjectId : undefined);
    if (caseId === undefined) continue;
    placed.push({ event, caseId });
    for (const id of known)
      if (!cases.has(id)) {
        cases.set(id, caseId);
        fresh.push({ subject_id: id, case_id: caseId });
      }
  }
  if (fresh.length > 0)
    await sql`insert into process_links (process, subject_id, case_id)
      select ${process.key}, subject_id, case_id from jsonb_to_recordset(${json(fresh)}::jsonb) as r(subject_id uuid, case_id uuid)
      on conflict do nothing`.execute(tx);
  return placed;
}

const text = (value: unknown): string | undefined => (typeof value === "string" && value !== "" ? value : undefined);

/** What a fact says about its case; the first to say it is believed. */
function traitsOf(event: RecordedEvent): Record<string, string> {
  const said = {
    channel: event.channel ?? undefined,
    source: event.type === "lead.captured" ? text(event.data.source) : undefined,
    campaign: text(event.data.campaignId),
    product: text(event.data.product),
  };
  return Object.fromEntries(Object.entries(said).filter((entry): entry is [string, string] => entry[1] !== undefined));
}

/** The path of every case that was touched, anew: a late fact falls into its place. */
async function drawCases(tx: Tx, process: ProcessDefinition, placed: readonly Placed[]): Promise<void> {
  const cases = new Map<string, { case_id: string; customer_id: string | null; traits: Record<string, string> }>();
  for (const { event, caseId } of placed) {
    const known = cases.get(caseId);
    cases.set(caseId, {
      case_id: caseId,
      customer_id: event.customerId ?? known?.customer_id ?? null,
      traits: { ...traitsOf(event), ...known?.traits },
    });
  }
  await sql`insert into process_cases as c (process, case_id, customer_id, traits, path, times, started_at, ended_at)
    select ${process.key}, t.case_id, t.customer_id, t.traits, p.path, p.times, p.started_at, p.ended_at
    from jsonb_to_recordset(${json([...cases.values()])}::jsonb) as t(case_id uuid, customer_id uuid, traits jsonb)
    cross join lateral (
      select string_agg(s.type, ' ' order by s.occurred_at, s.position) as path,
        jsonb_agg(round(extract(epoch from s.occurred_at) * 1000) order by s.occurred_at, s.position) as times,
        min(s.occurred_at) as started_at, max(s.occurred_at) as ended_at
      from process_steps s where s.process = ${process.key} and s.case_id = t.case_id
    ) p
    on conflict (process, case_id) do update set customer_id = coalesce(excluded.customer_id, c.customer_id), traits = excluded.traits || c.traits,
      path = excluded.path, times = excluded.times, started_at = excluded.started_at, ended_at = excluded.ended_at`.execute(tx);
}
