import { obligationKey } from "#back-office/subscriptions/engine/obligation-key.ts";
import { assembleInvoice } from "./assemble-invoice.ts";
import type { InvoiceLine } from "./types.ts";

/** Money an account was promised back and has not had yet: net, in minor units. */
export interface OpenCredit {
  id: string;
  leftMinor: bigint;
  reason: string;
}
export interface GivenLine {
  creditId: string;
  line: InvoiceLine;
}

/**
 * Gives open credits back on the lines of an invoice about to be made, the oldest credit first, on the largest lines first,
 * so that VAT and revenue follow the lines they lower. Never more than a line holds, nor than the document comes to: what
 * does not fit waits for the next one, and a credit note takes none. Usage is left alone: it may be rated anew as a whole. 25.00 on lines of 20.00 and 100.00 -> one line of -25.00.
 */
export function giveGoodwill(
  lines: readonly InvoiceLine[],
  credits: readonly OpenCredit[],
  inDecimals: (minor: bigint) => string,
): GivenLine[] {
  const document = assembleInvoice(lines);
  if (document.kind !== "invoice") return [];
  let room = document.net;
  const left = lines
    .filter((line) => line.net > 0n && line.kind !== "usage")
    .toSorted((a, b) => (a.net === b.net ? (a.key < b.key ? -1 : 1) : a.net > b.net ? -1 : 1))
    .map((line) => ({ line, room: line.net }));
  const given: GivenLine[] = [];
  for (const credit of credits) {
    let open = credit.leftMinor;
    for (const target of left) {
      const amount = [open, target.room, room].reduce((a, b) => (a < b ? a : b));
      if (amount <= 0n) continue;
      open -= amount;
      room -= amount;
      target.room -= amount;
      given.push({ creditId: credit.id, line: givenBack(target.line, credit, amount, inDecimals(amount)) });
    }
  }
  return given;
}

function givenBack(original: InvoiceLine, credit: OpenCredit, amount: bigint, shown: string): InvoiceLine {
  const reason = `goodwill:${credit.id}:${original.kind}:${original.reason}`;
  return {
    ...original,
    key: obligationKey(original.itemId, "adjustment", original.service.from, reason),
    kind: "adjustment",
    reason,
    credits: original.key,
    net: -amount,
    derivation: [{ step: "goodwill", formula: credit.reason, value: `-${shown}` }],
  };
}
