import { RatingRefusal } from "#back-office/subscriptions/engine/refusal.ts";
import { CaseError } from "#cpq/pricing/engine/read.ts";
import { jsonFault } from "#platform/json-fault.ts";
import { decimalText } from "#platform/money.ts";
import { rateCase, type RunResult } from "./engine/rate-case.ts";
import { readCase } from "./engine/read-case.ts";
import { resultJson } from "./engine/result-json.ts";
import { usageOutside } from "./engine/usage-outside.ts";

/** What a command needs of the outside; the CLI passes the console, tests pass their own. */
interface CommandIo {
  out(text: string): void;
  err(text: string): void;
  readFile(path: string): Promise<string>;
}

const usage = "throughline rate <case.json> [--json]   (cases: docs/engines/rating.md)";

/** `throughline rate`: plays a rating case and prints what each run bills and why. Exit 0 done, 1 bad case, 2 wrong use. */
export const rateCommand = {
  name: "rate",
  summary: "Rate subscriptions and usage: as-of dates, versions, prices and usage in, invoice lines and why out",
  usage,
  async run(args: string[], io: CommandIo): Promise<number> {
    const files = args.filter((arg) => !arg.startsWith("--"));
    const unknown = args.find((arg) => arg.startsWith("--") && arg !== "--json");
    const [path] = files;
    if (unknown !== undefined || files.length !== 1 || path === undefined) {
      io.err(unknown === undefined ? `rate needs one case file. Use: ${usage}` : `${unknown} is not known. Use: ${usage}`);
      return 2;
    }
    try {
      const input = readCase(parse(await io.readFile(path), path));
      const results = rateCase(input);
      const outside = usageOutside(input);
      const warnings = outside.map(({ id, item, at, why }) => `never billed: usage ${id} of ${item} at ${at}: ${why}`);
      if (args.includes("--json")) io.out(JSON.stringify(resultJson(input, results, outside)));
      else io.out([asText(results, input.currency), ...warnings].join("\n"));
      return 0;
    } catch (error) {
      if (
        error instanceof BadFile ||
        error instanceof CaseError ||
        error instanceof RatingRefusal ||
        error instanceof RangeError
      ) {
        if (args.includes("--json")) io.out(JSON.stringify({ error: told(error) }));
        io.err(error.message);
        return 1;
      }
      throw error;
    }
  },
};

class BadFile extends Error {}

/** As `throughline price` says it: every wrong place with its message. */
function told(error: Error) {
  const issues =
    error instanceof CaseError
      ? error.issues
      : error instanceof RatingRefusal
        ? [{ path: error.place, message: error.message.slice(error.place.length + 2) }]
        : [{ path: "", message: error.message }];
  return { code: "case.invalid", message: error.message, issues };
}

function parse(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const { line, column, cause } = jsonFault(text);
    throw new BadFile(`${path} is not JSON: line ${line}, column ${column}: ${cause}`);
  }
}

function asText(results: readonly RunResult[], currency: string): string {
  const money = (minor: bigint): string => `${decimalText(minor, currency)} ${currency}`;
  const rows: string[] = [];
  for (const { asOf, lines, document, balance } of results) {
    rows.push(`as of ${asOf}`);
    if (!document) rows.push("  nothing to bill");
    for (const line of lines) {
      rows.push(`  ${line.itemId} ${line.kind} ${line.service.from} to ${line.service.to} (${line.reason}): ${money(line.net)}`);
      for (const step of line.derivation) rows.push(`      ${step.step}: ${step.formula} = ${step.value}`);
    }
    if (!document) continue;
    for (const { reason, amount } of document.allowances) rows.push(`  allowance ${reason}: -${money(amount)}`);
    for (const { reason, amount } of document.charges) rows.push(`  charge ${reason}: ${money(amount)}`);
    for (const { category, rate, base, amount } of document.vat)
      rows.push(`  VAT ${category} ${rate} % of ${money(base)}: ${money(amount)}`);
    const prepaid = document.prepaid === 0n ? "" : `, prepaid ${money(document.prepaid)}`;
    const left = balance === 0n ? "" : `, balance left ${money(balance)}`;
    rows.push(
      `  ${document.kind.replace("_", " ")}: net ${money(document.net)}, total ${money(document.total)}${prepaid}, due ${money(document.due)}${left}`,
    );
  }
  return rows.join("\n");
}
