import type { Context } from "#platform/context.ts";
import { json, type Tx } from "#platform/database.ts";
import { priceLines } from "#cpq/pricing/price-lines.ts";
import type { QuoteRow } from "./lock-quote.ts";
import { contractValue } from "./quote.ts";
import { linesOf } from "./quote-lines.ts";
import { today } from "./today.ts";

/** Prices the version being worked on afresh, with today's prices, and keeps every line's derivation. */
export async function priceVersion(tx: Tx, ctx: Context, quote: QuoteRow): Promise<void> {
  const within = { ...ctx, tx };
  const version = await tx
    .selectFrom("quote_versions")
    .select("header_discount_percent")
    .where("quote_id", "=", quote.id)
    .where("version", "=", quote.version)
    .executeTakeFirstOrThrow();
  const lines = await linesOf(within, quote.id, quote.version);
  const date = await today(within);
  await tx.updateTable("quotes").set({ updated_at: ctx.now }).where("id", "=", quote.id).execute();
  const update = tx.updateTable("quote_versions").where("quote_id", "=", quote.id).where("version", "=", quote.version);
  if (lines.length === 0) {
    const none = { list_minor: 0n, net_minor: 0n, tax_minor: 0n, total_minor: 0n, cost_minor: null, contract_minor: 0n };
    await update
      .set({ ...none, lead_time_days: 0, taxes: json([]), price_case: null, price_hash: null, priced_on: date })
      .execute();
    return;
  }
  const priced = await priceLines(within, {
    customerId: quote.customer_id,
    date,
    currency: quote.currency,
    lines: lines.map(({ id, sku, quantity, discountPercent }) => ({ id, sku, quantity, discountPercent })),
    headerDiscountPercent: version.header_discount_percent,
  });
  for (const line of priced.lines) {
    const { offering } = line;
    await tx
      .updateTable("quote_lines")
      .set({
        offering_version: offering.version,
        name: json(offering.name),
        description: json(offering.description),
        list_minor: line.listMinor,
        net_minor: line.netMinor,
        cost_minor: line.costMinor,
        vat_category: line.vatCategory,
        vat_rate: line.vatRate,
        every_months: offering.everyMonths,
        term_months: offering.termMonths,
        meters: json(offering.meters),
        delivery: offering.delivery,
        lead_time_days: offering.leadTimeDays,
        derivation: json(line.derivation),
        derivation_hash: line.derivation.hash,
      })
      .where("id", "=", line.id)
      .execute();
  }
  await update
    .set({
      list_minor: priced.listMinor,
      net_minor: priced.netMinor,
      tax_minor: priced.taxMinor,
      total_minor: priced.totalMinor,
      cost_minor: priced.costMinor,
      contract_minor: contractValue(priced.lines.map(({ netMinor, offering }) => ({ netMinor, ...offering }))),
      lead_time_days: Math.max(...priced.lines.map(({ offering }) => offering.leadTimeDays)),
      taxes: json(priced.taxes),
      price_case: json(priced.priceCase),
      price_hash: priced.record.hash,
      priced_on: date,
    })
    .execute();
}
