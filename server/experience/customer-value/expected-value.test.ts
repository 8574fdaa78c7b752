import assert from "node:assert/strict";
import { test } from "node:test";
import { expectValue, type ValueFacts, type ValueModels } from "./expected-value.ts";
import { learnWeights, scoreCustomer, type Signals } from "./score-customer.ts";

const nothing: ValueModels = { renewals: null, purchases: null, spending: null };
const facts: ValueFacts = {
  subscriptions: [{ name: "Fibre", monthlyMinor: 8_900n, months: 0 }],
  purchases: null,
  currency: "EUR",
  marginPercent: 40,
};

test("before anything is learnt a subscription is taken to renew 98 times of 100, and says that this is assumed", () => {
  const { expectedMinor, steps } = expectValue(facts, nothing);
  assert.equal(steps[0]!.learnt, false);
  assert.ok(Math.abs(steps[0]!.times - (0.98 * (1 - 0.98 ** 12)) / 0.02) < 1e-9);
  assert.equal(expectedMinor, 37_554n); // 89.00 x 10.54887 x 40 %
});

test("learnt renewals: who has stayed longer is worth more; the parts add up to the value", () => {
  const models = { ...nothing, renewals: { alpha: 0.668, beta: 3.806 } };
  const young = expectValue(facts, models);
  const old = expectValue({ ...facts, subscriptions: [{ ...facts.subscriptions[0]!, months: 36 }] }, models);
  assert.ok(young.steps[0]!.learnt && old.expectedMinor > young.expectedMinor);
  const both = expectValue(
    { ...facts, subscriptions: [...facts.subscriptions, { name: "Phone", monthlyMinor: 1_900n, months: 5 }] },
    models,
  );
  assert.equal(
    both.expectedMinor,
    both.steps.reduce((sum, step) => sum + step.marginMinor, 0n),
  );
});

test("purchases count by chance of being active, times and amount; amounts of another currency do not", () => {
  const models: ValueModels = {
    renewals: null,
    purchases: { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 },
    spending: { p: 6.25, q: 3.74, v: 1544, currency: "EUR" },
  };
  const purchases = { id: "c", x: 2, tx: 30.43, T: 38.86, mean: 2235, weight: 1 };
  const { steps } = expectValue({ ...facts, subscriptions: [], purchases }, models);
  assert.ok(Math.abs(steps[0]!.alive! - 0.7266) < 0.001);
  assert.equal(steps[0]!.unitMinor, 2466n);
  assert.ok(steps[0]!.times > 1.226, "52 weeks are more than the 39 of the published case");
  assert.deepEqual(expectValue({ ...facts, subscriptions: [], purchases, currency: "USD" }, models), {
    expectedMinor: 0n,
    steps: [],
  });
});

const calm: Signals = {
  nps: null,
  openConversations: 0,
  complaints: 0,
  brokenPromises: 0,
  overdueInvoices: 0,
  disputes: 0,
  daysWithoutUse: null,
  monthsAsCustomer: 3,
};

test("few customers who left hardly move the stated weights; many decide, and the chances then mean what they say", () => {
  const few = learnWeights([{ ...calm, complaints: 1 }, calm], [1, 0]);
  assert.ok(Math.abs(few.weights["complaints"]! - 0.7) < 0.1);
  // of 4,000 customers, complaints triple the odds, late payment does nothing, and 5 of 100 leave without a sign
  const people: Signals[] = [];
  const left: number[] = [];
  for (let i = 0; i < 4000; i += 1) {
    const [complaints, overdueInvoices] = [i % 4 === 0 ? 1 : 0, i % 3 === 0 ? 1 : 0];
    const odds = (5 / 95) * (complaints ? 3 : 1);
    people.push({ ...calm, complaints, overdueInvoices });
    left.push((i * 0.618034) % 1 < odds / (1 + odds) ? 1 : 0);
  }
  const learnt = learnWeights(people, left);
  assert.ok(Math.abs(learnt.weights["complaints"]! - Math.log(3)) < 0.2, `${learnt.weights["complaints"]}`);
  assert.ok(Math.abs(learnt.weights["overdue"]!) < 0.2, `${learnt.weights["overdue"]}`);
  assert.equal(learnt.weights["disputes"], 0.6, "what never happened keeps its stated weight");
  assert.ok(Math.abs(scoreCustomer(calm, learnt).churnPercent - 5) <= 1);
  const said = people.reduce((sum, each) => sum + scoreCustomer(each, learnt).churnPercent / 100, 0);
  const seen = left.reduce((sum, each) => sum + each, 0);
  assert.ok(Math.abs(said / seen - 1) < 0.05, `${said} said, ${seen} left`);
});
