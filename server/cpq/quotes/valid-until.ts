import { type Context, reader } from "#platform/context.ts";
import { decimalText } from "#platform/money.ts";
import { compare, parseDecimal } from "#platform/rational.ts";
import { decide } from "#cpq/rules/decision-table.ts";
import { loadTable } from "#cpq/rules/load-table.ts";
import type { QuoteRow } from "./lock-quote.ts";
import { addDays, sellerDiscount, validDays } from "./quote.ts";
import { linesOf } from "./quote-lines.ts";

/** As validUntil, for the version of a quote as it stands. */
export async function validUntilOf(ctx: Context, quote: QuoteRow, day: string): Promise<string> {
  const [version, lines] = await Promise.all([
    reader(ctx)
      .selectFrom("quote_versions")
      .select(["header_discount_percent", "total_minor"])
      .where("quote_id", "=", quote.id)
      .where("version", "=", quote.version)
      .executeTakeFirstOrThrow(),
    linesOf(ctx, quote.id, quote.version),
  ]);
  const { header_discount_percent: headerPercent, total_minor: totalMinor } = version;
  return validUntil(ctx, { lines, headerPercent, totalMinor, currency: quote.currency }, day);
}

interface Offered {
  lines: readonly { discountPercent: string }[];
  headerPercent: string;
  totalMinor: bigint;
  currency: string;
}

/** Until which day a quote sent on `day` holds, as the decision table quote_validity says; thirty days where it says nothing. */
export async function validUntil(ctx: Context, offered: Offered, day: string): Promise<string> {
  const table = await loadTable(ctx, "quote_validity");
  const given = offered.lines.map((line) => sellerDiscount(line.discountPercent, offered.headerPercent));
  const highest = given.reduce((most, one) => (compare(parseDecimal(one), parseDecimal(most)) > 0 ? one : most), "0");
  const total = decimalText(offered.totalMinor, offered.currency);
  const [fired] = decide(table, { discountPercent: highest, total });
  const days = Number(fired?.outcome["days"]);
  return addDays(day, Number.isInteger(days) && days >= 1 && days <= 730 ? days : validDays);
}
