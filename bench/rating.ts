/**
 * The rating engine at a million usage events: accepted (duplicates dropped), counted, rated with graduated prices and
 * explained line by line for 10,000 subscriptions, beside a bare loop that only adds the same quantities up, in one run.
 */
import { spanOf } from "#back-office/subscriptions/engine/local-time.ts";
import { obligationsDue } from "#back-office/subscriptions/engine/obligations-due.ts";
import type { Obligation } from "#back-office/subscriptions/engine/types.ts";
import type { UsageEvent } from "#back-office/usage/engine/types.ts";
import type { CaseItem, CasePrice, RatingCase } from "#back-office/invoices/engine/case.ts";
import { knownVersions } from "#back-office/invoices/engine/known-versions.ts";
import { rateCase } from "#back-office/invoices/engine/rate-case.ts";
import { parseDecimal, rational } from "#platform/rational.ts";

const subscriptions = 10_000;
const events = 1_000_000;
const timeZone = "Europe/Paris";
const barMs = 2_000;

interface Row {
  metric: string;
  value: string;
  bar?: string;
  met?: boolean;
  peer?: string;
}

/** A small generator with a seed, so that every run bills the same usage (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** One month of usage in no particular order; every 50th event is delivered twice. */
function usageOfMarch(): UsageEvent[] {
  const next = seeded(7);
  const { fromMs, toMs } = spanOf("2026-03-01", "2026-04-01", timeZone);
  const usage: UsageEvent[] = [];
  for (let index = 0; index < events; index += 1) {
    const again = index % 50 === 49 ? usage[Math.floor(next() * index)] : undefined;
    if (again) {
      usage.push({ ...again });
      continue;
    }
    const atMs = fromMs + Math.floor(next() * (toMs - fromMs));
    const quantity = (Math.floor(next() * 60_000) / 100).toFixed(2);
    usage.push({
      id: `cdr-${index}`,
      source: "switch",
      itemId: `item-${Math.floor(next() * subscriptions)}`,
      atMs,
      recordedAtMs: atMs,
      quantity,
    });
  }
  return usage;
}

const d = parseDecimal;
const price: CasePrice = {
  id: "minutes",
  kind: "usage",
  cadence: { unit: "month", count: 1 },
  anchor: { kind: "calendar" },
  timing: "arrears",
  proration: "day",
  vat: { category: "S", rate: "20" },
  aggregation: "sum",
  included: d("100"),
  includedProrated: false,
  model: {
    kind: "graduated",
    tiers: [
      { upTo: d("1000"), unitPrice: d("0.035"), flatFee: d("0") },
      { upTo: d("10000"), unitPrice: d("0.021"), flatFee: d("2") },
      { upTo: null, unitPrice: d("0.0149"), flatFee: d("0") },
    ],
  },
};

function marchOf(usage: readonly UsageEvent[]): RatingCase {
  const items: CaseItem[] = Array.from({ length: subscriptions }, (_, index) => ({
    id: `item-${index}`,
    versions: [
      {
        id: "1",
        from: "2026-01-01",
        to: null,
        knownFrom: "2026-01-01",
        endKnownFrom: null,
        priceId: "minutes",
        quantity: rational(1n),
        discountPercent: "0",
        phases: [],
      },
    ],
  }));
  const empty = { adjustments: [], allowances: [], charges: [], prepaid: [], booked: [] };
  return {
    currency: "EUR",
    timeZone,
    prices: new Map([["minutes", price]]),
    items,
    usage,
    applyCredit: true,
    runs: ["2026-04-01"],
    ...empty,
  };
}

interface Timed<T> {
  readonly ms: number;
  /** Processor time: what is left of `ms` when other processes share the machine. */
  readonly cpuMs: number;
  readonly result: T;
}

function timed<T>(work: () => T): Timed<T> {
  const started = performance.now();
  const before = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(before);
  return { ms: performance.now() - started, cpuMs: (user + system) / 1000, result };
}

const best = <T>(runs: number, work: () => T): Timed<T> =>
  Array.from({ length: runs }, () => timed(work)).reduce((a, b) => (b.ms < a.ms ? b : a));

/** Runs the bench and returns its rows; the table of `npm run bench` is made of these. */
export async function bench(): Promise<{ name: string; rows: Row[] }> {
  const usage = usageOfMarch();
  const input = marchOf(usage);
  const bare = best(3, () => {
    let hundredths = 0;
    for (const event of usage) hundredths += Math.round(Number(event.quantity) * 100);
    return hundredths;
  });
  const first = timed(() => rateCase(input));
  const warm = best(3, () => rateCase(input));
  const lines = warm.result[0]!.lines;
  const booked = { ...input, booked: lines };
  const rerun = timed(() => rateCase(booked));
  const shape = {
    ...input,
    usage: [],
    prices: new Map([["minutes", { ...price, kind: "recurring" as const, timing: "advance" as const }]]),
  };
  const recurring = best(3, (): Obligation[] =>
    obligationsDue(knownVersions(shape, "2026-04-01"), { timeZone, closedBefore: "2026-04-01" }, "2026-04-01"),
  );
  const rate = ({ ms, cpuMs }: Timed<unknown>): string =>
    `${ms.toFixed(0)} ms (${Math.round(events / ms).toLocaleString("en")} k events/s, ${cpuMs.toFixed(0)} ms of processor)`;
  return {
    name: "rating",
    rows: [
      {
        metric: `bare loop: only sums ${events.toLocaleString("en")} quantities`,
        value: `${bare.ms.toFixed(0)} ms`,
        peer: "limit",
      },
      {
        metric: `accept, count, rate and explain ${events.toLocaleString("en")} events of ${subscriptions.toLocaleString("en")} subscriptions, first run`,
        value: `${rate(first)}, ${lines.length.toLocaleString("en")} lines`,
        bar: `<= ${barMs.toLocaleString("en")} ms`,
        met: first.ms <= barMs,
        peer: `${(first.ms / bare.ms).toFixed(0)} x the bare loop`,
      },
      {
        metric: "the same, best of three warm runs",
        value: rate(warm),
        bar: `<= ${barMs.toLocaleString("en")} ms`,
        met: warm.ms <= barMs,
      },
      {
        metric: "the same again with its lines booked: new lines",
        value: `${rerun.result[0]!.lines.length} in ${rerun.ms.toFixed(0)} ms`,
        bar: "0",
        met: rerun.result[0]!.lines.length === 0,
      },
      {
        metric: `obligations due of ${subscriptions.toLocaleString("en")} recurring items`,
        value: `${recurring.ms.toFixed(0)} ms (${recurring.result.length.toLocaleString("en")} obligations)`,
      },
    ],
  };
}

if (import.meta.main) console.table((await bench()).rows);
