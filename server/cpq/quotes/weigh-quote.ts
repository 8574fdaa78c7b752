import type { Context } from "#platform/context.ts";
import { formatPercent, formatNumber } from "#platform/i18n/format.ts";
import { parseDecimal, subtract } from "#platform/rational.ts";
import { toFixed } from "#platform/rounding.ts";
import { type ApprovalReason, type Bilingual } from "#cpq/approvals/approval.ts";
import { grantedReasons } from "#cpq/approvals/queries.ts";
import { priceLines } from "#cpq/pricing/price-lines.ts";
import { loadTable } from "#cpq/rules/load-table.ts";
import { type AssessedLine, type Assessment, assess, type Milder, milderQuote } from "./assess-quote.ts";
import type { QuoteLine } from "./quote-lines.ts";

export interface WeighedQuote extends Assessment {
  table: { key: string; version: number };
  /** Roles still to be asked: not those the submitter holds, nor what was agreed to before for this quote. */
  toAsk: Assessment["asked"];
  counterfactual: Bilingual | null;
}
interface Weighable {
  id: string;
  customer_id: string;
  currency: string;
}

/** Whether this version needs an approval, whose, why, and what would make it unnecessary. Writes nothing. */
export async function weighQuote(
  ctx: Context,
  quote: Weighable,
  lines: readonly QuoteLine[],
  version: { headerPercent: string; pricedOn: string | null },
): Promise<WeighedQuote> {
  const table = await loadTable(ctx, "quote_approval");
  const assessment = assess(table, lines, version.headerPercent);
  const held = ctx.actor.kind === "staff" ? ctx.actor.roles : [];
  const agreed = await grantedReasons(ctx, quote.id);
  const toAsk = assessment.asked.flatMap(({ approverRole, reasons }) => {
    if (held.some((role) => role === approverRole || role === "admin")) return [];
    const open = reasons.filter(
      (reason) => !agreed.some((one) => one.approverRole === approverRole && covers(one.reason, reason)),
    );
    return open.length > 0 ? [{ approverRole, reasons: open }] : [];
  });
  const milder = toAsk.length > 0 ? milderQuote(table, lines, version.headerPercent) : undefined;
  const holds = milder && (await isQuiet(ctx, quote, lines, milder, version.pricedOn));
  return {
    ...assessment,
    table: { key: table.key, version: table.version },
    toAsk,
    counterfactual: milder && holds ? counterfactualText(lines, version.headerPercent, milder) : null,
  };
}

/** What was agreed to covers what is asked now when it is the same reason and no more is given away. */
function covers(agreed: ApprovalReason, asked: ApprovalReason): boolean {
  const atMost = (a: string, b: string): boolean => subtract(parseDecimal(b), parseDecimal(a)).num >= 0n;
  return (
    agreed.key === asked.key &&
    atMost(asked.discountPercent, agreed.discountPercent) &&
    (agreed.marginPercent === null || asked.marginPercent === null || atMost(agreed.marginPercent, asked.marginPercent))
  );
}

/** Prices the milder quote for real and asks the table again: nothing is promised that would not hold. */
async function isQuiet(
  ctx: Context,
  quote: Weighable,
  lines: readonly QuoteLine[],
  milder: Milder,
  pricedOn: string | null,
): Promise<boolean> {
  const priced = await priceLines(ctx, {
    customerId: quote.customer_id,
    date: pricedOn ?? ctx.now.toISOString().slice(0, 10),
    currency: quote.currency,
    lines: lines.map(({ id, sku, quantity, discountPercent }) => ({
      id,
      sku,
      quantity,
      discountPercent: milder.lines.get(id) ?? discountPercent,
    })),
    headerDiscountPercent: milder.headerPercent,
  });
  const again = priced.lines.map(
    (line): AssessedLine => ({
      id: line.id,
      sku: line.offering.sku,
      name: line.offering.name,
      discountPercent: line.discountPercent,
      netMinor: line.netMinor,
      costMinor: line.costMinor,
    }),
  );
  return assess(await loadTable(ctx, "quote_approval"), again, milder.headerPercent).asked.length === 0;
}

const plain = (value: string): string => value.replace(/(\.\d*?)0+$/, "$1").replace(/\.$/, "");

function counterfactualText(lines: readonly QuoteLine[], headerPercent: string, milder: Milder): Bilingual {
  const points = (from: string, to: string): string => plain(toFixed(subtract(parseDecimal(from), parseDecimal(to)), 2));
  const changes = lines.flatMap((line) => {
    const to = milder.lines.get(line.id);
    return to === undefined ? [] : [{ name: line.name, points: points(line.discountPercent, to), to }];
  });
  const header = points(headerPercent, milder.headerPercent);
  const french = (count: string): string => `${formatNumber(count, "fr")} point${Number.parseFloat(count) < 2 ? "" : "s"}`;
  const english = (count: string): string => `${formatNumber(count, "en")} point${count === "1" ? "" : "s"}`;
  const inFrench = changes.map(
    (change) =>
      `${french(change.points)} de remise en moins sur «\u00a0${change.name.fr}\u00a0» (${formatPercent(change.to, "fr")})`,
  );
  const inEnglish = changes.map(
    (change) => `${english(change.points)} less discount on “${change.name.en}” (${formatPercent(change.to, "en")})`,
  );
  if (changes.length === 0) {
    inFrench.push(`${french(header)} de remise en moins sur l’ensemble (${formatPercent(milder.headerPercent, "fr")})`);
    inEnglish.push(`${english(header)} less discount on the whole (${formatPercent(milder.headerPercent, "en")})`);
  }
  return {
    en: `With ${inEnglish.join(" and ")}, no approval is needed.`,
    fr: `Avec ${inFrench.join(" et ")}, aucune validation n’est nécessaire.`,
  };
}
