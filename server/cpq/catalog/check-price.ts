import { refuse } from "#platform/errors.ts";

/** Refuses a price the pricing engine cannot compute, naming the place in it. */
export function refuseBadModel(model: Record<string, unknown> & { kind: string }): void {
  if (model.kind === "per_unit" && !/^\d+(\.\d+)?$/.test(String(model.unitPrice)))
    refuse("price.not_valid", { problem: "unitPrice" });
}
