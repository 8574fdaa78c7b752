/** The totals of a document. */
import { currencyExponent } from "#platform/money.ts";
import { multiply, rational } from "#platform/rational.ts";
import { roundToInteger } from "#platform/rounding.ts";
import type { PriceCase } from "./case.ts";
import { findRate } from "./exchange.ts";
import type { Conversion, Finding, PricedCase, PricedLine, PricedTotals, TaxTotal } from "./priced.ts";
import { CaseError, type CaseIssue } from "./read.ts";
import type { Per } from "./types.ts";

/** Puts the priced lines together. Throws CaseError when some lines are taxed and others are not, or a rate is missing. */
export function totalCase(
  priceCase: PriceCase,
  lines: readonly PricedLine[],
  taxes: readonly TaxTotal[],
  headerDiscountMinor: bigint,
  findings: readonly Finding[],
  derive: PricedCase["derive"],
): PricedCase {
  const untaxed = taxes.length === 0;
  if (!untaxed) refuseUntaxedLines(priceCase, lines);
  const { listMinor, netMinor, costMinor } = sums(lines);
  const taxMinor = taxes.reduce((total, tax) => total + tax.taxMinor, 0n);
  const grossMinor = netMinor + taxMinor;
  const payableMinor = toIncrement(grossMinor, priceCase);
  return {
    currency: priceCase.currency,
    taxIncluded: priceCase.taxIncluded,
    lines,
    taxes,
    totals: {
      listMinor,
      headerDiscountMinor,
      netMinor,
      taxMinor,
      grossMinor,
      payableMinor,
      payableRoundingMinor: payableMinor - grossMinor,
      costMinor,
      perPeriodMinor: perPeriod(lines),
      reporting: reporting(priceCase, netMinor, taxMinor),
    },
    conversions: conversions(priceCase),
    findings,
    untaxed,
    derive,
  };
}

function refuseUntaxedLines(priceCase: PriceCase, lines: readonly PricedLine[]): void {
  const issues: CaseIssue[] = lines
    .filter((line) => line.tax === null)
    .map((line) => ({
      path: `lines[${line.index}].tax`,
      message: "is missing: no tax rule fits the line, and other lines are taxed",
    }));
  if (issues.length > 0) throw new CaseError(issues.slice(0, 100));
  if (priceCase.lines.length !== lines.length) throw new Error("every line of a case must be priced");
}

function sums(lines: readonly PricedLine[]): Pick<PricedTotals, "listMinor" | "netMinor" | "costMinor"> {
  let [listMinor, netMinor, costMinor, costed]: [bigint, bigint, bigint, boolean] = [0n, 0n, 0n, true];
  for (const line of lines) {
    listMinor += line.listMinor;
    netMinor += line.netMinor;
    if (line.costMinor === null) costed = false;
    else costMinor += line.costMinor;
  }
  return { listMinor, netMinor, costMinor: costed ? costMinor : null };
}

function toIncrement(minor: bigint, { payableIncrementMinor, policy }: PriceCase): bigint {
  if (payableIncrementMinor === null) return minor;
  return roundToInteger(rational(minor, payableIncrementMinor), policy) * payableIncrementMinor;
}

function perPeriod(lines: readonly PricedLine[]): Map<Per, bigint> {
  const amounts = new Map<Per, bigint>();
  for (const line of lines) amounts.set(line.per, (amounts.get(line.per) ?? 0n) + line.segments[0]!.periodNetMinor);
  return amounts;
}

/** The rates that turned lists, costs or rules into the case's currency. */
function conversions(priceCase: PriceCase): Conversion[] {
  const currencies = new Set<string>();
  for (const list of priceCase.priceLists) currencies.add(list.currency);
  for (const product of priceCase.products.values()) currencies.add(product.costCurrency);
  for (const rule of [...priceCase.contracts, ...priceCase.promotions, ...priceCase.discountSchedules, ...priceCase.guards]) {
    currencies.add(rule.currency);
  }
  currencies.delete(priceCase.currency);
  const found = [...currencies].toSorted().map((currency) => findRate(priceCase, currency, priceCase.currency));
  return found.filter((conversion) => conversion !== null);
}

function reporting(priceCase: PriceCase, netMinor: bigint, taxMinor: bigint): PricedTotals["reporting"] {
  const { currency, reportingCurrency } = priceCase;
  if (reportingCurrency === null) return null;
  const conversion = findRate(priceCase, currency, reportingCurrency);
  if (!conversion) {
    const message = `needs an exchange rate from ${currency} to ${reportingCurrency} in exchangeRates`;
    throw new CaseError([{ path: "reportingCurrency", message }]);
  }
  const shift = rational(10n ** BigInt(currencyExponent(reportingCurrency)), 10n ** BigInt(currencyExponent(currency)));
  const convert = (minor: bigint): bigint =>
    roundToInteger(multiply(multiply(rational(minor), conversion.rate), shift), priceCase.policy);
  const [net, tax] = [convert(netMinor), convert(taxMinor)];
  return { conversion, netMinor: net, taxMinor: tax, grossMinor: net + tax };
}
