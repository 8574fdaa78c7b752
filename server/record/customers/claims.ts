import { append } from "#events/append.ts";
import { type Context, reader } from "#platform/context.ts";
import type { Tx } from "#platform/database.ts";
import { newId } from "#platform/ids.ts";
import { write } from "#platform/write.ts";
import { handlesOf } from "./add-contact.ts";
import { fieldName } from "./field-names.ts";
import { keepIdentifiers } from "./identifiers.ts";
import { identifyVisitor } from "./identify-visitor.ts";
import { recordChanges } from "./record-changes.ts";

const openDays = 30;
const oldest = (now: Date) => new Date(now.getTime() - openDays * 86_400_000);

interface Claim {
  contactId: string;
  firstName?: string | undefined;
  lastName?: string | undefined;
  phone?: string | undefined;
  visitorId?: string | undefined;
}

/** Keeps what was typed beside a known address. Nothing said, or said already: nothing more is kept. Returns the open claim, if any. */
export async function keepClaim(tx: Tx, ctx: Context, claim: Claim): Promise<string | undefined> {
  const contact = await tx.selectFrom("contacts").selectAll().where("id", "=", claim.contactId).executeTakeFirstOrThrow();
  const nameless = contact.first_name === "" && contact.last_name === "";
  const phone = contact.phone === null ? claim.phone?.trim() || null : null;
  const held = claim.visitorId
    ? await tx
        .selectFrom("contact_addresses")
        .select("contact_id")
        .where("kind", "=", "visitor")
        .where("value_norm", "=", claim.visitorId)
        .executeTakeFirst()
    : undefined;
  const row = {
    contact_id: claim.contactId,
    first_name: nameless ? (claim.firstName?.trim() ?? "") : "",
    last_name: nameless ? (claim.lastName?.trim() ?? "") : "",
    phone,
    // a browser already someone's stays theirs: a shared computer takes nobody's history
    visitor_id: held ? null : (claim.visitorId ?? null),
  };
  if (!row.first_name && !row.last_name && !row.phone && !row.visitor_id) return undefined;
  const { id } = await tx
    .insertInto("contact_claims")
    .values({ id: newId(), ...row, claimed_at: ctx.now })
    .onConflict((conflict) =>
      conflict
        .columns(["contact_id", "first_name", "last_name", "phone", "visitor_id"])
        .where("applied_at", "is", null)
        .doUpdateSet({ claimed_at: ctx.now }),
    )
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/**
 * The mailbox has spoken: what this browser claimed (`visitorId`), or the claim its link names (`claimId`), becomes true.
 * A link proves who reads the mailbox, not who typed: when two browsers claimed the same address and none of them is the
 * one speaking now, both wait; and a browser is joined to the person only when it speaks itself. Empty fields are filled, nothing is overwritten; claims older than 30 days are forgotten.
 */
export const applyClaims = (
  ctx: Context,
  proof: { contactId: string; claimId?: string | undefined; visitorId?: string | undefined },
) =>
  write(ctx, async (tx) => {
    const open = await tx
      .selectFrom("contact_claims")
      .selectAll()
      .where("contact_id", "=", proof.contactId)
      .where("applied_at", "is", null)
      .where("claimed_at", ">", oldest(ctx.now))
      .orderBy("claimed_at")
      .forUpdate()
      .execute();
    const named = open.find((claim) => claim.id === proof.claimId);
    const mine = open.filter((claim) => claim.visitor_id !== null && claim.visitor_id === proof.visitorId);
    const alone =
      named &&
      (ctx.actor.kind === "staff" || open.every((claim) => claim.visitor_id === null || claim.visitor_id === named.visitor_id));
    const proven = mine.length > 0 ? mine : alone ? [named] : [];
    for (const claim of proven) {
      await fill(tx, ctx, claim);
      // a click elsewhere proves the mailbox, not the browser: only the one that claimed is joined
      if (claim.visitor_id && mine.includes(claim) && ctx.actor.kind !== "staff")
        await identifyVisitor({ ...ctx, tx }, { contactId: claim.contact_id, visitorId: claim.visitor_id });
      await tx.updateTable("contact_claims").set({ applied_at: ctx.now }).where("id", "=", claim.id).execute();
    }
    return { applied: proven.length };
  });

async function fill(
  tx: Tx,
  ctx: Context,
  claim: { contact_id: string; first_name: string; last_name: string; phone: string | null },
): Promise<void> {
  const contact = await tx
    .selectFrom("contacts")
    .selectAll()
    .where("id", "=", claim.contact_id)
    .forUpdate()
    .executeTakeFirstOrThrow();
  const nameless = contact.first_name === "" && contact.last_name === "";
  const filled = {
    ...(nameless && (claim.first_name || claim.last_name) ? { first_name: claim.first_name, last_name: claim.last_name } : {}),
    ...(contact.phone === null && claim.phone ? { phone: claim.phone } : {}),
  };
  const subject = { type: "contact" as const, id: contact.id, customerId: contact.customer_id };
  const changed = await recordChanges(tx, ctx, subject, contact, filled);
  if (changed.length === 0) return;
  await tx
    .updateTable("contacts")
    .set({ ...filled, updated_at: ctx.now })
    .where("id", "=", contact.id)
    .execute();
  await keepIdentifiers(tx, { id: contact.id, customerId: contact.customer_id }, handlesOf({ phone: filled.phone }));
  const name = `${filled.first_name ?? contact.first_name} ${filled.last_name ?? contact.last_name}`.trim();
  await append(tx, ctx, "contact.changed", {
    subjectId: contact.id,
    customerId: contact.customer_id,
    contactId: contact.id,
    data: { name, fields: changed.map(fieldName) },
  });
}

/** What was typed beside this contact's address and nobody has confirmed yet, newest first. */
export async function openClaims(ctx: Context, contactId: string) {
  const rows = await reader(ctx)
    .selectFrom("contact_claims")
    .selectAll()
    .where("contact_id", "=", contactId)
    .where("applied_at", "is", null)
    .where("claimed_at", ">", oldest(ctx.now))
    .orderBy("claimed_at", "desc")
    .limit(20)
    .execute();
  return rows
    .map((row) => ({
      id: row.id,
      name: `${row.first_name} ${row.last_name}`.trim() || null,
      phone: row.phone,
      claimedAt: row.claimed_at,
    }))
    .filter((claim) => claim.name || claim.phone);
}
