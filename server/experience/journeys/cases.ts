import { sql } from "kysely";
import type { RecordedEvent } from "#events/envelope.ts";
import { json, type Tx } from "#platform/database.ts";

export type CaseKind = "customer" | "contact" | "visitor";

interface Named {
  id: string;
  kind: CaseKind;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f-]{27}$/i;
const text = (value: unknown): string | null => (typeof value === "string" && uuid.test(value) ? value : null);

/** Everyone a fact names, from the visitor to the account. */
function people(event: RecordedEvent): Named[] {
  const visitor = event.type === "page.viewed" ? event.subjectId : text(event.data.visitorId);
  const named: Named[] = [];
  if (visitor) named.push({ id: visitor, kind: "visitor" });
  if (event.contactId) named.push({ id: event.contactId, kind: "contact" });
  if (event.customerId) named.push({ id: event.customerId, kind: "customer" });
  return named;
}

/** Two records that were found to be one. */
function merged(event: RecordedEvent): Named | null {
  const id = event.type === "customer.merged" || event.type === "contact.merged" ? text(event.data.mergedId) : null;
  return id ? { id, kind: event.type === "customer.merged" ? "customer" : "contact" } : null;
}

/**
 * Whose line each fact is on. A visitor who is recognised takes their visits along to the contact, a contact who joins an
 * account to the account: the lines become one, also for what was folded before. Returns the case of each event, if any.
 */
export async function placeCases(tx: Tx, events: readonly RecordedEvent[]): Promise<Map<string, string>> {
  const named = new Map<string, CaseKind>();
  for (const event of events)
    for (const { id, kind } of [...people(event), merged(event) ?? []].flat()) if (!named.has(id)) named.set(id, kind);
  if (named.size === 0) return new Map();
  const known = await tx
    .selectFrom("journey_cases")
    .select(["id", "root_id"])
    .where("id", "in", [...named.keys()])
    .execute();
  const roots = new Map(known.map((row) => [row.id, row.root_id]));
  const fresh = [...named].filter(([id]) => !roots.has(id)).map(([id, kind]) => ({ id, root_id: id, kind }));
  for (const { id } of fresh) roots.set(id, id);
  if (fresh.length > 0)
    await sql`insert into journey_cases (id, root_id, kind)
      select id, root_id, kind from jsonb_to_recordset(${json(fresh)}::jsonb) as r(id uuid, root_id uuid, kind text)`.execute(tx);
  const accounts = new Set(
    (
      await tx
        .selectFrom("journey_cases")
        .select("id")
        .where("id", "in", [...new Set(roots.values())])
        .where("kind", "=", "customer")
        .execute()
    ).map((row) => row.id),
  );

  const join = async (from: string, to: string, force = false) => {
    const [lesser, greater] = [roots.get(from)!, roots.get(to)!];
    if (lesser === greater || (accounts.has(lesser) && !force)) return;
    for (const [id, root] of roots) if (root === lesser) roots.set(id, greater);
    await sql`update journey_cases set root_id = ${greater} where root_id = ${lesser}`.execute(tx);
    await sql`update journey_touches set case_id = ${greater} where case_id = ${lesser}`.execute(tx);
    await sql`update journey_pains set case_id = ${greater} where case_id = ${lesser}`.execute(tx);
    await sql`delete from journey_visits where case_id = ${lesser}`.execute(tx);
  };
  for (const event of events) {
    const line = people(event);
    for (let index = 1; index < line.length; index += 1) await join(line[index - 1]!.id, line[index]!.id);
    const other = merged(event);
    const keeper = line.at(-1);
    if (other && keeper) await join(other.id, keeper.id, true);
  }
  const placed = new Map<string, string>();
  for (const event of events) {
    const last = people(event).at(-1);
    if (last) placed.set(event.id, roots.get(last.id)!);
  }
  return placed;
}
