/** The waterfall of one segment: its one-period amount up to the header discount, then guards, term and rounding. */
import { add, divide, multiply, one, type Rational, rational, subtract, zero } from "#platform/rational.ts";
import { roundToInteger } from "#platform/rounding.ts";
import type { DiscountTable, Line, Price, PriceCase, RampSegment } from "./case.ts";
import { applyLineDiscounts, applyPromotions, applyTables, type PercentMoves } from "./discounts.ts";
import { applyGuards } from "./guards.ts";
import type { RatingContext } from "./models.ts";
import { amountOf, type Chain, minus, type Move, moveOf, round, scaleBy, setTo, stepsFrom, type Waterfall } from "./moves.ts";
import type { Offer, PriceStart } from "./offer.ts";
import type { Finding, PricedSegment, Step } from "./priced.ts";
import { countedPeriods, countPeriods, monthsPer, type Periods } from "./proration.ts";
import { sumExact } from "./sum-exact.ts";
import { rateTiers } from "./tiers.ts";
import type { Per } from "./types.ts";

/** A line ready to price: its price and rules are chosen. */
export interface Prepared {
  readonly line: Line;
  readonly family: string | null;
  readonly offer: Offer;
  readonly unitCost: Rational | null;
}

/** A segment on its way through the waterfall; amounts are of one period. */
export interface Draft extends Waterfall {
  readonly prepared: Prepared;
  readonly ramp: RampSegment | null;
  readonly quantity: Rational;
  readonly periods: Periods;
  /** The amount at list price. */
  readonly list: Rational;
  /** Its share of the header discount, in minor units of the whole segment. */
  shareMinor: bigint;
}

/** What the case knows of the whole document while a line is priced. */
export interface DocumentView {
  readonly priceCase: PriceCase;
  readonly groupRate: (table: DiscountTable) => Rational;
  /** The base of a percent_of_total price; null while other lines are being priced. */
  readonly shareBase: ((prepared: Prepared) => Rational) | null;
  /** Made once and shared by all lines: counted terms such as "36", sellers' percentages, chains of discounts. */
  readonly terms: Map<Rational, Periods>;
  readonly percentMoves: PercentMoves;
  readonly chain: Chain;
}

const onePeriod = countedPeriods(one);

/** One draft for the line, or one for each segment of its ramp. Throws RangeError when the quantity cannot be priced. */
export function draftLine(view: DocumentView, prepared: Prepared, drafts: Draft[]): void {
  const { ramp } = prepared.line;
  if (ramp.length === 0) drafts.push(draftSegment(view, prepared, null, null));
  else for (const segment of ramp) drafts.push(draftSegment(view, prepared, segment, null));
}

function periodsOf(view: DocumentView, term: Line["term"], per: Per): Periods {
  if (term === null || per === "once") return onePeriod;
  if ("span" in term) return countPeriods({ ...term.span, per });
  let periods = view.terms.get(term.periods);
  if (!periods) view.terms.set(term.periods, (periods = countedPeriods(term.periods)));
  return periods;
}

/** The segment up to its line discounts. With a record, every move is written into it. */
export function draftSegment(view: DocumentView, prepared: Prepared, ramp: RampSegment | null, record: Move[] | null): Draft {
  const { line, offer } = prepared;
  const { plan, chosen } = offer;
  const quantity = ramp?.quantity ?? line.quantity;
  const periods = periodsOf(view, ramp ? ramp.term : line.term, chosen.per);
  const draft = startAtList(view, prepared, ramp, quantity, periods, record);
  const price = agreedPrice(view, draft);
  if (price.kind === "volume" || price.kind === "graduated") {
    const rated = record && { model: price, quantity, context: noContext };
    setTo(draft, "tier", price.kind, rateTiers(price, quantity).amount, null, rated);
  }
  const months = termMonths(ramp ? wholeTerm(view, line, chosen.per) : periods.exact, chosen.per);
  if (plan.familyVolumes.length > 0) applyTables(draft, plan.familyVolumes, quantity, months, view.groupRate);
  if (plan.promotions.length + plan.stackable.length > 0) applyPromotions(draft, plan.promotions, plan.stackable, quantity);
  if (plan.schedules.length > 0) applyTables(draft, plan.schedules, quantity, months, view.groupRate);
  if (line.discounts.length > 0) applyLineDiscounts(draft, line, quantity, view.percentMoves);
  const { policy, unitPriceDigits } = view.priceCase;
  if (unitPriceDigits !== null) round(draft, "unit_price", policy, divide(quantity, rational(10n ** BigInt(unitPriceDigits))));
  return draft;
}

/** The list price: what the segment costs before the model's tiers, contracts and discounts. */
function startAtList(
  view: DocumentView,
  prepared: Prepared,
  ramp: RampSegment | null,
  quantity: Rational,
  periods: Periods,
  record: Move[] | null,
): Draft {
  const { chosen, list } = prepared.offer;
  const amount = baseAmount(view, prepared, list, quantity);
  if (record) {
    const rated =
      !list.base || (list.unitPrice && list.fee.num === 0n) ? null : { model: list.base, quantity, context: contextOf(prepared) };
    record.push(moveOf(list.base ? "list" : "percent_of_total", chosen.rule, "set", amount, chosen.note, rated));
  }
  const { chain } = view;
  return {
    settled: amount,
    pending: chain,
    root: chain,
    record,
    prepared,
    ramp,
    quantity,
    periods,
    list: amount,
    shareMinor: 0n,
  };
}

/** Contract and ramp price, in place of the list price. Returns the price whose tiers count. */
function agreedPrice(view: DocumentView, draft: Draft): Price {
  const { prepared, ramp, quantity } = draft;
  const { plan, list, contracted } = prepared.offer;
  let { price } = list;
  if (contracted) {
    price = contracted.price;
    setTo(draft, "contracted", plan.contract!.id, baseAmount(view, prepared, contracted, quantity), plan.contractNote);
  }
  if (ramp?.unitPrice) {
    price = { kind: "per_unit", unitPrice: ramp.unitPrice };
    setTo(draft, "contracted", `ramp ${ramp.label}`, multiply(ramp.unitPrice, quantity));
  }
  return price;
}

function baseAmount(view: DocumentView, prepared: Prepared, start: PriceStart, quantity: Rational): Rational {
  const { price, base } = start;
  if (start.unitPrice) {
    const amount = multiply(start.unitPrice, quantity);
    return start.fee.num === 0n ? amount : add(amount, start.fee);
  }
  if (base) return rateTiers(base, quantity, contextOf(prepared)).amount;
  if (price.kind !== "percent_of_total" || !view.shareBase) throw new Error("percent_of_total lines are priced after all others");
  return multiply(multiply(view.shareBase(prepared), divide(price.percent, rational(100n))), quantity);
}

const noContext: RatingContext = {};

function contextOf({ line, unitCost }: Prepared): RatingContext {
  if (!unitCost && !line.transactions && !line.transactionCount) return noContext;
  return {
    ...(unitCost ? { unitCost } : {}),
    ...(line.transactions ? { transactions: line.transactions } : {}),
    ...(line.transactionCount ? { transactionCount: line.transactionCount } : {}),
  };
}

/** All segments of a ramp together: a three-year ramp earns the discount of three years. */
const wholeTerm = (view: DocumentView, line: Line, per: Per): Rational =>
  sumExact(line.ramp.map((segment) => periodsOf(view, segment.term, per).exact));

/** Months of a term, for schedules by term; 52 weeks count as 12 months, a one-off line as none. */
function termMonths(periods: Rational, per: Per): Rational {
  if (per === "once") return zero;
  if (per === "month") return periods;
  if (per === "week") return multiply(periods, rational(12n, 52n));
  return multiply(periods, rational(BigInt(monthsPer[per])));
}

/** What one period must be multiplied by to reach the whole segment. */
export const wholeFactor = (draft: Draft): Rational =>
  draft.ramp?.factor ? multiply(draft.periods.exact, draft.ramp.factor) : draft.periods.exact;

/** An exact amount times a factor, in whole minor units: a rounding point. */
export function wholeMinor(amount: Rational, factor: Rational, { policy }: PriceCase, scale: bigint): bigint {
  const num = amount.num * scale;
  if (factor === one) return roundToInteger({ num, den: amount.den }, policy);
  return roundToInteger({ num: num * factor.num, den: amount.den * factor.den }, policy);
}

/** Takes a share of the header discount (minor units of the whole segment) off one period. */
export function takeHeaderShare(draft: Draft, rule: string, shareMinor: bigint, scale: bigint): void {
  const factor = wholeFactor(draft);
  if (shareMinor === 0n || factor.num === 0n) return;
  minus(draft, "header_discount", rule, rational(shareMinor * factor.den, scale * factor.num));
  draft.shareMinor = shareMinor;
}

/** Guards, ramp, term, proration and the rounding of the line. */
export function finishSegment(priceCase: PriceCase, scale: bigint, draft: Draft, findings: Finding[]): PricedSegment {
  const { periods, ramp, prepared, quantity, record, list, shareMinor } = draft;
  applyGuards(draft, findings);
  if (ramp?.factor) scaleBy(draft, moveOf("ramp", `ramp ${ramp.label}`, "times", ramp.factor));
  const amount = amountOf(draft);
  record?.push(
    ...termMoves(periods, prepared.offer.chosen.per),
    moveOf("line_net", priceCase.policy, "round", rational(1n, scale)),
  );
  const factor = periods.exact;
  const amountMinor = wholeMinor(amount, factor, priceCase, scale);
  return {
    prepared,
    ramp,
    quantity,
    periods,
    shareMinor,
    listMinor: amount === list ? amountMinor : wholeMinor(list, factor, priceCase, scale),
    periodNetMinor: factor === one ? amountMinor : wholeMinor(amount, one, priceCase, scale),
    amountMinor,
    costMinor: prepared.unitCost ? wholeMinor(multiply(prepared.unitCost, quantity), factor, priceCase, scale) : null,
  };
}

/** The whole periods first ("term"), then what the partial ones add ("proration"). */
function termMoves(periods: Periods, per: Per): Move[] {
  const { whole, exact, partials } = periods;
  const partial = subtract(exact, whole);
  const note = partials.map((part) => `${part.days} of ${part.of} days`).join(" + ") || null;
  if (whole.num === 0n) return [moveOf("proration", per, "times", partial, note)];
  const moves: Move[] = [];
  if (whole.num !== whole.den) moves.push(moveOf("term", per, "times", whole));
  if (partial.num !== 0n) moves.push(moveOf("proration", per, "prorate", partial, note));
  return moves;
}

/** Why a segment costs what it does: its waterfall once more, written down. */
export function derive(view: DocumentView, scale: bigint, segment: PricedSegment): Step[] {
  const record: Move[] = [];
  const draft = draftSegment(view, segment.prepared, segment.ramp, record);
  takeHeaderShare(draft, view.priceCase.headerDiscount?.rule ?? "", segment.shareMinor, scale);
  const again = finishSegment(view.priceCase, scale, draft, []);
  if (again.amountMinor !== segment.amountMinor) throw new Error("a derivation must lead to the amount it explains");
  return stepsFrom(record);
}
