/** `throughline einvoice check|build`: the door of the e-invoice engine. Exit code 0 done, 1 invalid invoice or bad file, 2 wrong use. */
import { openDocuments } from "#platform/documents/documents.ts";
import { jsonFault } from "#platform/json-fault.ts";
import { xmlDecoder } from "#platform/xml-encoding.ts";
import { buildCii } from "./einvoice/build-cii.ts";
import { buildFacturx } from "./einvoice/build-facturx.ts";
import { buildUbl } from "./einvoice/build-ubl.ts";
import { checkInvoice, type EInvoiceCheck } from "./einvoice/check-invoice.ts";
import { readFacturx } from "./einvoice/facturx-metadata.ts";
import type { Language } from "./einvoice/messages.ts";
import { EInvoiceError, type Problem } from "./einvoice/problem.ts";
import { readInvoice } from "./einvoice/read-invoice.ts";
import type { EInvoice } from "./einvoice/types.ts";

interface Io {
  out(text: string): void;
  err(text: string): void;
  readFile(path: string): Promise<string>;
  /** Where there is one, `check` reads Factur-X files too. */
  readBytes?(path: string): Promise<Uint8Array>;
  writeFile(path: string, data: Uint8Array | string): Promise<void>;
}

const usage = [
  "throughline einvoice check <file.xml or Factur-X .pdf> [--json] [--lang en|fr]",
  "throughline einvoice build <invoice.json> --format ubl|cii|facturx --out <file> [--json]",
].join("\n");

export const einvoiceCommand = {
  name: "einvoice",
  summary: "check and write electronic invoices (EN 16931: UBL, CII, Peppol, Factur-X)",
  usage,
  async run(args: string[], io: Io): Promise<number> {
    const [verb, ...rest] = args;
    const wanted = parseArguments(rest);
    if (wanted && verb === "check") return check(wanted, io);
    if (wanted?.format && wanted.out !== undefined && verb === "build") return build(wanted, wanted.format, wanted.out, io);
    io.err(usage);
    return 2;
  },
};

type Format = "ubl" | "cii" | "facturx";

interface Wanted {
  file: string;
  json: boolean;
  language: Language;
  format?: Format;
  out?: string;
}

/** The arguments after the verb; undefined when they are not of the usage. */
function parseArguments(args: readonly string[]): Wanted | undefined {
  const wanted: Wanted = { file: "", json: false, language: "en" };
  for (let index = 0; index < args.length; index++) {
    const argument = args[index]!;
    if (argument === "--json") wanted.json = true;
    else if (argument === "--format" || argument === "--out" || argument === "--lang") {
      const value = args[++index];
      if (argument === "--out" && value) wanted.out = value;
      else if (argument === "--format" && (value === "ubl" || value === "cii" || value === "facturx")) wanted.format = value;
      else if (argument === "--lang" && (value === "en" || value === "fr")) wanted.language = value;
      else return undefined;
    } else if (argument.startsWith("--") || wanted.file !== "") return undefined;
    else wanted.file = argument;
  }
  return wanted.file === "" ? undefined : wanted;
}

async function check({ file, json, language }: Wanted, io: Io): Promise<number> {
  let result: EInvoiceCheck;
  try {
    result = checkInvoice(await readDocument(file, io), language);
  } catch (error) {
    const errors = error instanceof EInvoiceError ? error.problems : [fileProblem(file, error)];
    result = { valid: false, errors, notices: [] };
  }
  if (json) io.out(JSON.stringify(result));
  else {
    for (const problem of [...result.errors, ...result.notices]) io.out(lineOf(problem));
    io.out(result.valid ? `${file}: valid, amount due ${result.totals?.payable}` : `${file}: ${result.errors.length} errors`);
  }
  return result.valid ? 0 : 1;
}

/** The XML of a file: itself, or what a Factur-X file carries. */
async function readDocument(file: string, io: Io): Promise<string> {
  if (!io.readBytes) return io.readFile(file);
  const bytes = await io.readBytes(file);
  const isPdf = Buffer.from(bytes.subarray(0, 5)).toString("latin1") === "%PDF-";
  return isPdf ? readFacturx(bytes).xml : xmlDecoder(bytes).decode(bytes);
}

async function build({ file, json }: Wanted, format: Format, out: string, io: Io): Promise<number> {
  try {
    const invoice = readInvoice(parseJson(file, await io.readFile(file).catch(rethrowAsProblem(file))));
    const document = await writers[format](invoice);
    await io.writeFile(out, document).catch(rethrowAsProblem(out));
    const { totals } = checkInvoice(invoice);
    const bytes = typeof document === "string" ? Buffer.byteLength(document) : document.length;
    io.out(
      json
        ? JSON.stringify({ built: true, format, out, bytes, totals })
        : `${out}: ${format}, ${bytes} bytes, amount due ${totals?.payable}`,
    );
    return 0;
  } catch (error) {
    if (!(error instanceof EInvoiceError)) throw error;
    if (json) io.out(JSON.stringify({ built: false, errors: error.problems }));
    else for (const problem of error.problems) io.err(lineOf(problem));
    return 1;
  }
}

const writers: Record<Format, (invoice: EInvoice) => Promise<string | Uint8Array> | string> = {
  ubl: buildUbl,
  cii: buildCii,
  async facturx(invoice) {
    const documents = openDocuments();
    try {
      return await buildFacturx(invoice, { documents });
    } finally {
      await documents.close();
    }
  },
};

const lineOf = ({ rule, path, message }: Problem): string => `[${rule}] ${path}: ${message}`;

const fileProblem = (file: string, error: unknown): Problem => ({
  rule: "FILE",
  path: file,
  message: error instanceof Error ? error.message : String(error),
});

const rethrowAsProblem = (file: string) => (error: unknown) => {
  throw new EInvoiceError([fileProblem(file, error)]);
};

function parseJson(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const { line, column, cause } = jsonFault(text);
    throw new EInvoiceError([{ rule: "FILE", path: file, message: `not JSON, line ${line}, column ${column}: ${cause}` }]);
  }
}
