import type { Context } from "#platform/context.ts";
import { stateRecommendation } from "./state-recommendation.ts";

export async function seedRecommendations(ctx: Context): Promise<void> {
  await stateRecommendation(ctx, {
    sku: "FIBRE-PRO",
    withSku: "BACKUP-4G",
    kind: "cross_sell",
    reason: { en: "Keeps the till running when the fibre fails", fr: "La caisse continue de tourner si la fibre tombe" },
  });
  await stateRecommendation(ctx, {
    sku: "FIBRE-PRO",
    withSku: "CARE-PLUS",
    kind: "up_sell",
    reason: { en: "An engineer at any hour", fr: "Un ingénieur à toute heure" },
  });
  await stateRecommendation(ctx, {
    sku: "ROUTER-PRO",
    withSku: "WIFI-AP",
    kind: "cross_sell",
    reason: { en: "Covers the back room too", fr: "Couvre aussi l’arrière-boutique" },
  });
}
