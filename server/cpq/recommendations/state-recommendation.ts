import type { Context } from "#platform/context.ts";
import { json, type Tx } from "#platform/database.ts";
import { refuseUnless } from "#platform/errors.ts";
import { write } from "#platform/write.ts";

/** The organisation states that one article goes with another; both must exist. */
export const stateRecommendation = (
  ctx: Context,
  input: { sku: string; withSku: string; kind: "cross_sell" | "up_sell"; reason: { en: string; fr: string } },
) =>
  write(ctx, async (tx) => {
    refuseUnless(input.sku !== input.withSku, "recommendation.with_itself");
    await refuseUnknown(tx, input);
    await tx
      .insertInto("stated_recommendations")
      .values({ sku: input.sku, with_sku: input.withSku, kind: input.kind, reason: json(input.reason) })
      .onConflict((c) => c.columns(["sku", "with_sku"]).doUpdateSet({ kind: input.kind, reason: json(input.reason) }))
      .execute();
    return { sku: input.sku };
  });

/** Both articles are in the catalogue, on sale or not. */
export async function refuseUnknown(tx: Tx, { sku, withSku }: { sku: string; withSku: string }): Promise<void> {
  const known = await tx.selectFrom("offerings").select("sku").where("sku", "in", [sku, withSku]).execute();
  refuseUnless(known.length === 2, "recommendation.unknown_offering", { sku, withSku });
}
