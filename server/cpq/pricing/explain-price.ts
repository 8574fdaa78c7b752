import type { LineRecord } from "./engine/record.ts";
import { verifyLine } from "./engine/replay.ts";

/** Why a line costs what it costs: its steps in order, and whether the record is still whole (hash and arithmetic). */
export const explainPrice = (line: LineRecord) => ({
  hash: line.hash,
  intact: verifyLine(line).ok,
  currency: line.currency,
  list: line.list,
  net: line.net,
  discountPercent: line.discountPercent,
  marginPercent: line.marginPercent ?? null,
  steps: line.segments.flatMap((segment) =>
    segment.steps.map(({ step, rule, operation, operand, from, to, note, tiers }) => ({
      step,
      rule,
      operation,
      operand,
      from,
      to,
      note: note ?? null,
      tiers: (tiers ?? []).map(({ tier, quantity, unitPrice, flatFee, amount }) => ({
        tier,
        quantity,
        unitPrice,
        flatFee,
        amount,
      })),
    })),
  ),
});
