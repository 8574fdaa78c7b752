import { type Context, reader } from "#platform/context.ts";
import { refuse, refuseUnless } from "#platform/errors.ts";
import { decimalText } from "#platform/money.ts";
import type { Offering } from "#cpq/catalog/offering.ts";
import { publishedOfferings } from "#cpq/catalog/queries.ts";
import { priceCase } from "./engine/price-case.ts";
import { CaseError } from "./engine/read.ts";
import { type LineRecord, type PricedRecord, recordOf } from "./engine/record.ts";
import type { LineJson, Per, PriceCaseJson } from "./engine/types.ts";
import { loadRules } from "./load-rules.ts";

export interface LineToPrice {
  /** Comes back on the priced line; its place in the list when left out. */
  id?: string | undefined;
  sku: string;
  quantity: string;
  /** Given by the seller on this line, "12" for 12 %. */
  discountPercent?: string | undefined;
}
export interface PriceLines {
  /** Whose contracted prices, segment and region count; null for a visitor. */
  customerId: string | null;
  /** "2026-03-02": which prices hold. */
  date: string;
  currency: string;
  segment?: string | null | undefined;
  /** Country of the customer for prices and VAT; the seller's own when left out. */
  region?: string | null | undefined;
  lines: readonly LineToPrice[];
  headerDiscountPercent?: string | undefined;
  promotionCodes?: readonly string[] | undefined;
}
export interface PricedLineOf {
  id: string;
  offering: Offering;
  quantity: string;
  discountPercent: string;
  /** One-off, or one period of a subscription. */
  listMinor: bigint;
  netMinor: bigint;
  costMinor: bigint | null;
  vatCategory: string;
  vatRate: string;
  /** Every step from list price to net, with its hash. */
  derivation: LineRecord;
}
export interface PricedLines {
  lines: PricedLineOf[];
  record: PricedRecord;
  /** What the engine was given: with `record` it can be replayed for ever. */
  priceCase: PriceCaseJson;
  listMinor: bigint;
  netMinor: bigint;
  taxMinor: bigint;
  totalMinor: bigint;
  costMinor: bigint | null;
  taxes: { category: string; percent: string; netMinor: bigint; taxMinor: bigint }[];
}

const periods: Record<number, Per> = { 1: "month", 3: "quarter", 6: "half_year", 12: "year" };
/** A period the engine has no word for is priced as one charge; the offering says how often it comes. */
const perOf = (everyMonths: number | null): Per => (everyMonths === null ? "once" : (periods[everyMonths] ?? "once"));

/**
 * The price of some lines for a customer on a day: list, contract, promotions, schedules, the seller's discounts, VAT once
 * per category, every step kept. A subscription is priced for one of its periods. Refuses what is not sold or has no price, and an empty list.
 */
export async function priceLines(ctx: Context, input: PriceLines): Promise<PricedLines> {
  refuseUnless(input.lines.length > 0, "pricing.not_computable", { problem: "no lines" });
  const offerings = new Map(
    (await publishedOfferings(ctx, [...new Set(input.lines.map((line) => line.sku))])).map((offering) => [
      offering.sku,
      offering,
    ]),
  );
  for (const { sku } of input.lines) {
    const offering = offerings.get(sku);
    refuseUnless(offering && offering.kind !== "bundle", "pricing.not_sold", { sku });
  }
  const customer = await customerOf(ctx, input);
  const rules = await loadRules(ctx, { ...customer, currency: input.currency, date: input.date, skus: [...offerings.keys()] });
  const json: PriceCaseJson = {
    currency: input.currency,
    date: input.date,
    customer: {
      ...(input.customerId && { id: input.customerId }),
      ...(customer.segment && { segment: customer.segment }),
      region: customer.region,
    },
    products: [...offerings.values()].map((offering) => ({
      id: offering.sku,
      family: offering.family,
      taxClass: offering.taxClass,
      ...(offering.unitCostMinor !== null && {
        unitCost: decimalText(offering.unitCostMinor, offering.currency),
        ...(offering.currency !== input.currency && { costCurrency: offering.currency }),
      }),
    })),
    ...rules.forCase((everyMonths) => perOf(everyMonths)),
    ...(input.promotionCodes && { promotionCodes: [...input.promotionCodes] }),
    ...(isAboveZero(input.headerDiscountPercent) && { headerDiscount: { percent: input.headerDiscountPercent } }),
    lines: input.lines.map(
      (line, index): LineJson => ({
        id: line.id ?? String(index + 1),
        product: line.sku,
        quantity: line.quantity,
        per: perOf(offerings.get(line.sku)!.everyMonths),
        ...(isAboveZero(line.discountPercent) && { discounts: [{ percent: line.discountPercent }] }),
      }),
    ),
  };
  return summed(json, input, offerings, compute(json), customer.region);
}

const isAboveZero = (percent: string | undefined): percent is string => percent !== undefined && !/^0*(\.0*)?$/.test(percent);

function compute(json: PriceCaseJson): PricedRecord {
  try {
    return recordOf(json, priceCase(json));
  } catch (error) {
    if (!(error instanceof CaseError)) throw error;
    return refuse("pricing.not_computable", {
      problem: error.issues.map((issue) => `${issue.path} ${issue.message}`).join("; "),
    });
  }
}

function summed(
  json: PriceCaseJson,
  input: PriceLines,
  offerings: ReadonlyMap<string, Offering>,
  record: PricedRecord,
  region: string,
): PricedLines {
  const lines = record.lines.map((line, index): PricedLineOf => {
    const asked = input.lines[index]!;
    if (!line.tax) refuse("pricing.no_tax", { sku: asked.sku, region });
    return {
      id: line.id,
      offering: offerings.get(asked.sku)!,
      quantity: asked.quantity,
      discountPercent: asked.discountPercent ?? "0",
      listMinor: BigInt(line.listMinor),
      netMinor: BigInt(line.netMinor),
      costMinor: line.costMinor === undefined ? null : BigInt(line.costMinor),
      vatCategory: line.tax.category,
      vatRate: line.tax.percent,
      derivation: line,
    };
  });
  const { totals } = record;
  return {
    lines,
    record,
    priceCase: json,
    listMinor: BigInt(totals.listMinor),
    netMinor: BigInt(totals.netMinor),
    taxMinor: BigInt(totals.taxMinor),
    totalMinor: BigInt(totals.grossMinor),
    costMinor: totals.costMinor === undefined ? null : BigInt(totals.costMinor),
    taxes: record.taxes.map((tax) => ({
      category: tax.category,
      percent: tax.percent,
      netMinor: BigInt(tax.netMinor),
      taxMinor: BigInt(tax.taxMinor),
    })),
  };
}

/** Segment and country of the customer, from their record unless given. */
async function customerOf(
  ctx: Context,
  input: PriceLines,
): Promise<{ customerId: string | null; segment: string | null; region: string }> {
  const db = reader(ctx);
  const row = input.customerId
    ? await db
        .selectFrom("customers")
        .select(["segment", "billing_address"])
        .where("id", "=", input.customerId)
        .executeTakeFirst()
    : undefined;
  const country = (row?.billing_address as { country?: string } | null | undefined)?.country;
  const region = input.region ?? country ?? (await homeCountry(ctx));
  return { customerId: input.customerId, segment: input.segment ?? row?.segment ?? null, region };
}

async function homeCountry(ctx: Context): Promise<string> {
  const entity = await reader(ctx)
    .selectFrom("legal_entities")
    .select("address")
    .where("is_default", "=", true)
    .executeTakeFirst();
  return (entity?.address as { country?: string } | undefined)?.country ?? "FR";
}
