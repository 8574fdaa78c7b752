import { openPdf, type PdfFile, reference } from "#back-office/invoices/einvoice/pdf-file.ts";

/**
 * The text a reader of one of our PDFs sees, a line for each run of text. Fonts in a document are cut down to the letters it
 * uses, numbered anew; each brings a table back to letters (ToUnicode; ISO 32000-1, 9.10.3).
 */
export function textOfPdf(bytes: Uint8Array): string {
  const pdf = openPdf(bytes);
  return pageIds(pdf)
    .map((id) => textOfPage(pdf, pdf.dictionary(id)))
    .join("\n");
}

function pageIds(pdf: PdfFile): number[] {
  const root = pdf.dictionary(reference(pdf.trailer, "Root")!);
  const kids = (id: number): number[] => {
    const node = pdf.dictionary(id);
    const children = /\/Kids\s*\[([^\]]*)\]/.exec(node)?.[1];
    return children === undefined ? [id] : [...children.matchAll(/(\d+)\s+\d+\s+R/g)].flatMap((match) => kids(Number(match[1])));
  };
  return kids(reference(root, "Pages")!);
}

function textOfPage(pdf: PdfFile, page: string): string {
  const fonts = /\/Font\s*<<([^>]*)>>/.exec(page)?.[1] ?? "";
  const letters = new Map(
    [...fonts.matchAll(/\/(\w+)\s+(\d+)\s+\d+\s+R/g)].map((match) => [match[1]!, lettersOf(pdf, Number(match[2]))]),
  );
  let font = new Map<number, string>();
  let text = "";
  const drawn = pdf.stream(reference(page, "Contents")!).toString("latin1");
  const marks = /\/(\w+)\s+[\d.]+\s+Tf|\(|<([0-9a-fA-F]+)>|\bET\b/g;
  for (let mark = marks.exec(drawn); mark; mark = marks.exec(drawn)) {
    if (mark[1]) font = letters.get(mark[1]) ?? new Map();
    else if (mark[0] === "ET") text += "\n";
    else {
      const end = mark[2] ? marks.lastIndex : endOfLiteral(drawn, mark.index);
      const codes = codesIn(mark[2] ? Buffer.from(mark[2], "hex") : unescaped(drawn.slice(mark.index + 1, end - 1)));
      text += codes.map((code) => font.get(code) ?? "").join("");
      marks.lastIndex = end;
    }
  }
  return text;
}

/** Where the string that opens at `start` ends: brackets inside it may stand as they are when they are balanced. */
function endOfLiteral(drawn: string, start: number): number {
  let depth = 0;
  for (let at = start; at < drawn.length; at += 1) {
    if (drawn[at] === "\\") at += 1;
    else if (drawn[at] === "(") depth += 1;
    else if (drawn[at] === ")" && --depth === 0) return at + 1;
  }
  return drawn.length;
}

/** Two bytes a letter. */
const codesIn = (bytes: Buffer): number[] => Array.from({ length: bytes.length >> 1 }, (_, at) => bytes.readUInt16BE(at * 2));

const named: Record<string, string> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };

function unescaped(literal: string): Buffer {
  const text = literal.replace(/\\([0-7]{1,3}|[^])/g, (_, escaped: string) =>
    /^[0-7]/.test(escaped) ? String.fromCharCode(Number.parseInt(escaped, 8)) : (named[escaped] ?? escaped),
  );
  return Buffer.from(text, "latin1");
}

function lettersOf(pdf: PdfFile, font: number): Map<number, string> {
  const letters = new Map<number, string>();
  const table = reference(pdf.dictionary(font), "ToUnicode");
  if (table === undefined) return letters;
  const decode = (hex: string): string => Buffer.from(hex, "hex").swap16().toString("utf16le");
  for (const [, block = ""] of pdf
    .stream(table)
    .toString("latin1")
    .matchAll(/beginbfchar([^]*?)endbfchar/g)) {
    for (const [, code = "", text = ""] of block.matchAll(/<(\w+)>\s*<(\w+)>/g))
      letters.set(Number.parseInt(code, 16), decode(text));
  }
  return letters;
}
