import { jsonFault } from "#platform/json-fault.ts";
import { priceCase } from "./engine/price-case.ts";
import { CaseError, type CaseIssue } from "./engine/read.ts";
import { type LineRecord, type PricedRecord, recordOf } from "./engine/record.ts";
import { replay } from "./engine/replay.ts";
import type { PriceCaseJson } from "./engine/types.ts";

interface Io {
  out(text: string): void;
  err(text: string): void;
  readFile(path: string): Promise<string>;
}

const usage = `usage: throughline price <case.json> [--json]
       throughline price <case.json> --verify <record.json> [--json]

Prices a case and shows every step of every line. --json prints the record: lines, steps, taxes, totals, hashes.
--verify prices the case again and says whether it still gives the stored record. The case: docs/engines/pricing.md.`;

/** `throughline price`: prices a case, or replays a stored price. 0 done, 1 a case that cannot be priced or differs, 2 wrong use. */
export const priceCommand = {
  name: "price",
  summary: "price a case with every step, or verify a stored price",
  usage,
  async run(args: string[], io: Io): Promise<number> {
    const asked = parse(args);
    if (typeof asked === "string") {
      io.err(`${asked}\n${usage}`);
      return 2;
    }
    const texts = [await io.readFile(asked.file), asked.verify === null ? null : await io.readFile(asked.verify)];
    try {
      const json = parseJson(texts[0]!, asked.file) as PriceCaseJson;
      const record = texts[1] === null || texts[1] === undefined ? null : (parseJson(texts[1], asked.verify!) as PricedRecord);
      return record ? verify(json, record, asked.json, io) : price(json, asked.json, io);
    } catch (error) {
      if (!(error instanceof CaseError)) throw error;
      return refuse(error.issues, asked.json, io);
    }
  },
};

function price(json: PriceCaseJson, asJson: boolean, io: Io): number {
  const record = recordOf(json, priceCase(json));
  io.out(asJson ? JSON.stringify(record) : page(record));
  return 0;
}

function verify(json: PriceCaseJson, record: PricedRecord, asJson: boolean, io: Io): number {
  const verdict = replay(json, record);
  if (asJson) io.out(JSON.stringify(verdict));
  else io.out(verdict.ok ? "The case gives exactly the stored record." : `${verdict.path} ${verdict.message}.`);
  return verdict.ok ? 0 : 1;
}

function refuse(issues: readonly CaseIssue[], asJson: boolean, io: Io): number {
  const lines = issues.map(({ path, message }) => `${path} ${message}`.trim());
  if (asJson) io.out(JSON.stringify({ error: { code: "case.invalid", message: lines.join("\n"), issues } }));
  io.err(lines.join("\n"));
  return 1;
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const { line, column, cause } = jsonFault(text);
    throw new CaseError([{ path: file, message: `is not JSON: line ${line}, column ${column}: ${cause}` }]);
  }
}

interface Asked {
  file: string;
  verify: string | null;
  json: boolean;
}

function parse(args: readonly string[]): Asked | string {
  const files: string[] = [];
  let [verifyFile, json]: [string | null, boolean] = [null, false];
  for (let i = 0; i < args.length; i += 1) {
    const arg = args[i]!;
    if (arg === "--json") json = true;
    else if (arg === "--verify") {
      verifyFile = args[(i += 1)] ?? null;
      if (verifyFile === null) return "--verify needs the file of a record.";
    } else if (arg.startsWith("--")) return `There is no option ${arg}.`;
    else files.push(arg);
  }
  if (files.length !== 1) return files.length === 0 ? "Which case?" : "One case at a time.";
  return { file: files[0]!, verify: verifyFile, json };
}

/** The record as a person reads it. */
function page(record: PricedRecord): string {
  const { totals, currency } = record;
  const rows = [
    ...record.lines.flatMap(lineText),
    "",
    `list ${totals.list}   net ${totals.net}   discounts on the document ${totals.headerDiscount}`,
    ...record.taxes.map(
      (tax) => `tax ${tax.category} ${tax.percent} %: ${tax.net} -> ${tax.tax}${tax.reason ? ` (${tax.reason})` : ""}`,
    ),
    `total ${totals.gross} ${currency}${record.untaxed ? ", without tax: the case names none" : ""}`,
    ...(totals.payable === totals.gross ? [] : [`to pay ${totals.payable} ${currency} (rounding ${totals.payableRounding})`]),
    ...record.findings.map((f) => `${f.action}: ${f.guard} (${f.limit}) on line ${f.line}, needs ${f.required}, is ${f.actual}`),
    `case ${record.inputHash}`,
    `record ${record.hash}`,
  ];
  return rows.join("\n");
}

const lineText = (line: LineRecord): string[] => [
  `line ${line.id}${line.product ? ` ${line.product}` : ""}: ${line.amount} ${line.currency} (list ${line.list}, -${line.discountPercent} %)`,
  ...line.segments.flatMap((segment) => [
    ...(segment.label ? [`  ${segment.label}`] : []),
    ...segment.steps.map(
      (s) =>
        `  ${s.step.padEnd(18)} ${s.operation.padEnd(6)} ${s.operand.padStart(14)} -> ${s.to}   ${s.rule}${s.note ? `; ${s.note}` : ""}`,
    ),
  ]),
];
