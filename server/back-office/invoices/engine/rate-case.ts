import { runMoment } from "#back-office/subscriptions/engine/local-time.ts";
import { RatingRefusal } from "#back-office/subscriptions/engine/refusal.ts";
import type { LocalText } from "#back-office/subscriptions/engine/types.ts";
import { type Assembly, assembleInvoice } from "./assemble-invoice.ts";
import type { CaseAllowance, RatingCase } from "./case.ts";
import { rateRun } from "./rate-run.ts";
import type { InvoiceLine } from "./types.ts";

/** What one run added, and the document it makes (null when there was nothing to bill). */
export interface RunResult {
  readonly asOf: LocalText;
  readonly lines: readonly InvoiceLine[];
  readonly document: Assembly<InvoiceLine> | null;
  /** What the customer has with us after this run: prepaid money and credit notes not used yet. */
  readonly balance: bigint;
}

/**
 * Plays a case: each run sees what was known on its day and adds the lines that had become due, as one document. Runs go
 * forward in time; the same day again adds nothing. Throws RatingRefusal naming what contradicts itself, and RangeError
 * from a price model that does not cover a quantity.
 */
export function rateCase(input: RatingCase): RunResult[] {
  const booked: InvoiceLine[] = [...input.booked];
  const keys = new Set(booked.map((line) => line.key));
  const results: RunResult[] = [];
  let balance = 0n;
  let previous: LocalText | null = null;
  for (const [index, asOf] of input.runs.entries()) {
    if (previous !== null && runMoment(asOf) < runMoment(previous))
      throw new RatingRefusal(`runs[${index}]`, `${asOf} is before ${previous}; put the runs in order of time`);
    balance += paidSince(input, previous, asOf);
    const lines = rateRun(input, booked, asOf);
    for (const line of lines) {
      if (keys.has(line.key)) throw new Error(`the obligation ${line.key} would be billed twice`);
      keys.add(line.key);
      booked.push(line);
    }
    const document = lines.length === 0 ? null : assembleInvoice(lines, documentOptions(input, asOf, balance));
    if (document) balance += document.kind === "credit_note" && input.applyCredit ? document.due : -document.prepaid;
    results.push({ asOf, lines, document, balance });
    previous = asOf;
  }
  return results;
}

function paidSince(input: RatingCase, previous: LocalText | null, asOf: LocalText): bigint {
  return input.prepaid
    .filter((payment) => payment.on <= runMoment(asOf) && (previous === null || payment.on > runMoment(previous)))
    .reduce((sum, payment) => sum + payment.amount, 0n);
}

function documentOptions(input: RatingCase, asOf: LocalText, prepaid: bigint) {
  const inForce = (entry: CaseAllowance): boolean =>
    (entry.from === null || entry.from <= runMoment(asOf)) && (entry.to === null || asOf < entry.to);
  return { allowances: input.allowances.filter(inForce), charges: input.charges.filter(inForce), prepaid };
}
