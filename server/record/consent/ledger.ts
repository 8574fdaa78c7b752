import type { Context } from "#platform/context.ts";
import { type Database, json, type Tx } from "#platform/database.ts";
import { newId } from "#platform/ids.ts";
import { linkHash } from "./chain.ts";

export type Action = "requested" | "given" | "withdrawn";
const stateAfter = { requested: "pending", given: "given", withdrawn: "withdrawn" } as const;

export interface Entry {
  contactId: string;
  purpose: string;
  textVersion: string;
  action: Action;
  proof: Record<string, unknown>;
}

/** Adds a row to the ledger and sets the state that follows from it. One writer at a time: a chain has one end. */
export async function addToLedger(tx: Tx, ctx: Context, entry: Entry): Promise<string> {
  const end = await tx.selectFrom("consent_chain").select(["length", "hash"]).forUpdate().executeTakeFirstOrThrow();
  const id = newId();
  const number = end.length + 1n;
  const proof = {
    ...entry.proof,
    actor: ctx.actor.kind,
    ...(ctx.origin ? { ip: ctx.origin.ip, userAgent: ctx.origin.userAgent } : {}),
    locale: ctx.locale,
  };
  const { contactId, purpose, textVersion, action } = entry;
  const hash = linkHash(end.hash, {
    number: number.toString(),
    contactId,
    purpose,
    textVersion,
    action,
    at: ctx.now.toISOString(),
    proof,
  });
  await tx
    .insertInto("consent_events")
    .values({
      id,
      number,
      contact_id: contactId,
      purpose,
      text_version: textVersion,
      action,
      at: ctx.now,
      proof: json(proof),
      prev_hash: end.hash,
      hash,
    })
    .execute();
  await tx.updateTable("consent_chain").set({ length: number, hash }).execute();
  const state = { state: stateAfter[action], text_version: textVersion, changed_at: ctx.now, event_id: id };
  await tx
    .insertInto("consent_states")
    .values({ contact_id: contactId, purpose, ...state })
    .onConflict((conflict) => conflict.columns(["contact_id", "purpose"]).doUpdateSet(state))
    .execute();
  return id;
}

const batch = 5_000;

/** Recomputes the whole chain. `brokenAt` is the first row that is not what was written, or "end" when rows at the end are missing. */
export async function verifyChain(db: Database): Promise<{ whole: boolean; length: bigint; brokenAt: string | null }> {
  let previous: Buffer = Buffer.alloc(32);
  let expected = 1n;
  for (;;) {
    const rows = await db
      .selectFrom("consent_events")
      .selectAll()
      .where("number", ">=", expected)
      .orderBy("number")
      .limit(batch)
      .execute();
    for (const row of rows) {
      const content = {
        number: row.number.toString(),
        contactId: row.contact_id,
        purpose: row.purpose,
        textVersion: row.text_version,
        action: row.action,
        at: row.at.toISOString(),
        proof: row.proof,
      };
      const intact = row.number === expected && row.prev_hash.equals(previous) && row.hash.equals(linkHash(previous, content));
      if (!intact) return { whole: false, length: expected - 1n, brokenAt: expected.toString() };
      previous = row.hash;
      expected += 1n;
    }
    if (rows.length < batch) break;
  }
  const end = await db.selectFrom("consent_chain").select(["length", "hash"]).executeTakeFirstOrThrow();
  const whole = end.length === expected - 1n && end.hash.equals(previous);
  return { whole, length: expected - 1n, brokenAt: whole ? null : "end" };
}
