import { createHash } from "node:crypto";
import type { Context } from "#platform/context.ts";
import { formatDate, formatMoney } from "#platform/i18n/format.ts";
import type { Locale } from "#platform/i18n/locale.ts";
import { paymentQr } from "#platform/qr/payment-qr.ts";
import { write } from "#platform/write.ts";
import { buildCii } from "./einvoice/build-cii.ts";
import { facturxAttachment } from "./einvoice/build-facturx.ts";
import { buildUbl } from "./einvoice/build-ubl.ts";
import { completeInvoice } from "./einvoice/complete.ts";
import { markFacturx } from "./einvoice/facturx-metadata.ts";
import { invoicePage } from "./einvoice/invoice-page.ts";
import { en16931 } from "./einvoice/specifications.ts";
import type { EInvoice } from "./einvoice/types.ts";
import { sendInvoice } from "./send-invoice.ts";

const texts = {
  en: {
    scan: "Scan to pay",
    pay: (amount: string, due: string) => `${amount} by ${due}`,
    help: "Point your banking app at this code: amount, account and reference are filled in.",
    qr: "Payment code",
  },
  fr: {
    scan: "Scannez pour payer",
    pay: (amount: string, due: string) => `${amount} au plus tard le ${due}`,
    help: "Visez ce code avec votre application bancaire\u00a0: montant, compte et référence sont déjà remplis.",
    qr: "Code de paiement",
  },
} as const;

/**
 * Makes the files of an issued document from its kept content: the PDF people read with the CII inside (Factur-X, PDF/A-3),
 * and the UBL. The same content gives the same bytes, so running again changes nothing. Then it is sent.
 */
export async function makeDocuments(ctx: Context, input: { invoiceId: string }): Promise<void> {
  const invoice = await ctx.app.db.selectFrom("invoices").selectAll().where("id", "=", input.invoiceId).executeTakeFirstOrThrow();
  const entity = await ctx.app.db
    .selectFrom("legal_entities")
    .select(["name", "iban", "bic", "brand_color", "brand_name"])
    .where("id", "=", invoice.legal_entity_id)
    .executeTakeFirstOrThrow();
  const made = await ctx.app.db.selectFrom("invoice_documents").select("format").where("invoice_id", "=", invoice.id).execute();
  if (made.length < 2) {
    const content = invoice.content as unknown as EInvoice;
    const locale = invoice.locale as Locale;
    const whole = completeInvoice({ ...content, specification: en16931 });
    const text = texts[locale];
    const payable = invoice.kind === "invoice" && invoice.currency === "EUR" && entity.iban !== null && invoice.total_minor > 0n;
    const qr = payable
      ? paymentQr(
          {
            name: entity.name.slice(0, 70),
            iban: entity.iban!,
            ...(entity.bic && { bic: entity.bic }),
            minor: invoice.total_minor,
            text: invoice.number,
          },
          text.qr,
        )
      : null;
    const page = invoicePage(whole, locale);
    const rendered = await ctx.app.documents.render(
      "back-office/invoices/templates/invoice",
      {
        ...page,
        terms: forPeople(page.terms),
        brand: { name: entity.brand_name, color: entity.brand_color },
        pay: qr
          ? {
              title: text.scan,
              amount: text.pay(formatMoney(invoice.total_minor, invoice.currency, locale), formatDate(invoice.due_on, locale)),
              help: text.help,
              alt: text.qr,
            }
          : null,
      },
      {
        locale,
        createdAt: new Date(`${invoice.issued_on}T00:00:00Z`),
        pdfStandard: "a-3b",
        attachments: [facturxAttachment(buildCii({ ...content, specification: en16931 }))],
        ...(qr && { assets: { "pay.svg": new TextEncoder().encode(qr) } }),
      },
    );
    const ubl = new TextEncoder().encode(buildUbl(content));
    await keep(ctx, invoice.id, "facturx", markFacturx(rendered.bytes), "application/pdf");
    await keep(ctx, invoice.id, "ubl", ubl, "application/xml");
  }
  await sendInvoice(ctx, { invoiceId: invoice.id });
}

async function keep(
  ctx: Context,
  invoiceId: string,
  format: "facturx" | "ubl",
  bytes: Uint8Array,
  contentType: string,
): Promise<void> {
  const key = `invoices/${invoiceId}/${format === "facturx" ? "invoice.pdf" : "invoice.xml"}`;
  await ctx.app.files.put(key, bytes, { contentType });
  await write(ctx, (tx) =>
    tx
      .insertInto("invoice_documents")
      .values({
        invoice_id: invoiceId,
        format,
        file_key: key,
        sha256: createHash("sha256").update(bytes).digest("hex"),
        size: bytes.length,
        made_at: ctx.now,
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
  );
}

/** Codes that only machines need (who is invoiced, for the French reform) stay in the XML. */
const forPeople = (terms: string): string =>
  terms
    .split("\n")
    .filter((line) => !/^(B2B|B2C|B2BINT|B2CINT|OUTOFSCOPE)$/.test(line.trim()))
    .join("\n");
