import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { type RunResult, rateCase } from "./rate-case.ts";
import { readCase } from "./read-case.ts";

/** Every case is a file a stranger can run with `throughline rate`; here is what it must say, to the cent. */
async function play(name: string): Promise<RunResult[]> {
  return rateCase(readCase(JSON.parse(await readFile(new URL(`cases/${name}.json`, import.meta.url), "utf8"))));
}
const nets = (result: RunResult | undefined): bigint[] => result?.lines.map((line) => line.net) ?? [];
const shares = (result: RunResult | undefined): string[] =>
  result?.lines.flatMap((line) =>
    line.derivation.filter(({ step }) => step.startsWith("proration")).map(({ formula }) => formula),
  ) ?? [];

test("50,000.00 a month, started on 5 March, trial to 15 March: 17/31 -> 27,419.35", async () => {
  const [start, trialOver, april] = await play("trial-calendar");
  assert.deepEqual([nets(start), nets(trialOver), nets(april)], [[], [2_741_935n], [5_000_000n]]);
  assert.match(shares(trialOver)[0] ?? "", /17\/31/);
});

test("100,000.00 for 14 of 31 days -> 45,161.29", async () => {
  const [run] = await play("start-mid-month");
  assert.deepEqual(nets(run), [4_516_129n]);
});

test("200.00 for 30 days ended on day 1, VAT 25 %: credit 193.33 + 48.33", async () => {
  const [first, second] = await play("ended-on-day-one");
  assert.deepEqual(nets(first), [20_000n]);
  assert.deepEqual(nets(second), [-19_333n]);
  assert.deepEqual([second?.document?.kind, second?.document?.net, second?.document?.vatTotal], ["credit_note", 19_333n, 4_833n]);
});

test("160.00 for 30 days ended on day 1, VAT 25 %: credit 154.67 + 38.67", async () => {
  const [, second] = await play("ended-on-day-one-light");
  assert.deepEqual([second?.document?.kind, second?.document?.net, second?.document?.vatTotal], ["credit_note", 15_467n, 3_867n]);
});

test("upgraded on 20 May to 910.00 a quarter (15 April to 14 July), ended on 20 June: 320.00 for 32 of 91 days", async () => {
  const [, ended] = await play("upgrade-to-quarterly");
  assert.deepEqual(nets(ended), [32_000n]);
  assert.match(shares(ended)[0] ?? "", /32\/91 \(2026-05-20 to 2026-06-21 of 2026-04-15 to 2026-07-15\)/);
});

test("weighted sum: +2,500 on 5 March -> 2,177.42; -2,000 on 4 April and -200 on 6 April -> 533.33", async () => {
  const [march, april] = await play("weighted-sum");
  assert.deepEqual([nets(march), nets(april)], [[217_742n], [53_333n]]);
});

test("a weighted sum divides the month the same way in a zone whose clocks change", async () => {
  const json = JSON.parse(await readFile(new URL("cases/weighted-sum.json", import.meta.url), "utf8"));
  const [march, april] = rateCase(readCase({ ...json, timeZone: "Europe/Paris" }));
  assert.deepEqual([nets(march), nets(april)], [[217_742n], [53_333n]]);
});

test("volume with flat fees: 5 -> 125.00, 15 -> 80.00", async () => {
  const [run] = await play("volume-with-flat-fees");
  assert.deepEqual(nets(run), [12_500n, 8_000n]);
});

test("packages of 10 at 100 with 5 included: 3 -> 0, 12 -> 100.00", async () => {
  const [run] = await play("package-with-included");
  assert.deepEqual(nets(run), [0n, 10_000n]);
});

test("billing day moved to the 31st in February 2011: 13/28, then 14/31 and 1", async () => {
  const [first, second] = await play("billing-day-moved");
  assert.deepEqual(nets(first), [40_300n]);
  assert.deepEqual(nets(second), [39_200n, 86_800n]);
  assert.match([...shares(first), ...shares(second)].join(), /13\/28.*14\/31/);
});

test("volume: 15 at 10 -> +150.00, a late 16th moves all to 5 -> -70.00, then nothing", async () => {
  const [april, correction, may] = await play("late-volume");
  assert.deepEqual([nets(april), nets(correction), nets(may)], [[15_000n], [-7_000n], []]);
  assert.equal(correction?.lines[0]?.reason, "correction#1");
  assert.equal(may?.document, null);
});

test("249.95 for May, 10.00 given back, changed to 9.95 on 2 May: +9.63, -239.95, credit 230.32", async () => {
  const [first, second] = await play("change-after-adjustment");
  assert.deepEqual(nets(first), [24_995n, -1_000n]);
  assert.deepEqual(nets(second), [963n, -23_995n]);
  assert.deepEqual([second?.document?.kind, second?.document?.due, second?.balance], ["credit_note", 23_032n, 23_032n]);
});

test("the same change told in one run, with the line and the adjustment as history", async () => {
  const json = JSON.parse(await readFile(new URL("cases/change-after-adjustment.json", import.meta.url), "utf8"));
  const booked = [{ item: "plan", version: "premium", from: "2026-05-01", to: "2026-06-01", net: "249.95" }];
  const [run] = rateCase(readCase({ ...json, booked, runs: ["2026-05-02"] }));
  assert.deepEqual(nets(run), [963n, -1_000n, -23_995n]);
});

test("a monthly anchor on 31 January: 28 February, 31 March, 30 April", async () => {
  const runs = await play("anchor-on-the-31st");
  assert.deepEqual(
    runs.map(({ lines }) => lines[0]?.service.to),
    ["2026-02-28", "2026-03-31", "2026-04-30", "2026-05-31"],
  );
});

test("one-off, service, subscription and usage on one line of documents, corrected when usage comes late", async () => {
  const [signed, april, late, may] = await play("combined-invoice");
  assert.deepEqual(nets(signed), [16_020n, 12_000n, 1_416n]);
  assert.deepEqual([signed?.document?.vatTotal, signed?.document?.prepaid, signed?.document?.due], [5_887n, 5_000n, 30_323n]);
  // 262.5 minutes less 100 at 0.035; the quarter's 60.00 for 22 of 90 days is 14.67.
  assert.deepEqual(nets(april), [599n, 569n, 898n]);
  // 40 late minutes, 12.5 corrected to 10.5: 5.69 becomes 7.02, the true-up goes down by the same.
  assert.deepEqual(nets(late), [2_793n, 133n, -133n]);
  assert.deepEqual([may?.document?.allowanceTotal, may?.document?.vatTotal, may?.document?.due], [200n, 758n, 4_548n]);
});
