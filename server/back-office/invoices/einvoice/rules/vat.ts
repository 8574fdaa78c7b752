/** What each VAT category asks of the invoice: rules 01 to 07 of S, Z, E, AE, IC, G, O, AF (IGIC), AG (IPSI), BR-IC-11, 12, BR-O-11 to 14. */
import { compare, isZero, zero } from "#platform/rational.ts";
import { exact } from "../decimals.ts";
import { ratedCategories } from "../totals.ts";
import type { EInvoice } from "../types.ts";
import type { Report } from "./report.ts";
import { families } from "./vat-groups.ts";

interface Use {
  readonly path: string;
  readonly kind: "line" | "allowance" | "charge";
  readonly category: string;
  readonly rate: string | undefined;
}

/** Where VAT categories are used: lines, document allowances and document charges. */
function uses(invoice: EInvoice): Use[] {
  const list: Use[] = [];
  const put = (
    kind: Use["kind"],
    path: string,
    vat: { category?: string | undefined; rate?: string | undefined } | undefined,
  ): void => {
    if (vat?.category !== undefined) list.push({ kind, path, category: vat.category, rate: vat.rate });
  };
  invoice.lines?.forEach((line, index) => put("line", `lines[${index}]`, line.vat));
  invoice.allowances?.forEach((each, index) => put("allowance", `allowances[${index}]`, each.vat));
  invoice.charges?.forEach((each, index) => put("charge", `charges[${index}]`, each.vat));
  return list;
}

export function checkVat(invoice: EInvoice, report: Report): void {
  const used = uses(invoice);
  for (const [category, family] of Object.entries(families)) {
    const own = used.filter((use) => use.category === category);
    checkPresence(invoice, category, family, own.length > 0, report);
    for (const [kind, rule] of [
      ["line", "02"],
      ["allowance", "03"],
      ["charge", "04"],
    ] as const) {
      const use = own.find((each) => each.kind === kind);
      const missing = use && missingNumbers(category, invoice);
      if (use && missing) report(`BR-${family}-${rule}`, missing, { category });
    }
    for (const use of own)
      if (!rateFits(category, use.rate)) report(`BR-${family}-${rateRule[use.kind]}`, `${use.path}.vat.rate`, { category });
  }
  if (invoice.vatBreakdown?.some((group) => group.category === "K")) checkIntraCommunity(invoice, report);
  if (invoice.vatBreakdown?.some((group) => group.category === "O")) checkOutsideScope(invoice, used, report);
}

const rateRule = { line: "05", allowance: "06", charge: "07" } as const;

/** Rule 01: a category used has its group; those without rates have exactly one. */
function checkPresence(invoice: EInvoice, category: string, family: string, used: boolean, report: Report): void {
  const groups = (invoice.vatBreakdown ?? []).filter((group) => group.category === category).length;
  const right = ratedCategories.has(category) ? groups > 0 === used : groups === (used ? 1 : 0);
  if (!right) report(`BR-${family}-01`, "vatBreakdown", { category });
}

/** The path of the tax number that a category asks for and that is not there (or is there and must not be). */
function missingNumbers(category: string, invoice: EInvoice): string | undefined {
  const { seller, buyer, taxRepresentative } = invoice;
  const vatId = seller?.vatId ?? taxRepresentative?.vatId;
  if (category === "O") {
    if (seller?.vatId !== undefined) return "seller.vatId";
    if (taxRepresentative?.vatId !== undefined) return "taxRepresentative.vatId";
    return buyer?.vatId === undefined ? undefined : "buyer.vatId";
  }
  const sellerKnown = category === "K" || category === "G" ? vatId : (vatId ?? seller?.taxId);
  if (sellerKnown === undefined) return "seller.vatId";
  if (category === "K" && buyer?.vatId === undefined) return "buyer.vatId";
  if (category === "AE" && buyer?.vatId === undefined && buyer?.legalId === undefined) return "buyer.vatId";
  return undefined;
}

function rateFits(category: string, text: string | undefined): boolean {
  const rate = exact(text);
  if (category === "O") return text === undefined;
  if (!rate) return false;
  if (category === "S") return compare(rate, zero) > 0;
  return category === "L" || category === "M" ? compare(rate, zero) >= 0 : isZero(rate);
}

function checkIntraCommunity(invoice: EInvoice, report: Report): void {
  const { delivery, period } = invoice;
  if (delivery?.date === undefined && period?.start === undefined && period?.end === undefined)
    report("BR-IC-11", "delivery.date");
  if (delivery?.address?.country === undefined) report("BR-IC-12", "delivery.address.country");
}

/** Nothing else may stand beside what is outside the scope of VAT. */
function checkOutsideScope(invoice: EInvoice, used: readonly Use[], report: Report): void {
  if (invoice.vatBreakdown?.some((group) => group.category !== "O")) report("BR-O-11", "vatBreakdown");
  const rules = { line: "BR-O-12", allowance: "BR-O-13", charge: "BR-O-14" } as const;
  for (const use of used) if (use.category !== "O") report(rules[use.kind], `${use.path}.vat.category`);
}
