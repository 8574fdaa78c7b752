/** Lines of a document before it is issued. Amounts are as they stand on the document: positive on a credit note. */
import { dateOf, plusDays } from "#back-office/subscriptions/engine/local-time.ts";
import type { Locale } from "#platform/context.ts";
import { decimalText } from "#platform/money.ts";
import { compare, multiply, parseDecimal, rational } from "#platform/rational.ts";
import { roundToInteger, toFixed } from "#platform/rounding.ts";
import { newId } from "#platform/ids.ts";
import { currencyExponent } from "#platform/money.ts";
import type { Billable } from "./billables.ts";
import type { InvoiceLine, Step, VatTreatment } from "./engine/types.ts";

export interface DraftLine {
  id: string;
  kind: "one_off" | "service" | "recurring" | "usage" | "correction";
  sku: string;
  name: string;
  /** As printed: what was bought, or what was used beyond the included units. */
  quantity: string;
  unit: string;
  /** Decimal text such that quantity x price is the net. */
  unitPrice: string;
  netMinor: bigint;
  vat: VatTreatment;
  serviceFrom: string | null;
  /** The last day served. */
  serviceTo: string | null;
  orderId: string | null;
  orderItemId: string | null;
  subscriptionId: string | null;
  creditsLineId: string | null;
  derivation: readonly Step[];
  /** What it books; absent on lines a person wrote. */
  obligation?: InvoiceLine;
}

const order: Record<DraftLine["kind"], number> = { one_off: 0, service: 1, recurring: 2, usage: 3, correction: 4 };

/** The lines of a run as a customer reads them, in the order of an invoice. `sign` -1n turns them round for a credit note. */
export function draftLines(
  lines: readonly InvoiceLine[],
  billables: ReadonlyMap<string, Billable>,
  lineOfKey: ReadonlyMap<string, string>,
  currency: string,
  sign: 1n | -1n,
  locale: Locale,
): DraftLine[] {
  const drafts = lines.map((line) => draftOf(line, billables.get(line.itemId)!, lineOfKey, currency, sign, locale));
  // goodwill gives back a part of a line of this very document
  const here = new Map(drafts.map((draft) => [draft.obligation!.key, draft.id]));
  return drafts
    .map((draft) => ({ ...draft, creditsLineId: draft.creditsLineId ?? here.get(draft.obligation!.credits ?? "") ?? null }))
    .toSorted((a, b) => order[a.kind] - order[b.kind]);
}

function draftOf(
  line: InvoiceLine,
  billable: Billable,
  lineOfKey: ReadonlyMap<string, string>,
  currency: string,
  sign: 1n | -1n,
  locale: Locale,
): DraftLine {
  const spanned = line.service.to !== line.service.from;
  const correction = line.kind === "credit" || line.kind === "adjustment" || (line.kind === "usage" && line.reason !== "period");
  const netMinor = line.net * sign;
  return {
    id: newId(),
    kind: correction ? "correction" : billable.lineKind,
    sku: billable.sku,
    name: isGoodwill(line) ? goodwillName[locale] : billable.name,
    ...priced(line, billable, netMinor, currency),
    unit: correction ? "C62" : billable.unit,
    netMinor,
    vat: line.vat,
    serviceFrom: dateOf(line.service.from),
    serviceTo: spanned ? plusDays(line.service.to, -1) : dateOf(line.service.from),
    orderId: billable.orderId,
    orderItemId: billable.orderItemId,
    subscriptionId: billable.subscriptionId,
    creditsLineId: line.credits ? (lineOfKey.get(line.credits) ?? null) : null,
    derivation: line.derivation,
    obligation: line,
  };
}

const isGoodwill = (line: InvoiceLine): boolean => line.kind === "adjustment" && line.reason.startsWith("goodwill:");
const goodwillName: Record<Locale, string> = { en: "Goodwill credit", fr: "Geste commercial" };

/** Quantity and price when they make the net exactly, else one at the net: documents must be able to be redone by hand. */
function priced(
  line: InvoiceLine,
  billable: Billable,
  netMinor: bigint,
  currency: string,
): { quantity: string; unitPrice: string } {
  const one = { quantity: netMinor < 0n ? "-1" : "1", unitPrice: decimalText(netMinor < 0n ? -netMinor : netMinor, currency) };
  if (line.net < 0n || line.kind === "credit" || !/^\d+(\.\d+)?$/.test(line.quantity)) return one;
  const version = billable.versions.find((each) => each.id === line.versionId);
  const model = version?.model as { kind?: string; unitPrice?: string; freeUnits?: string } | null | undefined;
  if (line.kind === "usage") {
    if (model?.kind !== "per_unit" || !model.unitPrice || line.reason !== "period") return one;
    const left = rational(
      parseDecimal(line.quantity).num * parseDecimal(model.freeUnits ?? "0").den -
        parseDecimal(model.freeUnits ?? "0").num * parseDecimal(line.quantity).den,
      parseDecimal(line.quantity).den * parseDecimal(model.freeUnits ?? "0").den,
    );
    const paid = compare(left, rational(0n)) > 0 ? left : rational(0n);
    return exact({ quantity: trimmed(toFixed(paid, 12)), unitPrice: model.unitPrice }, netMinor, currency) ?? one;
  }
  if (line.kind !== "one_off") return one;
  const quantity = parseDecimal(line.quantity);
  const unitPrice = toFixed(rational(netMinor * quantity.den, quantity.num * 10n ** BigInt(currencyExponent(currency))), 4);
  return exact({ quantity: line.quantity, unitPrice: trimmed(unitPrice) }, netMinor, currency) ?? one;
}

function exact(pair: { quantity: string; unitPrice: string }, netMinor: bigint, currency: string) {
  const product = multiply(parseDecimal(pair.quantity), parseDecimal(pair.unitPrice));
  const minor = roundToInteger(multiply(product, rational(10n ** BigInt(currencyExponent(currency)))));
  return minor === netMinor ? pair : undefined;
}

const trimmed = (text: string): string => (text.includes(".") ? text.replace(/\.?0+$/, "") : text);
