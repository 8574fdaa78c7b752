import type { Context, Locale } from "#platform/context.ts";
import { reader } from "#platform/context.ts";
import { formatDate, formatMoney, formatNumber, formatPercent } from "#platform/i18n/format.ts";
import { translate } from "#platform/i18n/translate.ts";
import { defaultLegalEntity } from "#record/organisation/legal-entity.ts";
import type { Address } from "./events.ts";
import type { QuoteRow } from "./lock-quote.ts";
import { sumByPeriod } from "./quote.ts";
import { linesOf, type QuoteLine } from "./quote-lines.ts";
import { today } from "./today.ts";
import { validUntil } from "./valid-until.ts";

type TaxRow = { category: string; percent: string; netMinor: string; taxMinor: string };

/** The PDF of a version, in the customer's language. The same version always gives the same bytes; `draft` marks a preview. */
export async function renderQuote(
  ctx: Context,
  quote: QuoteRow,
  version: number,
  issued: { at: Date; validUntil: string } | null,
) {
  const db = reader(ctx);
  const [entity, row, lines, customer, contact, owner, day] = await Promise.all([
    defaultLegalEntity(ctx),
    db
      .selectFrom("quote_versions")
      .selectAll()
      .where("quote_id", "=", quote.id)
      .where("version", "=", version)
      .executeTakeFirstOrThrow(),
    linesOf(ctx, quote.id, version),
    db
      .selectFrom("customers")
      .select(["name", "billing_address", "vat_number"])
      .where("id", "=", quote.customer_id)
      .executeTakeFirstOrThrow(),
    quote.contact_id
      ? db.selectFrom("contacts").select(["first_name", "last_name"]).where("id", "=", quote.contact_id).executeTakeFirst()
      : undefined,
    quote.owner_id
      ? db.selectFrom("staff").select(["name", "email", "phone"]).where("id", "=", quote.owner_id).executeTakeFirst()
      : undefined,
    today(ctx),
  ]);
  const locale = quote.locale as Locale;
  const t = (key: string, params: Record<string, string | number> = {}) => translate(locale, `quote-document:${key}`, params);
  const money = (minor: bigint) => formatMoney(minor, quote.currency, locale);
  const onDay = day;
  const offered = { lines, headerPercent: row.header_discount_percent, totalMinor: row.total_minor, currency: quote.currency };
  const until = issued?.validUntil ?? quote.valid_until ?? (await validUntil(ctx, offered, onDay));
  const address = (customer.billing_address ?? row.delivery_address) as Address | null;
  const data = {
    brand: { name: entity.brand_name, color: entity.brand_color, ...(entity.logo_svg && { logo: "/assets/logo.svg" }) },
    title: t("title"),
    reference: `${quote.number} · v${version}`,
    pageLabel: t("page"),
    draft: issued ? null : t("draft"),
    legal: [entity.name, entity.siren && `SIREN ${entity.siren}`, entity.vat_number && `${t("vatNumber")} ${entity.vat_number}`]
      .filter(Boolean)
      .join(" · "),
    sender: [entity.name, ...addressLines(entity.address as Address), entity.email, entity.phone],
    facts: [t("issued", { date: formatDate(onDay, locale) }), t("until", { date: formatDate(until, locale) })],
    parties: [
      {
        label: t("customer"),
        name: customer.name,
        lines: [
          contact ? `${contact.first_name} ${contact.last_name}`.trim() : null,
          ...(address ? addressLines(address) : []),
          customer.vat_number && `${t("vatNumber")} ${customer.vat_number}`,
        ],
      },
      owner
        ? { label: t("contact"), name: owner.name, lines: [owner.email, owner.phone] }
        : { label: t("contact"), name: entity.brand_name, lines: [entity.email, entity.phone] },
    ],
    note: row.note,
    columns: columns(t),
    rows: rows(lines, t, locale, money),
    totals: totals(row, lines, t, locale, money),
    explained: explained(row, lines, t, money),
    terms: t("terms"),
    signHere: t("signHere"),
  };
  return ctx.app.documents.render("cpq/quotes/templates/quote", data, {
    locale,
    createdAt: issued?.at ?? quote.updated_at,
    pdfStandard: "a-2b",
    ...(entity.logo_svg && { assets: { "logo.svg": Buffer.from(entity.logo_svg) } }),
  });
}

const addressLines = (address: Address): string[] =>
  [address.line1, address.line2, `${address.postcode} ${address.city}`].filter((line): line is string => Boolean(line));

type Text = (key: string, params?: Record<string, string | number>) => string;
type Show = (minor: bigint) => string;

function columns(t: Text) {
  const right = { align: "right" };
  return [
    { label: t("columns.sku") },
    { label: t("columns.item"), width: "fill" },
    { label: t("columns.quantity"), ...right },
    { label: t("columns.unitPrice"), ...right },
    { label: t("columns.discount"), ...right, tone: "alarm" },
    { label: t("columns.total"), ...right, strong: true },
  ];
}

/** What is paid once, then what is paid by period, each with its subtotal. */
function rows(lines: readonly QuoteLine[], t: Text, locale: Locale, money: Show) {
  const periods = [...new Set(lines.map((line) => line.everyMonths))].sort((a, b) => (a ?? 0) - (b ?? 0));
  return periods.flatMap((everyMonths) => {
    const inside = lines.filter((line) => line.everyMonths === everyMonths);
    const title = everyMonths === null ? t("once") : t("every", { count: everyMonths });
    const subtotal = { subtotal: t("subtotal"), amount: money(inside.reduce((sum, line) => sum + line.netMinor, 0n)) };
    return [
      { group: title },
      ...inside.map((line) => ({ cells: cells(line, t, locale, money) })),
      ...(inside.length > 1 && periods.length > 1 ? [subtotal] : []),
    ];
  });
}

function cells(line: QuoteLine, t: Text, locale: Locale, money: Show) {
  const details = [
    line.description[locale],
    ...Object.values(line.characteristics),
    line.termMonths ? t("term", { count: line.termMonths }) : "",
    line.leadTimeDays > 0 ? t("leadTime", { count: line.leadTimeDays }) : "",
  ].filter((part) => part !== "");
  const off = line.derivation?.discountPercent ?? "0";
  return [
    { text: line.sku, tone: "soft" },
    { text: line.name[locale], detail: details.join(" · "), strong: true },
    formatNumber(line.quantity, locale),
    unitPrice(line, money),
    /^0*(\.0*)?$/.test(off) ? "" : formatPercent(off.startsWith("-") ? off.slice(1) : `-${off}`, locale),
    money(line.netMinor),
  ];
}

/** The list price of one, where the quantity divides it; a tiered price has no single one. */
function unitPrice(line: QuoteLine, money: Show): string {
  if (!/^\d+$/.test(line.quantity)) return "";
  const quantity = BigInt(line.quantity);
  return line.listMinor % quantity === 0n ? money(line.listMinor / quantity) : "";
}

function totals(
  row: { net_minor: bigint; total_minor: bigint; taxes: unknown },
  lines: readonly QuoteLine[],
  t: Text,
  locale: Locale,
  money: Show,
) {
  const recurring = lines.some((line) => line.everyMonths !== null);
  return [
    { label: recurring ? t("netFirst") : t("net"), amount: money(row.net_minor) },
    ...(row.taxes as TaxRow[]).map((tax) => ({
      label: t("vat", { rate: formatPercent(tax.percent, locale) }),
      amount: money(BigInt(tax.taxMinor)),
    })),
    { label: t("gross"), amount: money(row.total_minor), grand: true },
  ];
}

/** What the total means when there are subscriptions: what is due first, what each period costs, what the term is worth. */
function explained(row: { contract_minor: bigint }, lines: readonly QuoteLine[], t: Text, money: Show): string | null {
  const { recurring } = sumByPeriod(lines);
  if (recurring.length === 0) return null;
  const each = recurring.map(({ everyMonths, netMinor }) =>
    t("then", { amount: money(netMinor), period: t("per", { count: everyMonths }) }),
  );
  return [t("firstIncludes"), ...each, t("contract", { amount: money(row.contract_minor) })].join(" ");
}
