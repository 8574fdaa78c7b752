/** What must hold for any data and parameters. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { activeBgBb, bgBb, ifActiveBgBb } from "./bg-bb.ts";
import { bgNbd, chanceOfPurchasesBgNbd, newcomerBgNbd } from "./bg-nbd.ts";
import { fitModel, type Model } from "./fit-model.ts";
import { gammaGamma } from "./gamma-gamma.ts";
import { digamma, logGamma } from "./gamma-function.ts";
import { mbgNbd } from "./mbg-nbd.ts";
import { paretoNbd } from "./pareto-nbd.ts";
import { purchasesWhileActive } from "./purchases-while-active.ts";
import { repeatModels } from "./repeat-models.ts";
import { grouped, type RepeatPurchases } from "./repeat-purchases.ts";
import { renewalsOf, shiftedBetaGeometric, survivalSbg } from "./shifted-beta-geometric.ts";

const close = (actual: number, expected: number, share: number, about = "") =>
  assert.ok(Math.abs(actual - expected) <= share * Math.max(1e-12, Math.abs(expected)), `${about} ${actual} is not ${expected}`);

/** A generator with a seed (mulberry32), with gamma, beta and exponential draws, so that every run sees the same customers. */
function draws(seed: number) {
  let state = seed;
  const uniform = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (((mixed ^ (mixed >>> 14)) >>> 0) + 0.5) / 4_294_967_296;
  };
  const normal = () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
  const gamma = (shape: number): number => {
    if (shape < 1) return gamma(shape + 1) * uniform() ** (1 / shape);
    const d = shape - 1 / 3;
    for (;;) {
      const z = normal();
      const v = (1 + z / Math.sqrt(9 * d)) ** 3;
      if (v > 0 && Math.log(uniform()) < 0.5 * z * z + d - d * v + d * Math.log(v)) return d * v;
    }
  };
  const beta = (a: number, b: number): number => {
    const [x, y] = [gamma(a), gamma(b)];
    return x / (x + y);
  };
  return { uniform, gamma, beta, exponential: () => -Math.log(uniform()) };
}

/** Customers who live as BG/NBD has it (r .8, alpha 6, a .9, b 2.5), seen for 20 to 60 weeks. */
function simulated(size: number, seed: number): RepeatPurchases[] {
  const { uniform, gamma, beta, exponential } = draws(seed);
  return Array.from({ length: size }, () => {
    const [rate, leaving, T] = [gamma(0.8) / 6, beta(0.9, 2.5), 20 + Math.floor(uniform() * 40)];
    let [x, tx] = [0, 0];
    for (let at = exponential() / rate; at <= T; at += exponential() / rate) {
      x += 1;
      tx = at;
      if (uniform() < leaving) break;
    }
    return { x, tx, T, weight: 1 };
  });
}

const positive = fc.double({ min: 0.05, max: 20, noNaN: true });
const four = fc.tuple(positive, positive, positive, positive);
const customer = fc
  .tuple(
    fc.integer({ min: 0, max: 40 }),
    fc.double({ min: 0.01, max: 1, noNaN: true }),
    fc.double({ min: 0.5, max: 100, noNaN: true }),
  )
  .map(([x, share, T]): RepeatPurchases => ({ x, tx: x === 0 ? 0 : share * T, T, weight: 1 }));
const occasions = fc.tuple(fc.integer({ min: 1, max: 12 }), fc.nat(), fc.nat()).map(([n, a, b]): RepeatPurchases => {
  const tx = a % (n + 1);
  return { x: tx === 0 ? 0 : 1 + (b % tx), tx, T: n, weight: 2 };
});

function slopesAgree<Row>(model: Model<string, Row>, at: readonly number[], rows: readonly Row[]): void {
  const slope = new Float64Array(at.length);
  const unused = new Float64Array(at.length);
  const value = model.likelihood(at, rows, slope);
  at.forEach((each, i) => {
    const h = each * 1e-4;
    const moved = (by: number) => model.likelihood(at.with(i, each + by * h), rows, unused);
    const measured = (moved(-2) - 8 * moved(-1) + 8 * moved(1) - moved(2)) / (12 * h);
    const noise = (1e-13 * (1 + Math.abs(value))) / h;
    assert.ok(
      Math.abs(slope[i]! - measured) <= 1e-6 * Math.abs(measured) + noise + 1e-8,
      `${model.id} ${model.names[i]}: ${slope[i]} is not ${measured}`,
    );
  });
}

test("the slopes of every likelihood are those of its values", () => {
  for (const model of [bgNbd, mbgNbd, paretoNbd])
    fc.assert(
      fc.property(four, customer, (at, row) => slopesAgree(model, at, [row])),
      { numRuns: 150 },
    );
  fc.assert(
    fc.property(four, occasions, (at, row) => slopesAgree(bgBb, at, [row])),
    { numRuns: 150 },
  );
  const spending = fc.record({ x: fc.integer({ min: 1, max: 60 }), mean: positive, weight: fc.constant(1) });
  fc.assert(
    fc.property(fc.tuple(positive, positive, positive), spending, (at, row) => slopesAgree(gammaGamma, at, [row])),
    { numRuns: 150 },
  );
  const renewals = fc.record({ t: fc.integer({ min: 1, max: 40 }), left: fc.boolean(), weight: fc.constant(3) });
  fc.assert(
    fc.property(fc.tuple(positive, positive), renewals, (at, row) => slopesAgree(shiftedBetaGeometric, at, [row])),
    { numRuns: 150 },
  );
});

test("ln Γ and ψ: recurrence, reflection on halves, known values", () => {
  close(logGamma(0.5), Math.log(Math.PI) / 2, 1e-14);
  close(logGamma(100), 359.1342053695754, 1e-14);
  close(digamma(1), -0.5772156649015329, 1e-13);
  fc.assert(
    fc.property(positive, (x) =>
      close(logGamma(x + 1) - logGamma(x), Math.log(x), 1e-11 / Math.min(1, Math.abs(Math.log(x)) + 1e-9)),
    ),
  );
});

test("the chances of 0, 1, 2, ... purchases add up to 1, and their mean is what is expected", () => {
  const p = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };
  close(chanceOfPurchasesBgNbd(p, 0, 39), 0.5737864, 1e-7);
  close(chanceOfPurchasesBgNbd(p, 10, 2), 1.07869e-7, 1e-5);
  let [sum, mean] = [0, 0];
  for (let n = 0; n < 400; n += 1) {
    const chance = chanceOfPurchasesBgNbd(p, n, 39);
    sum += chance;
    mean += n * chance;
  }
  close(sum, 1, 1e-9);
  close(mean, newcomerBgNbd(p, 39), 1e-8);
  let all = 0;
  for (let tx = 0; tx <= 6; tx += 1)
    for (let x = tx === 0 ? 0 : 1; x <= tx; x += 1) {
      const ways = tx === 0 ? 1 : Math.exp(logGamma(tx) - logGamma(x) - logGamma(tx - x + 1));
      all += ways * Math.exp(bgBb.likelihood([1.2, 0.75, 0.66, 2.78], [{ x, tx, T: 6, weight: 1 }], new Float64Array(4)));
    }
  close(all, 1, 1e-12);
});

test("purchases of an active customer agree with adding up over the chance of leaving, also where a = 1 or a + b = 1", () => {
  fc.assert(
    fc.property(
      fc.double({ min: 1, max: 4, noNaN: true }),
      fc.double({ min: 1, max: 6, noNaN: true }),
      positive,
      positive,
      fc.double({ min: 0.1, max: 60, noNaN: true }),
      (a, b, shape, scale, t) => {
        // midpoint rule over p of the beta density times (1 - (1 + p t / scale)^-shape) / p
        const steps = 4000;
        let [sum, whole] = [0, 0];
        for (let i = 0; i < steps; i += 1) {
          const p = ((i + 0.5) / steps) ** 2;
          const density = ((i + 0.5) / steps) * p ** (a - 1) * (1 - p) ** (b - 1);
          whole += density;
          sum += (density * -Math.expm1(-shape * Math.log1p((p * t) / scale))) / p;
        }
        close(purchasesWhileActive(a, b, shape, scale, t), sum / whole, 2e-3);
      },
    ),
    { numRuns: 100 },
  );
  // on both sides of where the way of working it out changes
  for (const [low, high] of [
    [purchasesWhileActive(20, 5, 0.7, 5, 30), purchasesWhileActive(20 + 1e-9, 5, 0.7, 5, 30)],
    [purchasesWhileActive(0.8, 2.4, 12.2, 5, 30), purchasesWhileActive(0.8, 2.4, 12.2 + 1e-9, 5, 30)],
    [purchasesWhileActive(0.001, 0.8, 9.801 - 1e-9, 5, 30), purchasesWhileActive(0.001, 0.8, 9.801 + 1e-9, 5, 30)],
    [purchasesWhileActive(1e-6, 3, 12.000001 - 1e-9, 5, 30), purchasesWhileActive(1e-6, 3, 12.000001 + 1e-9, 5, 30)],
    [purchasesWhileActive(0.8, 2.4, 0.3, 1, 99), purchasesWhileActive(0.8, 2.4, 0.3, 1, 99.000001)],
  ] as const)
    close(low, high, 1e-7);
  // nobody differs: a chance of leaving of 1 in 10, a rate of 0.5
  close(purchasesWhileActive(1e7, 9e7, 5e6, 1e7, 30), (1 - Math.exp(-0.5 * 0.1 * 30)) / 0.1, 1e-5);
  close(purchasesWhileActive(1, 2, 0.7, 5, 30), purchasesWhileActive(1 + 1e-7, 2, 0.7, 5, 30), 1e-6);
  close(purchasesWhileActive(0.4, 0.6, 0.7, 5, 30), purchasesWhileActive(0.4, 0.6 + 1e-8, 0.7, 5, 30), 1e-6);
});

test("Pareto/NBD gives the likelihood of adding up over every possible day of leaving", () => {
  fc.assert(
    fc.property(four, customer, ([r, alpha, s, beta], row) => {
      const { x, tx, T } = row;
      const steps = 6000;
      const least = Math.min(alpha, beta);
      const [from, to] = [Math.log(least + tx), Math.log(least + T)];
      let gone = 0;
      for (let i = 0; i <= steps; i += 1) {
        const u = from + ((to - from) * i) / steps;
        const factor = i === 0 || i === steps ? 1 : i % 2 === 1 ? 4 : 2;
        const y = Math.exp(u) - least;
        const density = -(r + x) * Math.log((alpha + y) / (alpha + tx)) - s * Math.log((beta + y) / (beta + tx));
        gone += (factor * Math.exp(density) * (least + y)) / (beta + y);
      }
      gone *= (to - from) / steps / 3;
      const stayed = Math.exp(-(r + x) * Math.log((alpha + T) / (alpha + tx)) - s * Math.log((beta + T) / (beta + tx)));
      const head =
        logGamma(r + x) -
        logGamma(r) +
        r * Math.log(alpha) +
        s * Math.log(beta) -
        (r + x) * Math.log(alpha + tx) -
        s * Math.log(beta + tx);
      const expected = head + Math.log(stayed + s * gone);
      assert.ok(Math.abs(paretoNbd.likelihood([r, alpha, s, beta], [row], new Float64Array(4)) - expected) < 1e-6);
    }),
    { numRuns: 100 },
  );
});

const people = simulated(1500, 11);

test("order, grouping and the unit of time do not change what is found", () => {
  const plain = repeatModels.bgnbd(people).fit;
  const turned = repeatModels.bgnbd(people.toReversed()).fit;
  close(turned.logLikelihood, plain.logLikelihood, 1e-12);
  const alone = fitModel(bgNbd, people, people.length);
  const twice = fitModel(bgNbd, grouped([...people, ...people]), people.length * 2);
  const days = repeatModels.bgnbd(people.map((each) => ({ ...each, tx: each.tx * 7, T: each.T * 7 }))).fit;
  const purchases = people.reduce((sum, { x }) => sum + x, 0);
  close(days.logLikelihood, plain.logLikelihood - purchases * Math.log(7), 1e-9);
  for (const name of ["r", "alpha", "a", "b"]) {
    close(alone.parameters[name as "r"], plain.parameters[name]!, 1e-6);
    close(days.parameters[name]!, plain.parameters[name]! * (name === "alpha" ? 7 : 1), 1e-5, name);
    close(twice.standardErrors[name as "r"]! * Math.SQRT2, plain.standardErrors[name]!, 1e-4, name);
  }
});

test("every model stops where the slope is nothing, with chances between 0 and 1 and expectations that grow with time", () => {
  for (const id of ["bgnbd", "mbgnbd", "paretonbd"] as const) {
    const model = repeatModels[id](people);
    assert.ok(model.fit.converged && model.fit.slope < 1e-8, `${id}: ${model.fit.slope}`);
    for (const error of Object.values(model.fit.standardErrors)) assert.ok(error! > 0);
    for (const each of people) {
      const alive = model.active(each);
      assert.ok(alive >= 0 && alive <= 1);
      const [soon, later] = [model.ifActive(each, 10), model.ifActive(each, 20)];
      assert.ok(soon > 0 && later > soon && later < 2 * soon + 1e-12, "each further week brings less, as some leave");
    }
    assert.ok(model.newcomer(10) < model.newcomer(11));
  }
});

test("parameters that made the customers are found again, within their standard errors", () => {
  const { fit } = repeatModels.bgnbd(simulated(6000, 5));
  const truth = { r: 0.8, alpha: 6, a: 0.9, b: 2.5 };
  for (const [name, value] of Object.entries(truth))
    assert.ok(
      Math.abs(fit.parameters[name]! - value) < 3.5 * fit.standardErrors[name]!,
      `${name} ${fit.parameters[name]} ± ${fit.standardErrors[name]}`,
    );
});

test("occasions: nobody is surer to be there than just after buying; expectations add up one by one", () => {
  const p = { alpha: 1.2, beta: 0.75, gamma: 0.66, delta: 2.78 };
  fc.assert(
    fc.property(occasions, (row) => {
      const alive = activeBgBb(p, row);
      assert.ok(alive >= 0 && alive <= activeBgBb(p, { x: Math.max(1, row.x), tx: row.T, T: row.T }) + 1e-12);
      assert.ok(ifActiveBgBb(p, row, 5) <= 5 && ifActiveBgBb(p, row, 5) > ifActiveBgBb(p, row, 4));
    }),
  );
});

test("contracts: those who leave and those who stay add up, whatever the cohort", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 3, maxLength: 9 }), (lost) => {
      const counts = [...lost, 50].map((_, i) => 50 + lost.slice(i).reduce((sum, each) => sum + each, 0));
      const fit = fitModel(shiftedBetaGeometric, renewalsOf(counts), counts[0]!);
      let before = 1;
      for (let t = 1; t < 30; t += 1) {
        const left = survivalSbg(fit.parameters, t);
        assert.ok(left >= 0 && left < before);
        before = left;
      }
    }),
    { numRuns: 60 },
  );
});
