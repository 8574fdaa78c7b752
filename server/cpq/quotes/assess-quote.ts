/** Whether a quote may leave as it is, who must agree if not, and the least change that would make that unnecessary. */
import type { ApprovalReason, Bilingual } from "#cpq/approvals/approval.ts";
import { decide, type DecisionTable, type Fired } from "#cpq/rules/decision-table.ts";
import { formatPercent } from "#platform/i18n/format.ts";
import { compare, divide, multiply, parseDecimal, rational, subtract } from "#platform/rational.ts";
import { roundToInteger, toFixed } from "#platform/rounding.ts";
import { sellerDiscount } from "./quote.ts";

export interface AssessedLine {
  id: string;
  sku: string;
  name: Bilingual;
  discountPercent: string;
  netMinor: bigint;
  costMinor: bigint | null;
}
export interface Assessment {
  /** Per role that must agree: why. */
  asked: { approverRole: string; reasons: ApprovalReason[] }[];
  lines: { lineId: string; facts: { discountPercent: string; marginPercent: string | null }; fired: Fired[] }[];
}

/** Asks the decision table about every line. */
export function assess(table: DecisionTable, lines: readonly AssessedLine[], headerPercent: string): Assessment {
  const asked = new Map<string, ApprovalReason[]>();
  const judged = lines.map((line) => {
    const facts = {
      discountPercent: sellerDiscount(line.discountPercent, headerPercent),
      marginPercent: marginOf(line.netMinor, line.costMinor),
    };
    const fired = decide(table, facts);
    for (const { rule, outcome, reason } of fired) {
      const role = outcome["approver"];
      if (!role) continue;
      asked.set(role, [
        ...(asked.get(role) ?? []),
        { key: `${line.sku}/${rule}`, text: reasonText(line, facts, reason), ...facts },
      ]);
    }
    return { lineId: line.id, facts, fired };
  });
  return { asked: [...asked].map(([approverRole, reasons]) => ({ approverRole, reasons })), lines: judged };
}

function marginOf(netMinor: bigint, costMinor: bigint | null): string | null {
  if (costMinor === null) return null;
  if (netMinor <= 0n) return "-100";
  return toFixed(divide(rational((netMinor - costMinor) * 100n), rational(netMinor)), 2);
}

const reasonText = (line: AssessedLine, facts: { discountPercent: string; marginPercent: string | null }, reason: Bilingual) => {
  const text = (locale: "en" | "fr"): string => {
    const given = formatPercent(facts.discountPercent, locale);
    const margin = facts.marginPercent === null ? "" : formatPercent(facts.marginPercent, locale);
    return locale === "en"
      ? `${line.name.en}: ${reason.en} (discount ${given}${margin && `, margin ${margin}`})`
      : `${line.name.fr} : ${reason.fr} (remise ${given}${margin && `, marge ${margin}`})`;
  };
  return { en: text("en"), fr: text("fr") };
};

/** The same quote with less discount, line by line or on the whole. */
export interface Milder {
  lines: ReadonlyMap<string, string>;
  headerPercent: string;
}

/**
 * The greatest discounts, in tenths of a point, with which no approval would be asked; undefined when discounts alone are
 * not the reason. Line discounts give way first, then the discount on the whole. Prices at a smaller discount are worked
 * out in proportion: price it again before saying so.
 */
export function milderQuote(table: DecisionTable, lines: readonly AssessedLine[], headerPercent: string): Milder | undefined {
  const quiet = (line: AssessedLine, percent: string, header: string): boolean =>
    assess(table, [rescaled(line, percent, headerPercent, header)], header).asked.length === 0;
  const chosen = new Map<string, string>();
  let possible = true;
  for (const line of lines) {
    if (quiet(line, line.discountPercent, headerPercent)) continue;
    const percent = greatest(line.discountPercent, (tried) => quiet(line, tried, headerPercent));
    if (percent === undefined) possible = false;
    else chosen.set(line.id, percent);
  }
  if (possible) return { lines: chosen, headerPercent };
  const header = greatest(headerPercent, (tried) => lines.every((line) => quiet(line, line.discountPercent, tried)));
  return header === undefined ? undefined : { lines: new Map(), headerPercent: header };
}

/** The greatest percentage below `from`, in tenths, that passes; passing is taken to be easier the smaller it is. */
function greatest(from: string, passes: (percent: string) => boolean): string | undefined {
  const limit = parseDecimal(from);
  const tenths = (count: bigint): string => toFixed(rational(count, 10n), 1).replace(/\.0$/, "");
  let low = -1n;
  let high = roundToInteger(multiply(limit, rational(10n)), "up");
  while (high - low > 1n) {
    const middle = (low + high) / 2n;
    if (compare(rational(middle, 10n), limit) < 0 && passes(tenths(middle))) low = middle;
    else high = middle;
  }
  return low < 0n ? undefined : tenths(low);
}

/** A line as it would be with other discounts: what is left of its price grows in proportion. */
function rescaled(line: AssessedLine, percent: string, headerBefore: string, headerAfter: string): AssessedLine {
  const kept = (linePercent: string, header: string) =>
    subtract(rational(100n), parseDecimal(sellerDiscount(linePercent, header)));
  const before = kept(line.discountPercent, headerBefore);
  if (before.num === 0n) return { ...line, discountPercent: percent };
  const factor = divide(kept(percent, headerAfter), before);
  return { ...line, discountPercent: percent, netMinor: roundToInteger(multiply(rational(line.netMinor), factor)) };
}
