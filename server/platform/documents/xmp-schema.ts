/**
 * Adds properties of one's own to the metadata (XMP) of a finished archive PDF, with the description PDF/A demands of them.
 * Hybrid invoices need it: what makes a PDF with an XML inside a Factur-X is four such properties. The compiler cannot
 * write them, so they are appended as an incremental update (ISO 32000-1, 7.5.6): the original bytes stay as they are.
 */

export interface XmpSchema {
  /** Its name in words, for readers of the file. */
  readonly name: string;
  readonly namespace: string;
  readonly prefix: string;
  readonly properties: readonly { name: string; value: string; description: string }[];
}

/** The PDF with the properties added. Throws when it is not a PDF/A as our compiler writes it. */
export function withXmpSchema(pdf: Uint8Array, schema: XmpSchema): Uint8Array {
  const text = Buffer.from(pdf).toString("latin1");
  const object = /(?:^|\n)(\d+) 0 obj\s*<<[^<>]*\/Type \/Metadata[^<>]*>>\s*stream\r?\n([\s\S]*?)\r?\nendstream/.exec(text);
  const trailer = /trailer\s*<<([\s\S]*?)>>\s*startxref\s+(\d+)\s+%%EOF\s*$/.exec(text);
  if (!object || !trailer) throw new Error("withXmpSchema: the PDF has no plain metadata or trailer");
  const [, number = "", metadata = ""] = object;
  const xmp = Buffer.from(extended(Buffer.from(metadata, "latin1").toString("utf8"), schema));

  const start = pdf.length + (text.endsWith("\n") ? 0 : 1);
  const head = `${text.endsWith("\n") ? "" : "\n"}${number} 0 obj\n<<\n  /Length ${xmp.length}\n  /Type /Metadata\n  /Subtype /XML\n>>\nstream\n`;
  const tail = "\nendstream\nendobj\n";
  const table = pdf.length + head.length + xmp.length + tail.length;
  const foot =
    `xref\n${number} 1\n${String(start).padStart(10, "0")} 00000 n \n` +
    `trailer\n<<${trailer[1]!.trimEnd()}\n  /Prev ${trailer[2]}\n>>\nstartxref\n${table}\n%%EOF\n`;
  return Buffer.concat([pdf, Buffer.from(head, "latin1"), xmp, Buffer.from(tail, "latin1"), Buffer.from(foot, "latin1")]);
}

function extended(xmp: string, { name, namespace, prefix, properties }: XmpSchema): string {
  const described = properties
    .map(
      (property) =>
        `<rdf:li rdf:parseType="Resource"><pdfaProperty:name>${property.name}</pdfaProperty:name><pdfaProperty:valueType>Text</pdfaProperty:valueType>` +
        `<pdfaProperty:category>external</pdfaProperty:category><pdfaProperty:description>${escaped(property.description)}</pdfaProperty:description></rdf:li>`,
    )
    .join("");
  const schema =
    `<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>${escaped(name)}</pdfaSchema:schema><pdfaSchema:namespaceURI>${escaped(namespace)}</pdfaSchema:namespaceURI>` +
    `<pdfaSchema:prefix>${prefix}</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq>${described}</rdf:Seq></pdfaSchema:property></rdf:li>`;
  const values = properties
    .map((property) => `<${prefix}:${property.name}>${escaped(property.value)}</${prefix}:${property.name}>`)
    .join("");
  const own = `<rdf:Description rdf:about="" xmlns:${prefix}="${escaped(namespace)}">${values}</rdf:Description>`;
  const bag = "</rdf:Bag></pdfaExtension:schemas>";
  if (!xmp.includes(bag) || !xmp.includes("</rdf:RDF>")) throw new Error("withXmpSchema: the PDF is not an archive document");
  return xmp.replace(bag, () => schema + bag).replace("</rdf:RDF>", () => `${own}</rdf:RDF>`);
}

const escaped = (text: string): string => text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);
