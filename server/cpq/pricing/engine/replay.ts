/** Proving a price years later: from the line's record alone, or by pricing the stored case again. */
import { add, compare, multiply, type Rational, subtract } from "#platform/rational.ts";
import type { RoundingPolicy } from "#platform/rounding.ts";
import { canonicalJson } from "./canonical.ts";
import { parseExact } from "./exact-text.ts";
import { priceCase } from "./price-case.ts";
import { type LineRecord, type PricedRecord, recordOf, type StepRecord } from "./record.ts";
import { sha256 } from "./sha256.ts";
import { roundTo } from "./moves.ts";
import type { PriceCaseJson } from "./types.ts";

/** Nothing wrong, or the first place that does not hold. */
export type Verdict = { readonly ok: true } | { readonly ok: false; readonly path: string; readonly message: string };

const wrong = (path: string, message: string): Verdict => ({ ok: false, path, message });
const ok: Verdict = { ok: true };

/** Whether a line's record is whole: every step follows from the one before, and the hash is that of the record. */
export function verifyLine(line: LineRecord): Verdict {
  const { hash, ...body } = line;
  let minor = 0n;
  for (const [s, segment] of line.segments.entries()) {
    for (const [i, step] of segment.steps.entries()) {
      const path = `segments[${s}].steps[${i}]`;
      const before = i === 0 ? "0" : segment.steps[i - 1]!.to;
      if (compare(parseExact(step.from), parseExact(before)) !== 0)
        return wrong(`${path}.from`, `is ${step.from}, not ${before}`);
      const expected = follow(step);
      if (compare(expected, parseExact(step.to)) !== 0)
        return wrong(`${path}.to`, `does not follow: ${step.operation} ${step.operand}`);
      const tiers = step.tiers;
      if (tiers && compare(sumOf(tiers.map((tier) => tier.amount)), expected) !== 0)
        return wrong(`${path}.tiers`, "do not add up");
    }
    const last = segment.steps.at(-1);
    if (!last || compare(parseExact(last.to), parseExact(segment.amount)) !== 0)
      return wrong(`segments[${s}].amount`, "is not the last step");
    minor += BigInt(segment.amountMinor);
  }
  if (minor !== BigInt(line.amountMinor)) return wrong("amountMinor", "is not the sum of the segments");
  return sha256(canonicalJson(body)) === hash ? ok : wrong("hash", "is not the hash of the record");
}

const sumOf = (amounts: readonly string[]): Rational => amounts.map(parseExact).reduce(add, parseExact("0"));

/** The amount a step must lead to. */
function follow(step: StepRecord): Rational {
  const [from, operand] = [parseExact(step.from), parseExact(step.operand)];
  switch (step.operation) {
    case "times":
      return multiply(from, operand);
    case "plus":
      return add(from, operand);
    case "minus":
      return subtract(from, operand);
    case "round":
      return roundTo(from, operand, step.rule as RoundingPolicy);
    default:
      return operand;
  }
}

/** Whether a stored case still gives exactly the stored record. Names the first difference if not. */
export function replay(json: PriceCaseJson, record: PricedRecord): Verdict {
  if (sha256(canonicalJson(json)) !== record.inputHash) return wrong("inputHash", "is of another case");
  for (const [i, line] of record.lines.entries()) {
    const verdict = verifyLine(line);
    if (!verdict.ok) return wrong(`lines[${i}].${verdict.path}`, verdict.message);
  }
  const again = recordOf(json, priceCase(json));
  const path = firstDifference(again, record, "");
  return path === null ? ok : wrong(path, "is not what the case gives now");
}

function firstDifference(a: unknown, b: unknown, path: string): string | null {
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return a === b ? null : path;
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>];
  for (const key of new Set([...Object.keys(left), ...Object.keys(right)])) {
    const step = Array.isArray(a) ? `[${key}]` : path === "" ? key : `.${key}`;
    const found = firstDifference(left[key], right[key], path + step);
    if (found !== null) return found;
  }
  return null;
}
