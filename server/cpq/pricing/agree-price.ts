import type { Context } from "#platform/context.ts";
import { json } from "#platform/database.ts";
import { found, refuseUnless } from "#platform/errors.ts";
import { newId } from "#platform/ids.ts";
import { write } from "#platform/write.ts";
import { refuseBadRule } from "./check-rule.ts";

export interface AgreePrice {
  customerId: string;
  offeringId: string;
  currency: string;
  price?: Record<string, unknown> | undefined;
  percentOff?: string | undefined;
  validFrom: string;
  validUntil?: string | null | undefined;
  note?: string | undefined;
}

/** Notes what a customer and we agreed for one offering: its own price, or a percentage off the list price. Their later quotes are priced with it. */
export const agreePrice = (ctx: Context, input: AgreePrice) =>
  write(ctx, async (tx) => {
    refuseUnless((input.price === undefined) !== (input.percentOff === undefined), "pricing.one_of_two");
    refuseUnless(!input.validUntil || input.validUntil >= input.validFrom, "pricing.days_backwards");
    const offering = found(
      await tx.selectFrom("offerings").select(["id", "sku"]).where("id", "=", input.offeringId).executeTakeFirst(),
      "offering",
      input.offeringId,
    );
    const terms = input.price ? { price: input.price } : { percentOff: input.percentOff };
    refuseBadRule({ contracts: [{ id: "new", products: [offering.sku], currency: input.currency, ...terms } as never] });
    const row = await tx
      .insertInto("contracted_prices")
      .values({
        id: newId(),
        customer_id: input.customerId,
        offering_id: input.offeringId,
        currency: input.currency,
        price: input.price ? json(input.price) : null,
        percent_off: input.percentOff ?? null,
        valid_from: input.validFrom,
        valid_until: input.validUntil ?? null,
        note: input.note ?? null,
        created_by: ctx.actor.id,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    return { id: row.id };
  });

/** The last day an agreed price holds. Quotes already sent keep it. */
export const endAgreedPrice = (ctx: Context, input: { contractedPriceId: string; validUntil: string }) =>
  write(ctx, async (tx) => {
    const row = found(
      await tx
        .selectFrom("contracted_prices")
        .select(["id", "valid_from"])
        .where("id", "=", input.contractedPriceId)
        .forUpdate()
        .executeTakeFirst(),
      "contracted price",
      input.contractedPriceId,
    );
    refuseUnless(input.validUntil >= row.valid_from, "pricing.days_backwards");
    await tx.updateTable("contracted_prices").set({ valid_until: input.validUntil }).where("id", "=", row.id).execute();
    return { id: row.id };
  });
