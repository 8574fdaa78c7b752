import { obligationKey } from "#back-office/subscriptions/engine/obligation-key.ts";
import { shareOf } from "#back-office/subscriptions/engine/prorate.ts";
import type { ItemVersion } from "#back-office/subscriptions/engine/types.ts";
import { usageWindows } from "#back-office/subscriptions/engine/usage-windows.ts";
import { trueUp } from "#back-office/usage/engine/true-up.ts";
import { currencyExponent, decimalText } from "#platform/money.ts";
import { formatFraction, multiply, rational } from "#platform/rational.ts";
import type { CasePrice } from "./case.ts";
import { exactText, netStep } from "./explain.ts";
import type { InvoiceLine } from "./types.ts";

/**
 * True-ups of the commitments whose period has ended: what the usage lines of the period (corrections included) fell short.
 * Usage that comes later lowers a true-up again, as a correction.
 */
export function rateCommitments(
  versions: readonly ItemVersion[],
  agreed: (version: { readonly itemId: string; readonly versionId: string }) => {
    readonly price: CasePrice;
    readonly termsId: string;
  },
  lines: readonly InvoiceLine[],
  run: { asOf: string; timeZone: string; currency: string },
): InvoiceLine[] {
  const committed = versions.flatMap((version) => {
    const { commitment } = agreed(version).price;
    return commitment
      ? [{ ...version, terms: { ...version.terms, cadence: commitment.cadence, timing: "arrears" as const } }]
      : [];
  });
  if (committed.length === 0) return [];
  const byItem = Map.groupBy(lines, (line) => line.itemId);
  return usageWindows(committed, { timeZone: run.timeZone }, run.asOf).flatMap(
    ({ itemId, versionId, window, period, percentOff }) => {
      const { price, termsId } = agreed({ itemId, versionId });
      const minimum = price.commitment!.minimum;
      const own = byItem.get(itemId) ?? [];
      const usage = own.filter(
        (line) => line.kind === "usage" && line.service.from >= window.from && line.service.from < window.to,
      );
      const earlier = own.filter((line) => line.kind === "commitment" && line.service.from === window.from);
      const share = shareOf(window, period, price.proration);
      const minor = multiply(minimum, rational(10n ** BigInt(currencyExponent(run.currency))));
      const used = usage.reduce((sum, line) => sum + line.net, 0n);
      const result = trueUp({ minimum: minor, share, used, booked: earlier.map((line) => line.net) });
      if (result.delta === 0n) return [];
      const money = (amount: bigint): string => decimalText(amount, run.currency);
      const derivation = [
        { step: "commitment", formula: `${exactText(minimum)} x ${formatFraction(share)}`, value: money(result.committed) },
        {
          step: "shortfall",
          formula: `${money(result.committed)} - ${money(used)} of usage, not below 0`,
          value: money(result.short),
        },
        netStep(
          earlier.length === 0 ? "true-up" : `${money(result.short)} - ${money(result.booked)} billed before`,
          result.delta,
          run.currency,
        ),
      ];
      const key = obligationKey(itemId, "commitment", window.from, result.reason);
      return [
        {
          key,
          itemId,
          kind: "commitment" as const,
          reason: result.reason,
          versionId,
          termsId,
          service: window,
          percentOff,
          proration: price.proration,
          quantity: "1",
          net: result.delta,
          vat: price.vat,
          derivation,
        },
      ];
    },
  );
}
