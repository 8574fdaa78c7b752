import type { RatingCase } from "./case.ts";
import type { RunResult } from "./rate-case.ts";
import type { InvoiceLine } from "./types.ts";
import type { OutsideUsage } from "./usage-outside.ts";

/** The results of a case as JSON: money in minor units as strings of digits, instants in UTC. */
export const resultJson = (input: RatingCase, results: readonly RunResult[], outside: readonly OutsideUsage[] = []) => ({
  currency: input.currency,
  timeZone: input.timeZone,
  runs: results.map(({ asOf, lines, document, balance }) => ({
    asOf,
    lines: lines.map(lineJson),
    document: document && {
      kind: document.kind,
      lineTotal: String(document.lineTotal),
      allowances: document.allowances.map((entry) => ({ ...entry, amount: String(entry.amount) })),
      charges: document.charges.map((entry) => ({ ...entry, amount: String(entry.amount) })),
      net: String(document.net),
      vat: document.vat.map((entry) => ({ ...entry, base: String(entry.base), amount: String(entry.amount) })),
      vatTotal: String(document.vatTotal),
      total: String(document.total),
      prepaid: String(document.prepaid),
      due: String(document.due),
    },
    balance: String(balance),
  })),
  ...(outside.length > 0 && { neverBilled: outside }),
});

const lineJson = ({ key, itemId, versionId, kind, reason, service, quantity, net, vat, credits, derivation }: InvoiceLine) => ({
  obligation: { key, item: itemId, kind, serviceFrom: service.from, reason },
  version: versionId,
  service: {
    from: service.from,
    to: service.to,
    fromInstant: new Date(service.fromMs).toISOString(),
    toInstant: new Date(service.toMs).toISOString(),
  },
  quantity,
  net: String(net),
  vat,
  ...(credits === undefined ? {} : { credits }),
  derivation,
});
