import type { Context } from "#platform/context.ts";
import { json } from "#platform/database.ts";
import { refuseUnless } from "#platform/errors.ts";
import { write } from "#platform/write.ts";

/** The organisation states that one article goes with another; both must exist. */
export const stateRecommendation = (
  ctx: Context,
  input: { sku: string; withSku: string; kind: "cross_sell" | "up_sell"; reason: { en: string; fr: string } },
) =>
  write(ctx, async (tx) => {
    refuseUnless(input.sku !== input.withSku, "recommendation.with_itself");
    const known = await tx.selectFrom("offerings").select("sku").where("sku", "in", [input.sku, input.withSku]).execute();
    refuseUnless(known.length === 2, "recommendation.unknown_offering", { sku: input.sku, withSku: input.withSku });
    await tx
      .insertInto("stated_recommendations")
      .values({ sku: input.sku, with_sku: input.withSku, kind: input.kind, reason: json(input.reason) })
      .onConflict((c) => c.columns(["sku", "with_sku"]).doUpdateSet({ kind: input.kind, reason: json(input.reason) }))
      .execute();
    return { sku: input.sku };
  });

/** The organisation no longer states it; what orders teach is still recommended. Withdrawing what was not stated changes nothing. */
export const withdrawRecommendation = (ctx: Context, input: { sku: string; withSku: string }) =>
  write(ctx, async (tx) => {
    await tx.deleteFrom("stated_recommendations").where("sku", "=", input.sku).where("with_sku", "=", input.withSku).execute();
    return { sku: input.sku };
  });
