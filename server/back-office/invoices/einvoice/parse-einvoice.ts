import { parseCii } from "./parse-cii.ts";
import { parseUbl } from "./parse-ubl.ts";
import { EInvoiceError } from "./problem.ts";
import type { EInvoice } from "./types.ts";
import { readXml, type XmlNode } from "./xml-read.ts";

/** An XML invoice read: the syntax it is written in, its terms as stated, and its elements for the rules about the writing itself. */
export interface ParsedEInvoice {
  readonly syntax: "ubl" | "cii";
  readonly invoice: EInvoice;
  readonly root: XmlNode;
}

/** Reads UBL 2.1 (Invoice, CreditNote) or CII (D16B, D22B). Throws EInvoiceError (rule XML) on anything else. */
export function parseEInvoice(xml: string): ParsedEInvoice {
  const root = readXml(xml);
  if (root.name === "Invoice" || root.name === "CreditNote") return { syntax: "ubl", invoice: parseUbl(root), root };
  if (root.name === "CrossIndustryInvoice") return { syntax: "cii", invoice: parseCii(root), root };
  throw new EInvoiceError([
    {
      rule: "XML",
      path: "document",
      message: `the document is a ${root.name}: a UBL Invoice, a UBL CreditNote or a CrossIndustryInvoice is expected`,
    },
  ]);
}
