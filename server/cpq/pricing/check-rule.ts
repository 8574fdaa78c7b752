import { refuse } from "#platform/errors.ts";
import { CaseError } from "./engine/read.ts";
import { readCase } from "./engine/read-case.ts";
import type { PriceCaseJson } from "./engine/types.ts";

/** Refuses a rule the pricing engine cannot read, naming the place in it. */
export function refuseBadRule(part: Pick<PriceCaseJson, "contracts" | "promotions" | "discountSchedules">): void {
  try {
    readCase({ currency: "EUR", date: "2026-01-01", lines: [{ quantity: "1", unitPrice: "1" }], ...part });
  } catch (error) {
    if (!(error instanceof CaseError)) throw error;
    refuse("pricing.rule_not_valid", { problem: error.issues.map((issue) => `${issue.path} ${issue.message}`).join("; ") });
  }
}
