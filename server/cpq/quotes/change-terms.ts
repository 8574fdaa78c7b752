import type { Context } from "#platform/context.ts";
import { json } from "#platform/database.ts";
import { found, refuseUnless } from "#platform/errors.ts";
import { write } from "#platform/write.ts";
import type { Address } from "./events.ts";
import { lockDraft, lockQuote } from "./lock-quote.ts";
import { priceVersion } from "./price-version.ts";
import { today } from "./today.ts";

export interface ChangeTerms {
  quoteId: string;
  headerDiscountPercent?: string | undefined;
  note?: string | undefined;
  deliveryAddress?: Address | undefined;
  validUntil?: string | undefined;
  contactId?: string | undefined;
  locale?: "en" | "fr" | undefined;
}

/** Changes what holds for the whole quote: its discount, validity, address, note, contact and language. */
export const changeTerms = (ctx: Context, input: ChangeTerms) =>
  write(ctx, async (tx) => {
    const quote = await lockDraft(tx, ctx, input.quoteId);
    if (input.validUntil) refuseUnless(input.validUntil >= (await today({ ...ctx, tx })), "quote.day_past");
    if (input.contactId) {
      const contact = await tx
        .selectFrom("contacts")
        .select("id")
        .where("id", "=", input.contactId)
        .where("customer_id", "=", quote.customer_id)
        .executeTakeFirst();
      refuseUnless(contact, "quote.contact_elsewhere");
    }
    await tx
      .updateTable("quotes")
      .set({
        contact_id: input.contactId ?? quote.contact_id,
        locale: input.locale ?? quote.locale,
        valid_until: input.validUntil ?? quote.valid_until,
        updated_at: ctx.now,
      })
      .where("id", "=", quote.id)
      .execute();
    await tx
      .updateTable("quote_versions")
      .set({
        version: quote.version,
        ...(input.headerDiscountPercent !== undefined && { header_discount_percent: input.headerDiscountPercent }),
        ...(input.note !== undefined && { note: input.note === "" ? null : input.note }),
        ...(input.deliveryAddress && { delivery_address: json(input.deliveryAddress) }),
      })
      .where("quote_id", "=", quote.id)
      .where("version", "=", quote.version)
      .execute();
    if (input.headerDiscountPercent !== undefined) await priceVersion(tx, ctx, quote);
    return { id: quote.id };
  });

/** Gives a quote to a seller. */
export const assignQuote = (ctx: Context, input: { quoteId: string; ownerId: string }) =>
  write(ctx, async (tx) => {
    const quote = await lockQuote(tx, ctx, input.quoteId);
    const owner = found(
      await tx
        .selectFrom("staff")
        .select(["id", "team_id"])
        .where("id", "=", input.ownerId)
        .where("active", "=", true)
        .executeTakeFirst(),
      "staff member",
      input.ownerId,
    );
    await tx
      .updateTable("quotes")
      .set({ owner_id: owner.id, team_id: owner.team_id, updated_at: ctx.now })
      .where("id", "=", quote.id)
      .execute();
    return { id: quote.id };
  });
