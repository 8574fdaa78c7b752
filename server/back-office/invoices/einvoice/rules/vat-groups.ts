/** The VAT breakdown, group by group: BR-45 to BR-48, BR-CO-17, and rules 08, 09 and 10 of every category. */
import { compare, isZero, type Rational, zero } from "#platform/rational.ts";
import { cents, exact, roundedToCents, shareOf } from "../decimals.ts";
import { groupKey, ratedCategories, vatGroups } from "../totals.ts";
import type { EInvoice, VatGroup } from "../types.ts";
import type { Report } from "./report.ts";

/** The middle of a rule id by category code: BR-IC-08 is about K. */
export const families: Readonly<Record<string, string>> = {
  S: "S",
  Z: "Z",
  E: "E",
  AE: "AE",
  K: "IC",
  G: "G",
  O: "O",
  L: "AF",
  M: "AG",
};

export function checkVatGroups(invoice: EInvoice, report: Report): void {
  const computed = new Map(vatGroups(invoice).map((group) => [groupKey(group), group]));
  invoice.vatBreakdown?.forEach((group, index) => {
    const path = `vatBreakdown[${index}]`;
    checkComplete(group, path, report);
    const family = families[group.category ?? ""];
    if (family === undefined) return;
    const expected = computed.get(groupKey(group))?.taxableAmount ?? "0.00";
    const base = exact(group.taxableAmount);
    if (base && compare(base, exact(expected) ?? zero) !== 0)
      report(`BR-${family}-08`, `${path}.taxableAmount`, { ...named(group), expected, found: group.taxableAmount ?? "" });
    checkTax(group, path, family, report);
    checkReason(group, path, family, report);
  });
  const stated = new Set((invoice.vatBreakdown ?? []).map(groupKey));
  for (const [key, group] of computed) {
    const family = families[group.category ?? ""];
    if (family !== undefined && !stated.has(key) && ratedCategories.has(group.category ?? ""))
      report(`BR-${family}-08`, "vatBreakdown", { ...named(group), expected: group.taxableAmount ?? "", found: "0.00" });
  }
}

const named = (group: VatGroup): { category: string; rate: string } => ({
  category: group.category ?? "",
  rate: group.rate ?? "0",
});

function checkComplete(group: VatGroup, path: string, report: Report): void {
  if (group.taxableAmount === undefined) report("BR-45", `${path}.taxableAmount`);
  if (group.taxAmount === undefined) report("BR-46", `${path}.taxAmount`);
  if (group.category === undefined) report("BR-47", `${path}.category`);
  if (group.rate === undefined && group.category !== "O") report("BR-48", `${path}.rate`);
}

/** VAT = taxable amount x rate, rounded once, half away from zero. */
function checkTax(group: VatGroup, path: string, family: string, report: Report): void {
  const tax = exact(group.taxAmount);
  const base = exact(group.taxableAmount);
  if (!tax || !base) return;
  const expected: Rational = roundedToCents(shareOf(base, exact(group.rate) ?? zero));
  const values = { ...named(group), expected: cents(expected), found: group.taxAmount ?? "" };
  if (compare(tax, expected) !== 0) report("BR-CO-17", `${path}.taxAmount`, values);
  const rated = ratedCategories.has(group.category ?? "");
  if (rated ? compare(tax, expected) !== 0 : !isZero(tax))
    report(`BR-${family}-09`, `${path}.taxAmount`, rated ? values : { ...values, expected: cents(zero) });
}

/** Taxed and zero rated groups have no exemption reason, all others have one. */
function checkReason(group: VatGroup, path: string, family: string, report: Report): void {
  const stated = group.exemptionReason !== undefined || group.exemptionReasonCode !== undefined;
  const taxed = ["S", "Z", "L", "M"].includes(group.category ?? "");
  if (stated === taxed) report(`BR-${family}-10`, `${path}.exemptionReason`, named(group));
}
