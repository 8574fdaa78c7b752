import { obligationKey } from "#back-office/subscriptions/engine/obligation-key.ts";
import type { Obligation } from "#back-office/subscriptions/engine/types.ts";
import { decimalText } from "#platform/money.ts";
import { formatFraction } from "#platform/rational.ts";
import type { CaseAdjustment } from "./case.ts";
import { creditUnused } from "./credit-unused.ts";
import { netStep } from "./explain.ts";
import type { InvoiceLine, Step } from "./types.ts";

/** What was given back for a line so far, by credits and adjustments, as a positive amount. */
export const givenBack = (key: string, booked: readonly InvoiceLine[]): bigint =>
  booked.filter((line) => line.credits === key).reduce((sum, line) => sum - line.net, 0n);

/** The line that gives back the unused part of `original`, at its own net and VAT, never beyond what is left of it. */
export function rateCredit(
  due: Obligation,
  original: InvoiceLine,
  booked: readonly InvoiceLine[],
  currency: string,
): InvoiceLine {
  const given = givenBack(original.key, booked);
  const { due: unused, credit } = creditUnused({ net: original.net, share: due.share, before: due.before, given });
  const money = (minor: bigint): string => decimalText(minor, currency);
  const derivation: Step[] = [
    {
      step: "unused",
      formula: `${money(original.net)} x ${formatFraction(due.share)} (${due.service.from} to ${due.service.to} of ${original.service.from} to ${original.service.to})`,
      value: money(unused),
    },
  ];
  if (credit !== unused) {
    derivation.push({
      step: "cap",
      formula: `at most what was billed: ${money(original.net)} - ${money(given)} given back`,
      value: money(credit),
    });
  }
  derivation.push(netStep("credit", -credit, currency));
  const { key, itemId, kind, reason, versionId, termsId, service, percentOff, proration, credits = original.key } = due;
  return {
    key,
    itemId,
    kind,
    reason,
    versionId,
    termsId,
    service,
    percentOff,
    proration,
    credits,
    quantity: original.quantity,
    net: -credit,
    vat: original.vat,
    derivation,
  };
}

/**
 * The line of an adjustment: the amount a person gave back, capped by what is left of the line. `twins`: how many adjustments
 * of the same line, day and reason came before it.
 */
export function rateAdjustment(
  entry: CaseAdjustment,
  original: InvoiceLine,
  booked: readonly InvoiceLine[],
  currency: string,
  twins = 0,
): InvoiceLine {
  const left = original.net - givenBack(original.key, booked);
  const amount = entry.amount < left ? entry.amount : left > 0n ? left : 0n;
  const reason = `adjusted:${entry.on}:${entry.reason}${twins === 0 ? "" : `#${twins + 1}`}`;
  const formula = amount === entry.amount ? entry.reason : `${entry.reason}, capped by what is left of the line`;
  const key = obligationKey(entry.itemId, "adjustment", original.service.from, reason);
  const derivation = [netStep(formula, -amount, currency)];
  return { ...original, key, kind: "adjustment", reason, credits: original.key, net: -amount, derivation };
}
