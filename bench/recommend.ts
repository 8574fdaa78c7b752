/** Recommendations on a made-up retailer of 541,909 rows, in the shape of the public ones: read, trained, evaluated; beside only cutting the rows; rules beside only counting pairs. */
import { associationRules } from "#cpq/recommendations/engine/association-rules.ts";
import type { BasketSet } from "#cpq/recommendations/engine/basket-set.ts";
import { trainEase } from "#cpq/recommendations/engine/ease.ts";
import { evaluate } from "#cpq/recommendations/engine/evaluate.ts";
import { leastCount } from "#cpq/recommendations/engine/frequent-sets.ts";
import { readBaskets } from "#cpq/recommendations/engine/read-baskets.ts";
import type { BenchResult } from "./result.ts";

const rows = 541_909;
const articles = 4_070;
const barMs = 60_000;
const support = 0.005;
const confidence = 0.3;

/** Invoices around a theme of ten articles each, and what sells well anyway (a linear congruential generator, so the same in every run). */
function transactions(): Buffer {
  let state = 7;
  const next = () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
  const lines = ["InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country"];
  for (let invoice = 536_365; lines.length <= rows; invoice += 1) {
    const size = Math.max(1, Math.floor(Math.exp(2.3 + next() * next() * 3)));
    const theme = Math.floor(next() * 400);
    for (let index = 0; index < size && lines.length <= rows; index += 1) {
      const popular = Math.min(articles - 1, Math.floor(Math.exp(next() * Math.log(articles)) - 1));
      const article = next() < 0.55 ? (theme * 10 + Math.floor(next() * 10)) % articles : popular;
      lines.push(`${invoice},${20_000 + article},"SET OF ${article}, RED",6,12/1/2010 8:26,2.55,17850,United Kingdom`);
    }
  }
  return Buffer.from(lines.join("\r\n"));
}

/** Counts every pair of every basket: what rules of two articles need at least. */
function countPairs(set: BasketSet): number {
  const counts = new Map<number, number>();
  for (const basket of set.baskets)
    for (let i = 0; i < basket.length; i += 1)
      for (let j = i + 1; j < basket.length; j += 1) {
        const key = basket[i]! * 65_536 + basket[j]!;
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
  const least = leastCount(support, set.baskets.length);
  return [...counts.values()].filter((count) => count >= least).length;
}

const timed = <T>(work: () => T): { ms: number; result: T } => {
  const before = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(before);
  return { ms: (user + system) / 1_000, result };
};

/** Runs the bench and returns its rows. Times are of the processor. */
export async function bench(): Promise<BenchResult> {
  const bytes = transactions();
  const cut = timed(() =>
    bytes
      .toString("utf8")
      .split("\n")
      .reduce((cells, row) => cells + row.split(",").length, 0),
  );
  const read = timed(() => readBaskets(bytes));
  const rules = timed(() => associationRules(read.result, { support, confidence }));
  const pairs = timed(() => countPairs(read.result));
  const trained = timed(() => trainEase(read.result));
  const judged = timed(() => evaluate(read.result));
  const total = read.ms + judged.ms;
  const { hitRate10, popular } = judged.result;
  return {
    name: "recommend",
    rows: [
      {
        metric: `read ${rows.toLocaleString("en")} rows`,
        value: `${read.ms.toFixed(0)} ms`,
        peer: `only cutting at commas ${cut.ms.toFixed(0)} ms`,
      },
      {
        metric: `${rules.result.length.toLocaleString("en")} rules at ${support} and ${confidence}, of any length`,
        value: `${rules.ms.toFixed(0)} ms`,
        peer: `only counting all pairs ${pairs.ms.toFixed(0)} ms`,
      },
      { metric: `EASE of ${trained.result.items.length.toLocaleString("en")} articles`, value: `${trained.ms.toFixed(0)} ms` },
      {
        metric: "read, choose, train and evaluate by leaving one out",
        value: `${total.toFixed(0)} ms`,
        bar: `<= ${barMs.toLocaleString("en")} ms`,
        met: total <= barMs,
      },
      {
        metric: `hit rate at 10 over ${judged.result.tested.toLocaleString("en")} baskets (made up: says nothing of real ones)`,
        value: hitRate10,
        peer: `what sells most ${popular.hitRate10}`,
      },
    ],
  };
}
