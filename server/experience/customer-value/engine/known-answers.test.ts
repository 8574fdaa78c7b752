/** Figures published for these models, on published data. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { skipUnless, sharedData } from "#test/harness/shared-data.ts";
import { activeBgNbd, ifActiveBgNbd, newcomerBgNbd } from "./bg-nbd.ts";
import { newcomerBgBb } from "./bg-bb.ts";
import type { Fit } from "./fit-model.ts";
import { fitCohort } from "./fit-renewals.ts";
import { fitSpending } from "./fit-spending.ts";
import { expectedSpending } from "./gamma-gamma.ts";
import { activeParetoNbd, ifActiveParetoNbd, newcomerParetoNbd } from "./pareto-nbd.ts";
import { readCells } from "./read-cells.ts";
import { type Customer, readPurchases, readSummary } from "./read-purchases.ts";
import { repeatModels } from "./repeat-models.ts";
import { survivalSbg } from "./shifted-beta-geometric.ts";
import { customersAt, historiesOf } from "./summarise-purchases.ts";
import { valueCustomers } from "./value-customers.ts";

const near = (actual: number | null | undefined, expected: number, by: number) =>
  assert.ok(Math.abs(Number(actual) - expected) <= by, `${actual} is not ${expected} (within ${by})`);
const parametersNear = (fit: Fit<string>, expected: readonly number[], by = 0.0006) => {
  assert.ok(fit.converged, fit.warnings.join());
  assert.ok(fit.slope < 1e-8, `the slope at the maximum is ${fit.slope}`);
  Object.values(fit.parameters).forEach((value, i) => near(value, expected[i]!, by));
};

test("contracts renewed yearly: 1000, 631, 468, 382, 326 gives .764 and 1.296", () => {
  const fit = fitCohort({ name: "", counts: [1000, 631, 468, 382, 326] });
  parametersNear(fit, [0.764, 1.296]);
  near(fit.logLikelihood, -1401.6, 0.05);
});

test("eight years of regular and of high-end customers, and their share left after twelve", () => {
  const regular = fitCohort({ name: "", counts: [1000, 631, 468, 382, 326, 289, 262, 241] });
  parametersNear(regular, [0.704, 1.182]);
  near(survivalSbg(regular.parameters, 12), 0.17, 0.0006);
  const highEnd = fitCohort({ name: "", counts: [1000, 869, 743, 653, 593, 551, 517, 491] });
  parametersNear(highEnd, [0.668, 3.806]);
  near(survivalSbg(highEnd.parameters, 12), 0.378, 0.0006);
});

/** Donors of 1995 by donations over the six years after (x, last year, donors): table of Fader, Hardie and Shang (2010). */
const donors =
  "6 6 1203, 5 6 728, 4 6 512, 3 6 357, 2 6 234, 1 6 129, 5 5 335, 4 5 284, 3 5 225, 2 5 173, 1 5 119, 4 4 240, 3 4 181, 2 4 155, 1 4 78, 3 3 322, 2 3 255, 1 3 129, 2 2 613, 1 2 277, 1 1 1091, 0 0 3464"
    .split(", ")
    .map((row) => row.split(" ").map(Number) as [number, number, number])
    .map(([x, tx, weight]): Customer => ({ id: `${x}/${tx}`, x, tx, T: 6, mean: null, weight }));

test("11,104 donors: BG/BB 1.204, .750, .657, 2.783, and 12,884.2 donations in the next five years", () => {
  const valued = valueCustomers(donors, "bgbb", { horizon: 5, discountPerUnit: 0, margin: 1 });
  parametersNear(valued.model.fit, [1.204, 0.75, 0.657, 2.783]);
  near(valued.model.fit.logLikelihood, -33_225.6, 0.05);
  near(
    donors.reduce((sum, donor, i) => sum + donor.weight * valued.customers[i]!.expected, 0),
    12_884.2,
    0.05,
  );
  near(newcomerBgBb(valued.model.fit.parameters as never, 1), (1.2035 / 1.9532) * (2.7834 / 3.4402), 0.001);
});

test("with the published BG/NBD parameters a customer of x = 2, t_x = 30.43, T = 38.86 buys 1.226 times in 39 weeks", () => {
  const p = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };
  const customer = { x: 2, tx: 30.43, T: 38.86 };
  near(activeBgNbd(p, customer) * ifActiveBgNbd(p, customer, 39), 1.226, 0.0005);
  near(activeBgNbd(p, customer), 0.7266, 0.0005);
});

test("with rounded published Pareto/NBD parameters: a new customer's first nine weeks, and 25.46 purchases in a year of a regular", () => {
  const p = { r: 0.55, alpha: 10.56, s: 0.61, beta: 11.64 };
  const weeks = [0.0508, 0.0992, 0.1454, 0.1898, 0.2325, 0.2736, 0.3134, 0.3518, 0.3891];
  weeks.forEach((expected, i) => near(newcomerParetoNbd(p, i + 1), expected, 0.0002));
  const fitted = { r: 0.5533, alpha: 10.578, s: 0.6061, beta: 11.6659 };
  const regular = { x: 26, tx: 30.86, T: 31 };
  near(activeParetoNbd(fitted, regular) * ifActiveParetoNbd(fitted, regular, 52), 25.46, 0.01);
});

test("with the published Gamma-Gamma parameters: the first ten customers, and 35.2 over all", () => {
  const p = { p: 6.25, q: 3.74, v: 15.44 };
  const [first, second] = [expectedSpending(p, 2, 22.35)!, expectedSpending(p, 1, 11.77)!];
  near(first.spend, 24.65, 0.05);
  near(second.spend, 18.91, 0.05);
  near(expectedSpending(p, 0, 0)!.spend, 35.2, 0.05);
});

const cdnow = skipUnless("clv");

test("CDNOW, 2,357 customers: parameters, log-likelihoods and expectations as published", cdnow, async () => {
  const customers = readSummary(await readCells(readFileSync(sharedData("clv/cdnow-summary.csv"))), { columns: {} });
  assert.equal(customers.length, 2357);
  const bg = repeatModels.bgnbd(customers);
  parametersNear(bg.fit, [0.243, 4.414, 0.793, 2.426]);
  near(bg.fit.logLikelihood, -9582.4, 0.05);
  for (const [t, expected] of [
    [0.1429, 0.0078],
    [1, 0.0532],
    [3, 0.1506],
    [31.8571, 1.0405],
    [32, 1.0437],
    [78, 1.858],
  ] as const)
    near(bg.newcomer(t), expected, 0.0001);
  near(newcomerBgNbd({ r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 }, 78), 1.8605, 0.0001);
  near(bg.active(customers[0]!) * bg.ifActive(customers[0]!, 39), 1.226, 0.0005);
  const pareto = repeatModels.paretonbd(customers);
  parametersNear(pareto.fit, [0.553, 10.578, 0.606, 11.669], 0.002);
  near(pareto.fit.logLikelihood, -9595, 0.05);
  const mbg = repeatModels.mbgnbd(customers);
  parametersNear(mbg.fit, [0.525, 6.183, 0.891, 1.614]);
  const spending = fitSpending(customers)!;
  assert.equal(spending.repeaters, 946);
  parametersNear(spending.fit, [6.25, 3.74, 15.44], 0.01);
  const first = [24.65, 18.91, 35.17, 35.17, 35.17, 71.46, 18.91, 35.17, 27.28, 35.17];
  first.forEach((expected, i) => near(spending.of(customers[i]!)!.spend, expected, 0.05));
});

test(
  "CDNOW purchases by line give the published summary, and 39 weeks ahead 1,653 purchases where 1,882 were made",
  cdnow,
  async () => {
    const cells = await readCells(readFileSync(sharedData("clv/cdnow-sample.txt")));
    const histories = historiesOf(readPurchases(cells, { columns: {} }, assert.fail));
    const customers = customersAt(histories, Date.UTC(1997, 8, 30) / 86_400_000, "week");
    const published = readSummary(await readCells(readFileSync(sharedData("clv/cdnow-summary.csv"))), { columns: {} });
    assert.equal(customers.length, published.length);
    customers.forEach((customer, i) => {
      const { x, tx, T, mean } = published[i]!;
      assert.equal(customer.x, x);
      near(customer.tx, tx, 0.006);
      near(customer.T, T, 0.006);
      near(customer.mean, mean!, 0.006);
    });
    const valued = valueCustomers(customers, "bgnbd", { horizon: 39, discountPerUnit: 0, margin: 1 });
    near(
      valued.customers.reduce((sum, { expected }) => sum + expected, 0),
      1653,
      1,
    );
  },
);
