import type { DocumentAttachment, Documents } from "#platform/documents/documents.ts";
import type { Locale } from "#platform/i18n/locale.ts";
import { forCii, writeCii } from "./build-cii.ts";
import { completeChecked } from "./complete-checked.ts";
import { facturxFileName, markFacturx } from "./facturx-metadata.ts";
import { invoicePage } from "./invoice-page.ts";
import { isFrenchProcess } from "./rules/french.ts";
import { en16931 } from "./specifications.ts";
import type { EInvoice } from "./types.ts";

export interface FacturxOptions {
  documents: Documents;
  /** The language of the page; default French for a seller in France, else English. */
  locale?: Locale;
  /** A page of one's own instead of ours: the Typst template below `server/` and its data. It must show all attachments (`files-attached`). */
  page?: { template: string; data: unknown };
}

/**
 * The invoice as Factur-X, profile EN 16931: a PDF/A-3 for people with the CII document for machines inside, one file, one
 * original. The same invoice gives the same bytes. Throws EInvoiceError when the invoice breaks a rule.
 */
export async function buildFacturx(invoice: EInvoice, options: FacturxOptions): Promise<Uint8Array> {
  const { process, ...rest } = invoice;
  // Peppol's process has no meaning here, the French ones do (BR-FR-08)
  const whole = completeChecked(forCii({ ...rest, specification: en16931, ...(isFrenchProcess(process) ? { process } : {}) }));
  const locale = options.locale ?? (invoice.seller?.address?.country === "FR" ? "fr" : "en");
  const { template, data } = options.page ?? {
    template: "back-office/invoices/einvoice/templates/einvoice",
    data: invoicePage(whole, locale),
  };
  const rendered = await options.documents.render(template, data, {
    locale,
    createdAt: new Date(`${whole.issueDate}T00:00:00Z`),
    pdfStandard: "a-3b",
    attachments: [facturxAttachment(writeCii(whole))],
  });
  return markFacturx(rendered.bytes);
}

/** The CII document as the attachment that Factur-X asks for. Render it with `pdfStandard: "a-3b"`, then `markFacturx` the bytes. */
export const facturxAttachment = (xml: string): DocumentAttachment => ({
  name: facturxFileName,
  bytes: new TextEncoder().encode(xml),
  mime: "text/xml",
  relationship: "alternative",
  description: "Factur-X invoice, profile EN 16931",
});
