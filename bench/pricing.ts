/**
 * How fast a large quote is priced, beside decimal.js and big.js. The engine reads the JSON, chooses every price and rule,
 * goes through the whole waterfall, allocates, taxes and totals. The peers only redo the arithmetic of the derivations,
 * with operands made ready before the clock starts; every line they compute must equal the engine's. Times are the best of
 * several runs, for the engine and the peers alike: what other programs of the machine take is nobody's merit or fault.
 */
import { pathToFileURL } from "node:url";
import Big from "big.js";
import { Decimal } from "decimal.js";
import { priceCase, priceRead } from "#cpq/pricing/engine/price-case.ts";
import type { PricedCase, Step } from "#cpq/pricing/engine/priced.ts";
import { readCase } from "#cpq/pricing/engine/read-case.ts";
import { recordOf } from "#cpq/pricing/engine/record.ts";
import type { PriceCaseJson } from "#cpq/pricing/engine/types.ts";
import type { Rational } from "#platform/rational.ts";
import { benchCase } from "./pricing-case.ts";

interface Row {
  metric: string;
  value: string;
  bar?: string;
  met?: boolean;
  peer?: string;
}

/** The best of several runs, in ms, after two to warm up. */
function best(run: () => unknown, runs: number): number {
  run();
  run();
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < runs; i += 1) {
    const start = performance.now();
    run();
    least = Math.min(least, performance.now() - start);
  }
  return least;
}

/** What a decimal library must be able to do. */
interface Arithmetic<T> {
  from(text: string): T;
  times(a: T, b: T): T;
  divide(a: T, b: T): T;
  plus(a: T, b: T): T;
  minus(a: T, b: T): T;
  cents(a: T): T;
  text(a: T): string;
}
const decimalJs: Arithmetic<Decimal> = {
  from: (text) => new Decimal(text),
  times: (a, b) => a.times(b),
  divide: (a, b) => a.div(b),
  plus: (a, b) => a.plus(b),
  minus: (a, b) => a.minus(b),
  cents: (a) => a.toDecimalPlaces(2, Decimal.ROUND_HALF_UP),
  text: (a) => a.toFixed(2),
};
const bigJs: Arithmetic<Big> = {
  from: (text) => new Big(text),
  times: (a, b) => a.times(b),
  divide: (a, b) => a.div(b),
  plus: (a, b) => a.plus(b),
  minus: (a, b) => a.minus(b),
  cents: (a) => a.round(2, Big.roundHalfUp),
  text: (a) => a.toFixed(2),
};

/** One step with its operands as the library's own numbers. A price of bands is the sum of quantity x price + fee. */
interface PeerStep<T> {
  operation: Step["operation"];
  num: T;
  den: T | null;
  bands: { quantity: T; unitPrice: T; flatFee: T }[] | null;
}

function peerProgram<T>(priced: PricedCase, lib: Arithmetic<T>): PeerStep<T>[][] {
  const decimal = (value: Rational): T => lib.divide(lib.from(value.num.toString()), lib.from(value.den.toString()));
  return priced.lines.map((line) =>
    priced.derive(line.segments[0]!).map((step) => ({
      operation: step.operation,
      num: lib.from(step.operand.num.toString()),
      den: step.operand.den === 1n ? null : lib.from(step.operand.den.toString()),
      bands:
        step.tiers?.map((tier) => ({
          quantity: decimal(tier.quantity),
          unitPrice: decimal(tier.unitPrice),
          flatFee: decimal(tier.flatFee),
        })) ?? null,
    })),
  );
}

function runPeer<T>(program: PeerStep<T>[][], lib: Arithmetic<T>): T[] {
  return program.map((steps) => {
    let amount = lib.from("0");
    for (const { operation, num, den, bands } of steps) {
      if (bands) {
        amount = lib.from("0");
        for (const band of bands) amount = lib.plus(amount, lib.plus(lib.times(band.quantity, band.unitPrice), band.flatFee));
      } else if (operation === "round") amount = lib.cents(amount);
      else {
        const operand = den === null ? num : lib.divide(num, den);
        if (operation === "set") amount = operand;
        else amount = lib[operation](amount, operand);
      }
    }
    return amount;
  });
}

function peerMs<T>(name: string, priced: PricedCase, lib: Arithmetic<T>, runs: number): number {
  const program = peerProgram(priced, lib);
  const amounts = runPeer(program, lib);
  priced.lines.forEach((line, i) => {
    const ours = lib.text(lib.divide(lib.from(line.amountMinor.toString()), lib.from("100")));
    if (lib.text(amounts[i]!) !== ours)
      throw new Error(`${name} disagrees on line ${line.id}: ${lib.text(amounts[i]!)}, not ${ours}`);
  });
  return best(() => runPeer(program, lib), runs);
}

/** What it costs to have every step of every line, and to store them under their hashes. */
function derivationRows(json: PriceCaseJson, label: string): Row[] {
  let steps = 0;
  const all = best(() => {
    const priced = priceCase(json);
    steps = 0;
    for (const line of priced.lines) for (const segment of line.segments) steps += priced.derive(segment).length;
  }, 5);
  const stored = best(() => recordOf(json, priceCase(json)), 3);
  return [
    { metric: `${label}, with all ${steps.toLocaleString("en")} steps of all derivations`, value: ms(all) },
    { metric: `${label}, as the JSON record with a hash per line`, value: ms(stored) },
  ];
}

const ms = (value: number): string => `${value.toFixed(1)} ms`;

/** Measures both bars of issue "engines", E2, and their peers. */
export async function bench(): Promise<{ name: string; rows: Row[] }> {
  Decimal.set({ precision: 40 });
  Big.DP = 40;
  const rows: Row[] = [];
  for (const [lines, barMs, runs] of [
    [10_000, 50, 15],
    [100_000, 1000, 5],
  ] as const) {
    const json = benchCase(lines);
    const priced = priceCase(json);
    const label = `${lines.toLocaleString("en")} lines`;
    const whole = best(() => priceCase(json), runs);
    const read = readCase(json);
    const decimal = peerMs("decimal.js", priced, decimalJs, runs);
    const big = peerMs("big.js", priced, bigJs, runs);
    rows.push({
      metric: `${label}, full waterfall, from JSON to totals`,
      value: ms(whole),
      bar: `<= ${barMs} ms`,
      met: whole <= barMs,
      peer: `arithmetic alone: decimal.js ${ms(decimal)}, big.js ${ms(big)}`,
    });
    rows.push({ metric: `${label}, priced again from a case already read`, value: ms(best(() => priceRead(read), runs)) });
    if (lines === 10_000) rows.push(...derivationRows(json, label));
  }
  return { name: "pricing", rows };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) console.table((await bench()).rows);
