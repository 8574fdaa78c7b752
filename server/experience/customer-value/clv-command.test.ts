import assert from "node:assert/strict";
import { test } from "node:test";
import { clvCommand } from "./clv-command.ts";

/** Runs the command on a file given as text; gives its exit code and what it wrote. */
async function run(file: string | Uint8Array, ...args: string[]) {
  const [out, err]: [string[], string[]] = [[], []];
  const code = await clvCommand.run(["file.csv", ...args], {
    out: (text) => out.push(text),
    err: (text) => err.push(text),
    readBytes: () => Promise.resolve(Buffer.from(file)),
  });
  return { code, out, err: err.join("\n") };
}
async function json(file: string | Uint8Array, ...args: string[]) {
  const { code, out, err } = await run(file, ...args, "--json");
  assert.equal(code, 0, err);
  assert.equal(out.length, 1, "one object and nothing else");
  return JSON.parse(out[0]!) as Record<string, any>; // oxlint-disable-line no-explicit-any
}

const people = Array.from({ length: 60 }, (_, i) => {
  const x = [0, 0, 0, 1, 1, 2, 3, 5, 0, 8][i % 10]!;
  const T = 30 + (i % 7);
  return { id: `c${i}`, x, tx: x === 0 ? 0 : T * (0.35 + ((i * 7) % 60) / 100), T, mean: x === 0 ? 0 : 20 + ((i * 13) % 37) };
});
const summary = `ID,x,t_x,T,zbar\n${people.map(({ id, x, tx, T, mean }) => `${id},${x},${tx.toFixed(2)},${T},${mean}`).join("\n")}\n`;
const day = (days: number) => new Date(Date.UTC(2026, 0, 1) + days * 86_400_000).toISOString().slice(0, 10);
const purchases = people.flatMap(({ id, x, tx, T, mean }) => {
  const first = 252 - T * 7 + 5; // so that the end of observation is the same for all
  return Array.from({ length: x + 1 }, (_, k) => ({
    id,
    day: first + Math.round((tx * 7 * k) / Math.max(1, x)),
    amount: mean || 25,
  }));
});

test("a summary: fit, chance of being active, expectation, value, and why", async () => {
  const found = await json(summary, "--t", "39", "--explain", "c7");
  assert.equal(found.model, "bgnbd");
  assert.deepEqual(Object.keys(found.parameters), ["r", "alpha", "a", "b"]);
  assert.equal(found.customers.length, 60);
  const one = found.customers[7];
  assert.deepEqual([one.id, one.because.x], ["c7", 5]);
  assert.ok(one.alive > 0 && one.alive < 1);
  assert.ok(Math.abs(one.expected - one.alive * one.because.ifAlive) < 1e-12);
  assert.ok(Math.abs(one.value - one.expected * one.spend) < 1e-9);
  assert.match(found.explanation.join("\n"), /bought 5 times more/);
  const cheaper = await json(summary, "--t", "39", "--discount", "0.2", "--margin", "0.5");
  assert.ok(cheaper.customers[7].value < one.value / 2);
  const several = await json(summary, "--t", "1,10");
  assert.deepEqual(Object.keys(several.customers[0].expectedAt), ["1", "10"]);
  assert.equal(several.newcomer.length, 2);
});

test("the same purchases, however they are written, give the same answer", async () => {
  const euros = (amount: number) => `${String(amount)},00 €`;
  const [y, m, d] = [0, 1, 2].map((at) => (days: number) => day(days).split("-")[at]!) as [
    (n: number) => string,
    (n: number) => string,
    (n: number) => string,
  ];
  const files: [string, string | Uint8Array][] = [
    ["comma, ISO days", `customer_id,date,amount\n${purchases.map((p) => `${p.id},${day(p.day)},${p.amount}`).join("\n")}`],
    [
      "no heading, blanks",
      purchases.map((p) => ` ${p.id} ${day(p.day).replaceAll("-", "")}  1   ${p.amount.toFixed(2)}`).join("\r\n"),
    ],
    [
      "French, windows-1252",
      Buffer.from(
        `N° client;Date d'achat;Montant payé\n${purchases.map((p) => `${p.id};${d(p.day)}/${m(p.day)}/${y(p.day)};${euros(p.amount)}`).join("\n")}`.replaceAll(
          "€",
          "\u0080",
        ),
        "latin1",
      ),
    ],
    [
      "articles, American days",
      `\tInvoiceDate\tQuantity\tUnitPrice\tCustomerID\n${purchases.map((p, i) => `${i}\t${Number(m(p.day))}/${Number(d(p.day))}/${y(p.day)} 8:26\t2\t${p.amount / 2}\t${p.id}`).join("\n")}`,
    ],
  ];
  const answers = await Promise.all(files.map(([, file]) => json(file, "--t", "10", "--until", day(252))));
  answers.forEach((answer, i) => {
    assert.equal(answer.customers.length, 60, files[i]![0]);
    assert.ok(Math.abs(answer.logLikelihood - answers[0]!.logLikelihood) < 1e-6, files[i]![0]);
    assert.deepEqual(answer.totals.value.toFixed(4), answers[0]!.totals.value.toFixed(4), files[i]![0]);
  });
});

test("purchases after --until are held out and compared", async () => {
  const file = `customer_id,date,amount\n${purchases.map((p) => `${p.id},${day(p.day)},${p.amount}`).join("\n")}`;
  const { holdOut } = await json(file, "--until", day(180));
  const bought = purchases.filter((p) => p.day > 180 && purchases.some((q) => q.id === p.id && q.day <= 180));
  assert.equal(holdOut.actual, new Set(bought.map((p) => `${p.id} ${p.day}`)).size);
  assert.ok(holdOut.predicted > 0);
});

test("renewals as a line, a column, shares, two cohorts, and contracts one by one", async () => {
  for (const file of [
    "1000,631,468,382,326\n",
    "1000\n631\n468\n382\n326\n",
    "year;customers\n0;1000\n1;631\n2;468\n3;382\n4;326\n",
    "year,survival\n1,63.1%\n2,46.8%\n3,38.2%\n4,32.6%\n",
  ]) {
    const { model, parameters } = await json(file, "--model", "sbg");
    assert.equal(model, "sbg");
    assert.deepEqual([parameters.alpha.toFixed(3), parameters.beta.toFixed(3)], ["0.764", "1.296"], file);
  }
  const two = await json("year,regular,high end\n0,1000,1000\n1,631,869\n2,468,743\n3,382,653\n4,326,593\n");
  assert.deepEqual(
    two.cohorts.map((cohort: { name: string }) => cohort.name),
    ["regular", "high end"],
  );
  const lines = Array.from({ length: 200 }, (_, i) => `k${i},${1 + (i % 12)},${i % 3 === 0 ? "Yes" : "No"},${20 + i}`);
  const contracts = await json(`customerID,tenure,Churn,MonthlyCharges\n${lines.join("\n")}\n`, "--model", "sbg");
  assert.deepEqual([contracts.customers[0].alive, contracts.customers[0].value], [0, 0]);
  assert.ok(contracts.customers[1].expected > 0 && contracts.customers[1].expected < 12);
});

test("what is wrong is said with its place, and wrong use is another exit code", async () => {
  for (const [file, message] of [
    ["", /empty/],
    ["id,date,amount\n1,2026-01-01,3\n1,2026-13-01,4\n", /line 3: "2026-13-01" in column date is not a date/],
    ["ID,x,t_x,T\n1,2,10,20\n2,2,30,20\n", /line 3: the last purchase \(t_x = 30\) is after the end of observation/],
    ["ID,x,t_x,T\n1,2.5,10,20\n", /line 2: x must be a whole number/],
    ["ID,x,t_x,T\n1,two,10,20\n", /line 2: "two" in column x is not a number/],
    ["ID,x,t_x,T\n1,0,0,20\n2,0,0,9\n", /nobody bought a second time/],
    ["name,colour\na,red\n", /no column of dates/],
    ["1000,631,700\n", /grows from 631 to 700/],
  ] as const) {
    const { code, err, out } = await run(
      file,
      ...(file.startsWith("1000") ? ["--model", "sbg"] : message.source.includes("dates") ? ["--model", "bgnbd"] : []),
      "--json",
    );
    assert.equal(code, 1, file);
    assert.match(err, message);
    assert.match((JSON.parse(out[0]!) as { error: { message: string } }).error.message, message);
  }
  assert.equal((await run(summary, "--model", "magic")).code, 2);
  assert.equal((await run(summary, "--t", "-3")).code, 2);
  assert.equal((await run(summary, "--explain", "nobody")).code, 1);
});

test("the page for people names fit, totals and the customers worth most", async () => {
  const { code, out } = await run(summary, "--top", "2");
  assert.equal(code, 0);
  assert.match(out[0]!, /^bgnbd, log-likelihood -\d/);
  assert.match(out[0]!, /spending: gammagamma/);
});
