import { readPriceModel } from "#cpq/pricing/engine/read-model.ts";
import { refuse } from "#platform/errors.ts";

/** Refuses a price the pricing engine cannot compute, naming the place in it. Shares of a total are checked with the lines they cover. */
export function refuseBadModel(model: Record<string, unknown> & { kind: string }): void {
  if (model.kind === "percent_of_total") return;
  try {
    readPriceModel(model as never);
  } catch (error) {
    refuse("price.not_valid", { problem: error instanceof Error ? error.message : String(error) });
  }
}
