/** The priced case as JSON: what is stored, shown, sent and hashed. */
import { decimalText } from "#platform/money.ts";
import { divide, type Rational } from "#platform/rational.ts";
import { toFixed } from "#platform/rounding.ts";
import { canonicalJson } from "./canonical.ts";
import type { Tax } from "./case.ts";
import { formatDay } from "./days.ts";
import { exactText } from "./exact-text.ts";
import type { TierStep } from "./models.ts";
import type { Conversion, Finding, PricedCase, PricedLine, PricedSegment, Step, TaxTotal } from "./priced.ts";
import { sha256 } from "./sha256.ts";

/** Changes whenever the same case could give another result. */
export const engineVersion = "pricing/1";

/** Money twice: "net" in major units for people and files, "netMinor" in minor units for machines. */
export type Amounts<K extends string> = { [P in K]: string } & { [P in `${K}Minor`]: string };
export interface StepRecord {
  step: string;
  rule: string;
  operation: string;
  operand: string;
  from: string;
  to: string;
  tiers?: { rule: string; tier: number; quantity: string; unitPrice: string; flatFee: string; amount: string }[];
  note?: string;
}
export interface SegmentRecord extends Amounts<"list" | "amount" | "periodNet"> {
  label?: string;
  quantity: string;
  periods: {
    exact: string;
    decimal: string;
    whole: string;
    partials: { from: string; until: string; days: number; of: number; value: string }[];
  };
  unitNet: string;
  steps: StepRecord[];
}
export interface TaxRecord {
  category: string;
  percent: string;
  reason?: string;
}
export interface LineRecord extends Amounts<"list" | "amount" | "net"> {
  index: number;
  id: string;
  product?: string;
  family?: string;
  per: string;
  currency: string;
  /** Discount off list, two digits. */
  discountPercent: string;
  cost?: string;
  costMinor?: string;
  marginPercent?: string;
  tax: TaxRecord | null;
  segments: SegmentRecord[];
  /** Of everything above: the line's derivation cannot be changed without it showing. */
  hash: string;
}
export interface PricedRecord {
  engine: string;
  currency: string;
  taxIncluded: boolean;
  lines: LineRecord[];
  taxes: (TaxRecord & Amounts<"amount" | "net" | "tax"> & { lines: number; exactTax: string })[];
  totals: Amounts<"list" | "headerDiscount" | "net" | "tax" | "gross" | "payable" | "payableRounding"> & {
    cost?: string;
    costMinor?: string;
    marginPercent?: string;
    perPeriod: Record<string, string>;
    reporting?: Amounts<"net" | "tax" | "gross"> & ConversionRecord;
  };
  conversions: ConversionRecord[];
  findings: {
    guard: string;
    limit: string;
    action: string;
    line: string;
    segment?: string;
    required: string;
    actual: string;
  }[];
  untaxed: boolean;
  /** Of the case as given (canonical JSON). */
  inputHash: string;
  /** Of this whole record without this field, each line standing in it by its own hash. */
  hash: string;
}
export interface ConversionRecord {
  from: string;
  to: string;
  rate: string;
  source: string;
  date: string;
}

/** The record of a priced case, with the hashes by which it can be replayed. `json` is the case as given. */
export function recordOf(json: unknown, priced: PricedCase): PricedRecord {
  const { currency, totals } = priced;
  const body = {
    engine: engineVersion,
    currency,
    taxIncluded: priced.taxIncluded,
    lines: priced.lines.map((line) => lineRecord(line, priced)),
    taxes: priced.taxes.map((tax) => taxTotal(tax, currency)),
    totals: {
      ...both("list", totals.listMinor, currency),
      ...both("headerDiscount", totals.headerDiscountMinor, currency),
      ...both("net", totals.netMinor, currency),
      ...both("tax", totals.taxMinor, currency),
      ...both("gross", totals.grossMinor, currency),
      ...both("payable", totals.payableMinor, currency),
      ...both("payableRounding", totals.payableRoundingMinor, currency),
      ...margin(totals.costMinor, totals.netMinor, currency),
      perPeriod: Object.fromEntries([...totals.perPeriodMinor].map(([per, minor]) => [per, decimalText(minor, currency)])),
      ...(totals.reporting ? { reporting: reporting(totals.reporting) } : {}),
    },
    conversions: priced.conversions.map(conversion),
    findings: priced.findings.map(finding),
    untaxed: priced.untaxed,
    inputHash: sha256(canonicalJson(json)),
  };
  return { ...body, hash: recordHash(body) };
}

/** The hash of a whole record: its lines stand in it by their own hashes. */
export const recordHash = (body: Omit<PricedRecord, "hash">): string =>
  sha256(canonicalJson({ ...body, lines: body.lines.map((line) => line.hash) }));

/** The record of one line, with its own hash. */
export function lineRecord(line: PricedLine, priced: PricedCase): LineRecord {
  const { currency } = priced;
  const body = {
    index: line.index,
    id: line.id,
    ...(line.product === null ? {} : { product: line.product }),
    ...(line.family === null ? {} : { family: line.family }),
    per: line.per,
    currency,
    ...both("list", line.listMinor, currency),
    ...both("amount", line.amountMinor, currency),
    ...both("net", line.netMinor, currency),
    discountPercent: share(line.listMinor - line.amountMinor, line.listMinor),
    ...margin(line.costMinor, line.netMinor, currency),
    tax: line.tax && taxRecord(line.tax),
    segments: line.segments.map((segment) => segmentRecord(segment, priced)),
  };
  return { ...body, hash: sha256(canonicalJson(body)) };
}

function both<K extends string>(key: K, minor: bigint, currency: string): Amounts<K> {
  return { [key]: decimalText(minor, currency), [`${key}Minor`]: minor.toString() } as Amounts<K>;
}

/** part / whole in percent with two digits; 0.00 of nothing. */
const share = (part: bigint, whole: bigint): string =>
  whole === 0n ? "0.00" : toFixed({ num: part * 100n, den: whole < 0n ? -whole : whole }, 2);

const margin = (costMinor: bigint | null, netMinor: bigint, currency: string) =>
  costMinor === null ? {} : { ...both("cost", costMinor, currency), marginPercent: share(netMinor - costMinor, netMinor) };

function segmentRecord(segment: PricedSegment, { currency, derive }: PricedCase): SegmentRecord {
  const { periods } = segment;
  const steps = derive(segment);
  return {
    ...(segment.ramp ? { label: segment.ramp.label } : {}),
    quantity: exactText(segment.quantity),
    periods: {
      exact: exactText(periods.exact),
      decimal: toFixed(periods.exact, 6),
      whole: exactText(periods.whole),
      partials: periods.partials.map((part) => ({
        from: formatDay(part.from),
        until: formatDay(part.until),
        days: part.days,
        of: part.of,
        value: exactText(part.value),
      })),
    },
    unitNet: toFixed(divide(periodNetOf(steps), segment.quantity), 6),
    ...both("list", segment.listMinor, currency),
    ...both("amount", segment.amountMinor, currency),
    ...both("periodNet", segment.periodNetMinor, currency),
    steps: stepRecords(steps),
  };
}

/** The exact amount of one period: what the term starts from. */
function periodNetOf(steps: readonly Step[]): Rational {
  return steps.find(({ step }) => step === "term" || step === "proration" || step === "line_net")!.from;
}

/** Each amount is written once: a step starts from the text the one before it ended with. */
function stepRecords(steps: readonly Step[]): StepRecord[] {
  let from = "0";
  return steps.map((step) => {
    const to = exactText(step.to);
    const record = {
      step: step.step,
      rule: step.rule,
      operation: step.operation,
      operand: step.operation === "set" ? to : exactText(step.operand),
      from,
      to,
      ...(step.tiers ? { tiers: step.tiers.map(tierRecord) } : {}),
      ...(step.note === null ? {} : { note: step.note }),
    };
    from = to;
    return record;
  });
}

const tierRecord = (tier: TierStep) => ({
  rule: tier.rule,
  tier: tier.tier,
  quantity: exactText(tier.quantity),
  unitPrice: exactText(tier.unitPrice),
  flatFee: exactText(tier.flatFee),
  amount: exactText(tier.amount),
});

const taxRecord = (tax: Tax): TaxRecord => ({
  category: tax.category,
  percent: exactText(tax.percent),
  ...(tax.reason === null ? {} : { reason: tax.reason }),
});

const taxTotal = (total: TaxTotal, currency: string) => ({
  ...taxRecord(total.tax),
  lines: total.lines,
  ...both("amount", total.amountMinor, currency),
  ...both("net", total.netMinor, currency),
  ...both("tax", total.taxMinor, currency),
  exactTax: exactText(total.exactTax),
});

const conversion = (used: Conversion): ConversionRecord => ({
  from: used.from,
  to: used.to,
  rate: exactText(used.rate),
  source: used.source,
  date: formatDay(used.date),
});

function reporting(totals: NonNullable<PricedCase["totals"]["reporting"]>) {
  const { to } = totals.conversion;
  return {
    ...both("net", totals.netMinor, to),
    ...both("tax", totals.taxMinor, to),
    ...both("gross", totals.grossMinor, to),
    ...conversion(totals.conversion),
  };
}

const money = (value: Rational): string => toFixed(value, 6);
const finding = (found: Finding) => ({
  guard: found.guard,
  limit: found.limit,
  action: found.action,
  line: found.line,
  ...(found.segment === null ? {} : { segment: found.segment }),
  required: money(found.required),
  actual: money(found.actual),
});
