import type { Context, Locale } from "#platform/context.ts";
import { reader } from "#platform/context.ts";
import { formatDateTime, formatMoney } from "#platform/i18n/format.ts";
import { translate } from "#platform/i18n/translate.ts";
import { defaultLegalEntity } from "#record/organisation/legal-entity.ts";
import { consentText, legalNotice } from "./consent.ts";
import { type Evidence, evidenceOf } from "./evidence.ts";

export interface Certified {
  envelopeId: string;
  quote: { number: string; version: number; totalMinor: bigint; currency: string };
  customerId: string;
  signer: { name: string; email: string };
  documentSha256: string;
  /** The last hash of the evidence: it stands for the whole record. */
  headHash: string;
  locale: Locale;
  mark: Uint8Array;
}

/** The certificate page of a signature, with its evidence, in the language of the quote. */
export async function renderCertificate(ctx: Context, signed: Certified) {
  const [entity, customer, evidence] = await Promise.all([
    defaultLegalEntity(ctx),
    reader(ctx).selectFrom("customers").select("name").where("id", "=", signed.customerId).executeTakeFirstOrThrow(),
    evidenceOf(ctx, signed.envelopeId),
  ]);
  const { locale, quote } = signed;
  const t = (key: string, params: Record<string, string | number> = {}) => translate(locale, `certificate:${key}`, params);
  const at = (when: Date) => formatDateTime(when, locale, entity.time_zone, "medium");
  const address = entity.address as { line1: string; postcode: string; city: string };
  const data = {
    brand: { name: entity.brand_name, color: entity.brand_color, ...(entity.logo_svg && { logo: "/assets/logo.svg" }) },
    title: t("title"),
    reference: `${quote.number} · v${quote.version}`,
    pageLabel: t("page"),
    legal: [entity.name, entity.siren && `SIREN ${entity.siren}`].filter(Boolean).join(" · "),
    sender: [entity.name, address.line1, `${address.postcode} ${address.city}`],
    facts: [t("signedOn", { at: at(ctx.now) }), entity.time_zone],
    parties: [
      { label: t("signer"), name: signed.signer.name, lines: [signed.signer.email, customer.name] },
      {
        label: t("amount"),
        name: formatMoney(quote.totalMinor, quote.currency, locale),
        lines: [t("inclusive"), t("envelope", { id: signed.envelopeId })],
      },
    ],
    documentLabel: t("document"),
    documentName: t("documentName", { number: quote.number, version: quote.version }),
    hashLabel: "SHA-256",
    documentSha256: signed.documentSha256,
    markAlt: t("markAlt", { name: signed.signer.name }),
    markCaption: t("markCaption", { name: signed.signer.name, at: at(ctx.now) }),
    consentLabel: t("consent"),
    consent: consentText(locale, quote.number, quote.version),
    columns: [
      { label: t("columns.at") },
      { label: t("columns.what"), width: "fill" },
      { label: t("columns.hash"), tone: "soft" },
    ],
    rows: evidence.map((row) => ({
      cells: [inUtc(row.happenedAt), { text: t(`evidence.${row.kind}`), detail: detailOf(row) }, row.hash.slice(0, 16)],
    })),
    chain: t("chain", { hash: signed.headHash }),
    checkLabel: t("checkLabel"),
    check: t("check", { url: `${ctx.app.config.publicUrl}/portal/verify`, number: quote.number }),
    notice: legalNotice[locale],
  };
  return ctx.app.documents.render("cpq/signatures/templates/certificate", data, {
    locale,
    createdAt: ctx.now,
    pdfStandard: "a-2b",
    assets: { "mark.svg": signed.mark, ...(entity.logo_svg && { "logo.svg": Buffer.from(entity.logo_svg) }) },
  });
}

/** To the second and in one time zone for all: evidence is compared with other records. */
const inUtc = (at: Date): string =>
  at
    .toISOString()
    .replace("T", " ")
    .replace(/\.\d+Z$/, " UTC");

/** What is worth printing of a row; the whole of it is in the record. */
function detailOf({ kind, detail }: Evidence): string {
  const { to, email, name, ip, triesLeft, method, version } = detail;
  const told = {
    opened: "",
    code_sent: to,
    code_refused: triesLeft,
    code_confirmed: email,
    consent_given: version,
    marked: `${method ?? ""} · ${name ?? ""}`,
    signed: name,
  }[kind];
  return [told, ip && `IP ${ip}`].filter(Boolean).join(" · ");
}
