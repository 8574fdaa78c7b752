/**
 * The e-invoice engine on an invoice of 200 lines: building (amounts computed, every rule checked, XML written) beside a bare
 * loop that only concatenates the same lines, and checking beside the XML library alone that reads the same document.
 */
import { XMLParser, XMLValidator } from "fast-xml-parser";
import { openDocuments } from "#platform/documents/documents.ts";
import { buildCii } from "#back-office/invoices/einvoice/build-cii.ts";
import { buildFacturx } from "#back-office/invoices/einvoice/build-facturx.ts";
import { buildUbl } from "#back-office/invoices/einvoice/build-ubl.ts";
import { checkInvoice } from "#back-office/invoices/einvoice/check-invoice.ts";
import { sampleInvoiceOf } from "#back-office/invoices/einvoice/sample-invoice.ts";
import type { EInvoice } from "#back-office/invoices/einvoice/types.ts";

interface Row {
  metric: string;
  value: string;
  bar?: string;
  met?: boolean;
  peer?: string;
}

const lines = 200;
const runs = 40;

/** The median time of one call in milliseconds, after warming up. */
function median(work: () => unknown): number {
  for (let run = 0; run < 15; run++) work();
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return times.sort((a, b) => a - b)[runs / 2]!;
}

/** The same lines by concatenation alone: no arithmetic, no rule, no escaping. The floor of any writer. */
const bare = (invoice: EInvoice): string =>
  (invoice.lines ?? [])
    .map(
      (line, index) =>
        `<cac:InvoiceLine><cbc:ID>${index}</cbc:ID><cbc:InvoicedQuantity unitCode="${line.unit}">${line.quantity}</cbc:InvoicedQuantity><cbc:LineExtensionAmount currencyID="EUR">${line.netAmount}</cbc:LineExtensionAmount><cac:Item><cbc:Name>${line.item?.name}</cbc:Name><cac:SellersItemIdentification><cbc:ID>${line.item?.sellerId}</cbc:ID></cac:SellersItemIdentification><cac:ClassifiedTaxCategory><cbc:ID>${line.vat?.category}</cbc:ID><cbc:Percent>${line.vat?.rate}</cbc:Percent><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:ClassifiedTaxCategory></cac:Item><cac:Price><cbc:PriceAmount currencyID="EUR">${line.price?.net}</cbc:PriceAmount></cac:Price></cac:InvoiceLine>`,
    )
    .join("\n");

const ms = (value: number): string => `${value.toFixed(value < 1 ? 3 : 1)} ms`;

export async function bench(): Promise<{ name: string; rows: Row[] }> {
  const invoice = sampleInvoiceOf(lines);
  const xml = buildUbl(invoice);
  const parser = new XMLParser({ ignoreAttributes: false, preserveOrder: true });
  const floor = median(() => bare(invoice));
  const reading = median(() => XMLValidator.validate(xml) === true && (parser.parse(xml) as unknown));
  const check = median(() => checkInvoice(xml));
  const documents = openDocuments();
  try {
    await buildFacturx(invoice, { documents });
    const start = performance.now();
    await buildFacturx(invoice, { documents });
    const facturx = performance.now() - start;
    return {
      name: `e-invoice, ${lines} lines (${Math.round(xml.length / 1024)} kB of UBL)`,
      rows: [
        {
          metric: "UBL: computed, checked, written",
          value: ms(median(() => buildUbl(invoice))),
          peer: `bare concatenation ${ms(floor)}`,
        },
        { metric: "CII: computed, checked, written", value: ms(median(() => buildCii(invoice))) },
        { metric: "UBL: read, recomputed, all rules", value: ms(check), peer: `fast-xml-parser reading alone ${ms(reading)}` },
        { metric: "Factur-X: page, PDF/A-3, CII inside", value: ms(facturx) },
      ],
    };
  } finally {
    await documents.close();
  }
}
