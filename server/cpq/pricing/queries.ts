import { type Context, reader } from "#platform/context.ts";
import type { Bilingual } from "#cpq/catalog/offering.ts";
import { explainPrice } from "./explain-price.ts";
import { type PriceLines, priceLines } from "./price-lines.ts";

export async function listContractedPrices(ctx: Context, input: { customerId?: string | undefined }) {
  let query = reader(ctx)
    .selectFrom("contracted_price_list")
    .selectAll()
    .orderBy("customer_name")
    .orderBy("sku")
    .orderBy("valid_from", "desc")
    .limit(500);
  if (input.customerId) query = query.where("customer_id", "=", input.customerId);
  return {
    rows: (await query.execute()).map((row) => ({
      id: row.id!,
      customerId: row.customer_id!,
      customerName: row.customer_name!,
      offeringId: row.offering_id!,
      sku: row.sku!,
      offeringName: row.offering_name as Bilingual,
      currency: row.currency!,
      price: row.price as Record<string, unknown> | null,
      percentOff: row.percent_off,
      validFrom: row.valid_from!,
      validUntil: row.valid_until,
      note: row.note,
    })),
  };
}

export async function listPriceRules(ctx: Context) {
  const rows = await reader(ctx)
    .selectFrom("price_rules")
    .selectAll()
    .orderBy("valid_from", "desc")
    .orderBy("name")
    .limit(500)
    .execute();
  return {
    rows: rows.map((row) => ({
      id: row.id,
      kind: row.kind as "promotion" | "schedule",
      name: row.name,
      rule: row.rule as Record<string, unknown>,
      validFrom: row.valid_from,
      validUntil: row.valid_until,
    })),
  };
}

/** What some lines would cost, and why, without writing anything. */
export async function previewPrice(ctx: Context, input: Omit<PriceLines, "date"> & { date?: string | undefined }) {
  const priced = await priceLines(ctx, { ...input, date: input.date ?? ctx.now.toISOString().slice(0, 10) });
  return {
    lines: priced.lines.map((line) => ({
      id: line.id,
      sku: line.offering.sku,
      name: line.offering.name,
      kind: line.offering.kind,
      everyMonths: line.offering.everyMonths,
      quantity: line.quantity,
      discountPercent: line.discountPercent,
      listMinor: line.listMinor,
      netMinor: line.netMinor,
      vatCategory: line.vatCategory,
      vatRate: line.vatRate,
      why: explainPrice(line.derivation),
    })),
    taxes: priced.taxes,
    listMinor: priced.listMinor,
    netMinor: priced.netMinor,
    taxMinor: priced.taxMinor,
    totalMinor: priced.totalMinor,
    hash: priced.record.hash,
  };
}
