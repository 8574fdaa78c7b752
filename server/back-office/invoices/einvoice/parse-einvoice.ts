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
  checkNamespace(xml, root.name);
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

const namespaces: Readonly<Record<string, string>> = {
  Invoice: "urn:oasis:names:specification:ubl:schema:xsd:Invoice-2",
  CreditNote: "urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2",
  CrossIndustryInvoice: "urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100",
};

/** A document that only looks like an invoice would pass here and be refused by whoever receives it. */
function checkNamespace(xml: string, name: string): void {
  const expected = namespaces[name];
  const root = new RegExp(`<(?:([\\w.-]+):)?${name}(\\s[^>]*)?>`).exec(xml.replace(/<!--[\s\S]*?-->/g, ""));
  if (expected === undefined || root === null) return;
  const [, prefix, attributes = ""] = root;
  const declared = new RegExp(`\\sxmlns${prefix === undefined ? "" : `:${prefix}`}\\s*=\\s*["']([^"']*)["']`).exec(
    attributes,
  )?.[1];
  if (declared === expected) return;
  const found = declared === undefined ? "none" : `"${declared}"`;
  throw new EInvoiceError([
    { rule: "XML", path: "document", message: `the namespace of ${name} is ${found}, not "${expected}"` },
  ]);
}
