import type { Context } from "#platform/context.ts";
import { write } from "#platform/write.ts";
import { refuseUnknown } from "./state-recommendation.ts";

/** The organisation no longer states it; what orders teach is still recommended. Withdrawing what was not stated changes nothing. */
export const withdrawRecommendation = (ctx: Context, input: { sku: string; withSku: string }) =>
  write(ctx, async (tx) => {
    await refuseUnknown(tx, input);
    await tx.deleteFrom("stated_recommendations").where("sku", "=", input.sku).where("with_sku", "=", input.withSku).execute();
    return { sku: input.sku };
  });
