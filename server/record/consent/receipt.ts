import { type Context, reader } from "#platform/context.ts";
import { defaultLegalEntity } from "#record/organisation/legal-entity.ts";
import { seeContact } from "#record/customers/visible.ts";
import { livingContact } from "./living-contact.ts";
import { showPreferences } from "./preferences.ts";

/**
 * The receipt a person can keep (fields after ISO/IEC TS 27560 and the Kantara consent receipt): who asked, for what, in
 * which words, what was answered when and how, and the hashes by which our ledger can be held to it.
 */
async function receiptOf(ctx: Context, contactId: string): Promise<Record<string, unknown>> {
  const db = reader(ctx);
  const contact = await livingContact(db, contactId);
  const [entity, { preferences }, ledger, texts] = await Promise.all([
    defaultLegalEntity(ctx),
    showPreferences(ctx, contact.id),
    db.selectFrom("consent_events").selectAll().where("contact_id", "=", contact.id).orderBy("number").execute(),
    db.selectFrom("consent_texts").selectAll().execute(),
  ]);
  return {
    version: "throughline-consent-receipt-1",
    jurisdiction: "EU",
    consentTimestamp: ctx.now.toISOString(),
    consentReceiptID: `${contact.id}:${ledger.at(-1)?.hash.toString("hex").slice(0, 16) ?? "none"}`,
    language: contact.locale,
    piiController: { name: entity.name, email: entity.email, address: entity.address },
    piiPrincipal: { name: `${contact.first_name} ${contact.last_name}`.trim(), email: contact.email },
    policyUrl: `${ctx.app.config.publicUrl}/portal/preferences`,
    purposes: preferences.map(({ purpose, name, basis, state, allowed, changedAt }) => ({
      purpose,
      name,
      legalBasis: basis,
      state,
      allowed,
      changedAt: changedAt?.toISOString() ?? null,
    })),
    records: ledger.map((row) => ({
      number: row.number.toString(),
      purpose: row.purpose,
      action: row.action,
      at: row.at.toISOString(),
      textVersion: row.text_version,
      text: texts.find((text) => text.purpose === row.purpose && text.version === row.text_version)?.text ?? null,
      collectionMethod: (row.proof as { how?: string }).how ?? null,
      previousHash: row.prev_hash.toString("hex"),
      hash: row.hash.toString("hex"),
    })),
  };
}

export const showMyReceipt = (ctx: Context) => receiptOf(ctx, ctx.actor.id);
export const showReceipt = async (ctx: Context, input: { contactId: string }) =>
  receiptOf(ctx, await seeContact(ctx, reader(ctx), input.contactId));
