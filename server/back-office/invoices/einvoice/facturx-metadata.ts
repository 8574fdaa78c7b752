/**
 * What makes an archived PDF a Factur-X invoice beyond the file attached to it: four properties in its metadata, and the
 * description of their schema that PDF/A asks for. Source: Factur-X 1.07, "XMP metadata"; ISO 19005-3, 6.6.2.3.
 */
import { EInvoiceError } from "./problem.ts";
import { openPdf, type PdfFile, reference, replaceStream } from "./pdf-file.ts";

/** The only name Factur-X knows for the file. */
export const facturxFileName = "factur-x.xml";
const namespace = "urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#";

const properties = [
  ["DocumentFileName", facturxFileName, "The name of the embedded XML document"],
  ["DocumentType", "INVOICE", "The type of the hybrid document"],
  ["Version", "1.0", "The version of the standard of the embedded XML document"],
  ["ConformanceLevel", "EN 16931", "The conformance level of the embedded XML document"],
] as const;

const field = (name: string, value: string): string => `<pdfaProperty:${name}>${value}</pdfaProperty:${name}>`;

const extensionSchema = `<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>Factur-X PDFA Extension Schema</pdfaSchema:schema><pdfaSchema:namespaceURI>${namespace}</pdfaSchema:namespaceURI><pdfaSchema:prefix>fx</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq>${properties
  .map(
    ([name, , description]) =>
      `<rdf:li rdf:parseType="Resource">${field("name", name)}${field("valueType", "Text")}${field("category", "external")}${field("description", description)}</rdf:li>`,
  )
  .join("")}</rdf:Seq></pdfaSchema:property></rdf:li>`;

const description = `<rdf:Description rdf:about="" xmlns:fx="${namespace}">${properties.map(([name, value]) => `<fx:${name}>${value}</fx:${name}>`).join("")}</rdf:Description>`;

/**
 * The same PDF, marked as Factur-X of profile EN 16931. It must be PDF/A-3 with "factur-x.xml" attached (`facturxAttachment`);
 * the mark is an incremental update, so the archived pages are untouched. Marking twice changes nothing.
 */
export function markFacturx(pdf: Uint8Array): Uint8Array {
  const file = openPdf(pdf);
  const { id, xmp } = metadataOf(file);
  if (xmp.includes(namespace)) return pdf;
  const schemas = "</rdf:Bag></pdfaExtension:schemas>";
  if (!xmp.includes("<pdfaid:part>3</pdfaid:part>") || !xmp.includes(schemas) || !xmp.includes("</rdf:RDF>"))
    throw new RangeError("the PDF is not PDF/A-3: render it with pdfStandard a-3b");
  const marked = xmp.replace(schemas, () => extensionSchema + schemas).replace("</rdf:RDF>", () => `${description}</rdf:RDF>`);
  return replaceStream(file, id, "/Type /Metadata\n/Subtype /XML", Buffer.from(marked, "utf8"));
}

function metadataOf(file: PdfFile): { id: number; xmp: string } {
  const id = reference(catalogOf(file), "Metadata");
  if (id === undefined) throw new RangeError("the PDF has no metadata");
  return { id, xmp: file.stream(id).toString("utf8") };
}

const catalogOf = (file: PdfFile): string => file.dictionary(reference(file.trailer, "Root") ?? -1);

/** What a Factur-X file carries, checked for its structure. Throws EInvoiceError (rule PDF) with all that is not as it must be. */
export function readFacturx(pdf: Uint8Array): { xml: string; profile: string } {
  const problems: string[] = [];
  const file = openPdf(pdf);
  const { xmp } = metadataOf(file);
  const expect = (condition: boolean, message: string): void => {
    if (!condition) problems.push(message);
  };
  expect(/<pdfaid:part>3</.test(xmp) && /<pdfaid:conformance>[BUA]</.test(xmp), "the metadata do not say PDF/A-3");
  expect(xmp.includes(`<pdfaSchema:namespaceURI>${namespace}<`), "the metadata do not describe the Factur-X schema");
  for (const [name, value] of properties) expect(xmp.includes(`<fx:${name}>${value}</fx:${name}>`), `fx:${name} is not ${value}`);
  const catalog = catalogOf(file);
  expect(/\/OutputIntents/.test(catalog), "the output intent is missing");
  const specification = Number(/\/AF\s*\[\s*(\d+)\s+\d+\s+R/.exec(catalog)?.[1] ?? -1);
  expect(specification > 0, "no associated file (/AF) in the catalogue");
  expect(catalog.includes(`(${facturxFileName})`), `${facturxFileName} is not among the embedded files`);
  if (specification <= 0) throw refused(problems);
  const attached = file.dictionary(specification);
  expect(
    /\/AFRelationship\s*\/(Alternative|Data|Source)/.test(attached),
    "the attached file has no relationship to the document",
  );
  expect(attached.includes(`/UF (${facturxFileName})`), "the attached file has no Unicode name");
  const content = reference(attached.slice(attached.indexOf("/EF")), "F") ?? -1;
  expect(/\/Subtype\s*\/(text|application)#2Fxml/.test(file.dictionary(content)), "the attached file is not declared as XML");
  expect(/\/ModDate/.test(file.dictionary(content)), "the attached file has no date");
  if (problems.length > 0) throw refused(problems);
  return { xml: file.stream(content).toString("utf8"), profile: "EN 16931" };
}

const refused = (problems: readonly string[]): EInvoiceError =>
  new EInvoiceError(problems.map((message) => ({ rule: "PDF", path: "document", message })));
