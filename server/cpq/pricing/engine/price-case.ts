/** Prices a case: the one function that quotes, previews, simulations and corrections call. */
import { currencyExponent } from "#platform/money.ts";
import type { PriceCase, Tax } from "./case.ts";
import { applyHeaderDiscount } from "./header-discount.ts";
import { startChain } from "./moves.ts";
import { shareBase } from "./percent-of-total.ts";
import { groupRates, prepareLines } from "./prepare.ts";
import type { Finding, PricedCase, PricedLine, PricedSegment } from "./priced.ts";
import { CaseError, type CaseIssue } from "./read.ts";
import { readCase } from "./read-case.ts";
import { findTax, totalTaxes } from "./taxes.ts";
import { totalCase } from "./totals.ts";
import type { PriceCaseJson } from "./types.ts";
import { derive, type DocumentView, type Draft, draftLine, finishSegment, type Prepared } from "./waterfall.ts";

/**
 * The prices, taxes, totals and derivations of a case. Pure: the same case always gives the same result.
 * Throws CaseError listing every place that keeps the case from being priced.
 */
export const priceCase = (json: PriceCaseJson): PricedCase => priceRead(readCase(json));

/** Prices a case already read; a caller that prices one case many times reads it once. */
export function priceRead(read: PriceCase): PricedCase {
  const prepared = prepareLines(read);
  const scale = 10n ** BigInt(currencyExponent(read.currency));
  const view: DocumentView = {
    priceCase: read,
    groupRate: groupRates(prepared),
    shareBase: null,
    terms: new Map(),
    percentMoves: new Map(),
    chain: startChain(),
  };
  const findings: Finding[] = [];
  const shares = prepared.filter(isShare);
  const others = shares.length === 0 ? prepared : prepared.filter((one) => !isShare(one));
  const drafts = draftAll(view, others);
  const headerDiscountMinor = headerDiscount(read, drafts, scale);
  const covered = finishAll(read, scale, others, drafts, findings);
  const shareView = { ...view, shareBase: (one: Prepared) => shareBase(one.offer, covered, scale) };
  const lines = covered.concat(finishAll(read, scale, shares, draftAll(shareView, shares), findings));
  if (shares.length > 0) {
    lines.sort((a, b) => a.index - b.index);
    findings.sort((a, b) => a.lineIndex - b.lineIndex);
  }
  const { taxes, nets } = totalTaxes(read, lines, scale);
  const taxed = read.taxIncluded ? lines.map((line, i) => ({ ...line, netMinor: nets[i]! })) : lines;
  const stepsOf = (segment: PricedSegment) => derive(isShare(segment.prepared) ? shareView : view, scale, segment);
  return totalCase(read, taxed, taxes, headerDiscountMinor, findings, stepsOf);
}

const isShare = (one: Prepared): boolean => one.offer.list.price.kind === "percent_of_total";

function draftAll(view: DocumentView, prepared: readonly Prepared[]): Draft[] {
  const drafts: Draft[] = [];
  const issues: CaseIssue[] = [];
  for (const one of prepared) {
    try {
      draftLine(view, one, drafts);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      issues.push({ path: `lines[${one.line.index}].quantity`, message: `cannot be priced: ${error.message}` });
    }
  }
  if (issues.length > 0) throw new CaseError(issues);
  return drafts;
}

function headerDiscount(read: PriceCase, drafts: readonly Draft[], scale: bigint): bigint {
  try {
    return applyHeaderDiscount(read, drafts, scale);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new CaseError([{ path: "headerDiscount.amount", message: error.message }]);
  }
}

/** Finishes the drafts and gathers the segments of each line. Drafts come line by line, in the order of `prepared`. */
function finishAll(
  read: PriceCase,
  scale: bigint,
  prepared: readonly Prepared[],
  drafts: readonly Draft[],
  findings: Finding[],
): PricedLine[] {
  const taxes = new Map<string | null, Tax | null>();
  let next = 0;
  return prepared.map((one) => {
    const segments: PricedSegment[] = [finishSegment(read, scale, drafts[next++]!, findings)];
    while (next < drafts.length && drafts[next]!.prepared === one)
      segments.push(finishSegment(read, scale, drafts[next++]!, findings));
    const { line, offer, family } = one;
    const taxClass = line.taxClass ?? offer.plan.taxClass;
    let tax = taxes.get(taxClass);
    if (tax === undefined) taxes.set(taxClass, (tax = findTax(read, taxClass)));
    const { listMinor, amountMinor, costMinor } = segments.length === 1 ? segments[0]! : sumSegments(segments);
    return {
      index: line.index,
      id: line.id,
      product: line.product,
      family,
      per: offer.chosen.per,
      segments,
      listMinor,
      amountMinor,
      netMinor: amountMinor,
      costMinor,
      tax: line.tax ?? tax,
    };
  });
}

function sumSegments(segments: readonly PricedSegment[]): Pick<PricedLine, "listMinor" | "amountMinor" | "costMinor"> {
  const sum = { listMinor: 0n, amountMinor: 0n, costMinor: 0n };
  for (const segment of segments) {
    sum.listMinor += segment.listMinor;
    sum.amountMinor += segment.amountMinor;
    sum.costMinor += segment.costMinor ?? 0n;
  }
  return segments.some(({ costMinor }) => costMinor === null) ? { ...sum, costMinor: null } : sum;
}
