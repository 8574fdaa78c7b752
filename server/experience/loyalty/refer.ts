import { randomInt } from "node:crypto";
import { append } from "#events/append.ts";
import type { Context } from "#platform/context.ts";
import type { Tx } from "#platform/database.ts";
import { refuse, refuseUnless } from "#platform/errors.ts";
import { newId } from "#platform/ids.ts";
import { write } from "#platform/write.ts";

const alphabet = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"; // without what is mistaken for something else
const newCode = (): string => Array.from({ length: 8 }, () => alphabet[randomInt(alphabet.length)]).join("");

export function me(ctx: Context): { contactId: string; customerId: string | null } {
  if (ctx.actor.kind !== "customer") return refuse("auth.sign_in");
  return { contactId: ctx.actor.contactId, customerId: ctx.actor.customerId };
}

/** Someone's code, made at the first look. */
export async function codeOf(tx: Tx, ctx: Context, contactId: string, customerId: string | null): Promise<string> {
  const known = await tx.selectFrom("referral_codes").select("code").where("contact_id", "=", contactId).executeTakeFirst();
  if (known) return known.code;
  const made = await tx
    .insertInto("referral_codes")
    .values({ code: newCode(), contact_id: contactId, customer_id: customerId, created_at: ctx.now })
    .onConflict((c) => c.column("contact_id").doUpdateSet({ customer_id: customerId }))
    .returning("code")
    .executeTakeFirstOrThrow();
  return made.code;
}

const maxPerDay = 10;

/** A customer refers someone. The person becomes a lead (a reaction of the lead module); each address once. */
export const refer = (ctx: Context, input: { name: string; email: string; company?: string | undefined }) =>
  write(ctx, async (tx) => {
    const { contactId, customerId } = me(ctx);
    const address = input.email.trim().toLowerCase();
    const mine = await tx.selectFrom("contacts").select("email").where("id", "=", contactId).executeTakeFirstOrThrow();
    refuseUnless(mine.email?.toLowerCase() !== address, "referral.yourself");
    const existing = await tx
      .selectFrom("referrals")
      .select(["id", "contact_id"])
      .where("email_norm", "=", address)
      .executeTakeFirst();
    if (existing?.contact_id === contactId) return { id: existing.id };
    refuseUnless(!existing, "referral.known");
    const known = await tx
      .selectFrom("contacts")
      .select("customer_id")
      .where("email", "=", address)
      .where("customer_id", "is not", null)
      .executeTakeFirst();
    refuseUnless(!known, "referral.known");
    const since = new Date(ctx.now.getTime() - 86_400_000);
    const today = await tx
      .selectFrom("referrals")
      .select("id")
      .where("contact_id", "=", contactId)
      .where("made_at", ">", since)
      .limit(maxPerDay)
      .execute();
    refuseUnless(today.length < maxPerDay, "referral.enough_today", { max: maxPerDay });
    const code = await codeOf(tx, ctx, contactId, customerId);
    const id = newId();
    await tx
      .insertInto("referrals")
      .values({
        id,
        code,
        contact_id: contactId,
        customer_id: customerId,
        name: input.name,
        email: input.email.trim(),
        email_norm: address,
        company: input.company ?? null,
        status: "made",
        made_at: ctx.now,
      })
      .execute();
    await append(tx, ctx, "referral.made", {
      subjectId: id,
      follows: customerId ?? contactId,
      customerId,
      contactId,
      channel: "portal",
      data: { name: input.name, email: input.email.trim(), code, ...(input.company && { company: input.company }) },
    });
    return { id };
  });
