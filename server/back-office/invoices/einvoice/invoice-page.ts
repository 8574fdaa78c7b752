/** The page of an electronic invoice: its terms as a person reads them, in English or French. Nothing is computed here. */
import { formatDate, formatMoney, formatNumber, formatPercent } from "#platform/i18n/format.ts";
import type { Locale } from "#platform/i18n/locale.ts";
import { parseDecimal } from "#platform/rational.ts";
import { currencyExponent, toMinor } from "#platform/money.ts";
import { decimalsOf } from "./decimals.ts";
import { type PageTexts, pageTexts } from "./invoice-page-texts.ts";
import { isCreditNote } from "./specifications.ts";
import type { EInvoice, EInvoiceLine } from "./types.ts";
import type { Address, Party } from "./types-parties.ts";

interface Page {
  readonly text: PageTexts;
  readonly locale: Locale;
  readonly money: (amount: string | undefined) => string;
}

/** The data of `templates/einvoice.typ` for an invoice that is complete. */
export function invoicePage(invoice: EInvoice, locale: Locale) {
  const text = pageTexts[locale];
  const currency = invoice.currency ?? "EUR";
  const page: Page = {
    text,
    locale,
    money: (amount) => formatMoney(toMinor(parseDecimal(amount ?? "0"), currency), currency, locale),
  };
  const seller = invoice.seller ?? {};
  return {
    brand: { name: seller.tradingName ?? seller.name ?? "" },
    title: isCreditNote(invoice.typeCode) ? text.creditNote : text.invoice,
    reference: invoice.number ?? "",
    pageLabel: text.page,
    legal: legalLine(seller),
    sender: [seller.name, ...addressLines(seller.address, locale), seller.contact?.email, seller.contact?.phone].filter(Boolean),
    facts: facts(invoice, page),
    parties: partyBoxes(invoice, page),
    columns: [
      { label: text.item, width: "fill" },
      { label: text.quantity, align: "right" },
      { label: text.price, align: "right" },
      { label: text.rate, align: "right" },
      { label: text.amount, align: "right", strong: true },
    ],
    rows: [...(invoice.lines ?? []).map((line) => row(line, currency, page)), ...adjustments(invoice, page)],
    totals: totalRows(invoice, page),
    vat: vatTable(invoice, page),
    terms: termsOf(invoice, text),
  };
}

const addressLines = (address: Address | undefined, locale: Locale): string[] =>
  [
    address?.line1,
    address?.line2,
    address?.line3,
    [address?.postcode, address?.city].filter(Boolean).join(" "),
    [address?.subdivision, countryName(address?.country, locale)].filter(Boolean).join(", "),
  ].filter((line) => line !== undefined && line !== "") as string[];

const countryName = (code: string | undefined, locale: Locale): string | undefined =>
  code && (new Intl.DisplayNames([locale], { type: "region", fallback: "code" }).of(code === "1A" ? "XK" : code) ?? code);

/** "SIREN 732829320", "FR44732829320": the numbers that say which company this is. */
const numbers = (party: Party | undefined): string[] =>
  [party?.legalId && (party.legalId.scheme === "0002" ? `SIREN ${party.legalId.id}` : party.legalId.id), party?.vatId].filter(
    (number) => number !== undefined,
  );

const legalLine = (party: Party): string =>
  [party.name, party.legalForm, ...numbers(party), party.taxId].filter(Boolean).join(" · ");

function facts(invoice: EInvoice, { text, locale }: Page): string[] {
  const date = (day: string | undefined): string => formatDate(day ?? "", locale);
  const { period } = invoice;
  return [
    invoice.issueDate && text.issued(date(invoice.issueDate)),
    invoice.dueDate && text.due(date(invoice.dueDate)),
    invoice.delivery?.date && text.delivered(date(invoice.delivery.date)),
    period?.start && period.end && text.period(date(period.start), date(period.end)),
    invoice.orderReference && text.order(invoice.orderReference),
    invoice.buyerReference && text.yourReference(invoice.buyerReference),
    ...(invoice.precedingInvoices ?? []).map((each) => each.number && text.corrects(each.number)),
  ].filter((fact) => fact !== undefined && fact !== "") as string[];
}

function partyBoxes(invoice: EInvoice, { text, locale }: Page) {
  const { buyer, delivery, payee } = invoice;
  const box = (label: string, name: string | undefined, lines: (string | undefined)[]) => ({
    label,
    name: name ?? "",
    lines: lines.filter((line) => line !== undefined && line !== ""),
  });
  return [
    box(text.buyer, buyer?.name, [buyer?.contact?.name, ...addressLines(buyer?.address, locale), ...numbers(buyer)]),
    ...(delivery?.address ? [box(text.delivery, delivery.name ?? buyer?.name, addressLines(delivery.address, locale))] : []),
    ...(payee ? [box(text.payee, payee.name, [payee.legalId?.id])] : []),
  ];
}

function row(line: EInvoiceLine, currency: string, { text, locale, money }: Page) {
  const price = line.price?.net ?? "0";
  const base = line.price?.baseQuantity;
  // a price below the cent keeps all its digits
  const shown = decimalsOf(price) > currencyExponent(currency) ? `${formatNumber(price, locale, 12)} ${currency}` : money(price);
  const reason = (each: { reason?: string | undefined; reasonCode?: string | undefined }): string =>
    each.reason ?? each.reasonCode ?? "";
  const detail = [
    line.item?.description,
    line.period?.start && line.period.end
      ? text.period(formatDate(line.period.start, locale, "short"), formatDate(line.period.end, locale, "short"))
      : undefined,
    ...(line.allowances ?? []).map((each) => `${reason(each)} ${money(negated(each.amount))}`),
    ...(line.charges ?? []).map((each) => `${reason(each)} +${money(each.amount)}`),
    line.note,
  ].filter(Boolean);
  return {
    cells: [
      { text: line.item?.name ?? "", detail: detail.length > 0 ? detail.join("\n") : null, strong: true },
      `${formatNumber(line.quantity ?? "0", locale, 12)} ${unitOf(line, text, locale)}`.trim(),
      base === undefined ? shown : `${shown} / ${formatNumber(base, locale, 12)}`,
      rateOf(line.vat, locale),
      money(line.netAmount),
    ],
  };
}

/** "month" after 1, "months" after 2. */
function unitOf({ unit = "", quantity = "0" }: EInvoiceLine, text: PageTexts, locale: Locale): string {
  const words = text.units[unit] ?? unit;
  if (typeof words === "string") return words;
  return new Intl.PluralRules(locale).select(Math.abs(Number(quantity))) === "one" ? words.one : words.other;
}

const negated = (amount = "0"): string => (amount.startsWith("-") ? amount.slice(1) : `-${amount}`);

const rateOf = (vat: { category?: string | undefined; rate?: string | undefined } | undefined, locale: Locale): string =>
  vat?.category === "S" || vat?.category === "Z" ? formatPercent(vat.rate ?? "0", locale) : (vat?.category ?? "");

const adjustments = (invoice: EInvoice, { text, locale, money }: Page) =>
  [
    ...(invoice.allowances ?? []).map((each) => ({ each, amount: negated(each.amount), label: text.allowance })),
    ...(invoice.charges ?? []).map((each) => ({ each, amount: each.amount, label: text.charge })),
  ].map(({ each, amount, label }) => ({
    cells: [{ text: each.reason ?? label, strong: true }, "", "", rateOf(each.vat, locale), money(amount)],
  }));

function totalRows(invoice: EInvoice, { text, money }: Page) {
  const { totals } = invoice;
  const given = (amount: string | undefined): boolean => amount !== undefined && Number(amount) !== 0;
  return [
    { label: text.withoutVat, amount: money(totals?.withoutVat) },
    { label: text.vat, amount: money(totals?.vat) },
    { label: text.withVat, amount: money(totals?.withVat) },
    ...(given(totals?.prepaid) ? [{ label: text.prepaid, amount: money(negated(totals?.prepaid)) }] : []),
    ...(given(totals?.rounding) ? [{ label: text.rounding, amount: money(totals?.rounding) }] : []),
    { label: isCreditNote(invoice.typeCode) ? text.credited : text.payable, amount: money(totals?.payable), grand: true },
  ];
}

const vatTable = (invoice: EInvoice, { text, locale, money }: Page) => ({
  columns: [
    { label: text.rate },
    { label: text.base, align: "right" },
    { label: text.vat, align: "right" },
    { label: text.exemption, width: "fill" },
  ],
  rows: (invoice.vatBreakdown ?? []).map((group) => ({
    cells: [
      rateOf(group, locale),
      money(group.taxableAmount),
      money(group.taxAmount),
      group.exemptionReason ?? group.exemptionReasonCode ?? "",
    ],
  })),
});

function termsOf(invoice: EInvoice, text: PageTexts): string {
  const { payment } = invoice;
  return [
    invoice.paymentTerms,
    ...(payment?.transfers ?? []).map((each) =>
      [text.account, each.account, each.bank, each.accountName].filter(Boolean).join(" "),
    ),
    payment?.reference && text.paymentReference(payment.reference),
    payment?.mandate && text.mandate(payment.mandate),
    invoice.taxCurrency &&
      invoice.totals?.vatInAccountingCurrency &&
      text.vatIn(`${invoice.totals.vatInAccountingCurrency} ${invoice.taxCurrency}`),
    ...(invoice.notes ?? []).map((note) => note.text),
  ]
    .filter(Boolean)
    .join("\n");
}
