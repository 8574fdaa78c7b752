import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { sharedData, skipUnless } from "#test/harness/shared-data.ts";
import { LogError } from "./log-error.ts";
import { mine } from "./mine.ts";
import { readLog } from "./read-log.ts";
import { tracesOf } from "./traces.ts";

const minute = 60_000;
const bytes = (text: string) => new TextEncoder().encode(text);
const minedFile = async (name: string) => mine((await readLog(await readFile(sharedData(`process-logs/${name}`)))).traces);

test("counts what directly follows what, with the waits between", () => {
  const traces = tracesOf([
    { case: "1", activity: "ask", time: 0 },
    { case: "2", activity: "ask", time: 0 },
    { case: "1", activity: "answer", time: 60 * minute },
    { case: "2", activity: "answer", time: 180 * minute },
    { case: "3", activity: "ask", time: 10 },
    { case: "3", activity: "ask", time: 30 * minute + 10 },
  ]);
  const found = mine(traces);
  assert.deepEqual(found.edges, [
    { from: "ask", to: "answer", count: 2, medianHours: 2, meanHours: 2 },
    { from: "ask", to: "ask", count: 1, medianHours: 0.5, meanHours: 0.5 },
  ]);
  assert.deepEqual(found.start, { ask: 3 });
  assert.deepEqual(found.end, { answer: 2, ask: 1 });
  assert.deepEqual(found.rework, [{ activity: "ask", cases: 1, repeats: 1 }]);
  assert.deepEqual(
    found.topVariants.map(({ count, cumulative }) => [count, cumulative]),
    [
      [2, 2 / 3],
      [1, 1],
    ],
  );
  assert.equal(found.medianCaseHours, 1);
});

test("nothing in, nothing out", () => {
  const found = mine([]);
  assert.deepEqual([found.cases, found.events, found.edges, found.medianCaseHours], [0, 0, [], null]);
});

test("whatever the log: one edge fewer than events per case, and every case begins, ends and is of one variant", () => {
  const log = fc.array(
    fc.record({
      case: fc.constantFrom("1", "2", "3", "4"),
      activity: fc.constantFrom("a", "b", "c"),
      time: fc.integer({ min: 0, max: 1e6 }),
    }),
    { maxLength: 60 },
  );
  fc.assert(
    fc.property(log, (events) => {
      const found = mine(tracesOf(events), { topVariants: 1_000 });
      const sum = (values: number[]) => values.reduce((total, each) => total + each, 0);
      assert.equal(found.events, events.length);
      assert.equal(sum(found.edges.map(({ count }) => count)), events.length - found.cases);
      assert.equal(sum(Object.values(found.start)), found.cases);
      assert.equal(sum(Object.values(found.end)), found.cases);
      assert.equal(sum(found.topVariants.map(({ count }) => count)), found.cases);
      const looped = sum(found.loops.map(({ totalHours }) => totalHours));
      assert.ok(looped <= (found.meanCaseHours ?? 0) * found.cases + 0.001);
      assert.ok(found.edges.every(({ medianHours, meanHours }) => medianHours! >= 0 && meanHours! >= 0));
      assert.deepEqual(mine(tracesOf(events)), mine(tracesOf(events)));
    }),
  );
});

const xes = `<?xml version="1.0"?>
<!-- a > in a comment -->
<log xes.version="2.0">
  <global scope="event"><string key="concept:name" value="none"/></global>
  <trace>
    <string key="concept:name" value="A &amp; B"/>
    <event><string key="concept:name" value="ask > answer"/><date key="time:timestamp" value="2026-03-02T09:00:00+01:00"/>
      <list key="nested"><string key="concept:name" value="not this"/></list></event>
    <event>
      <string key='concept:name' value='done'/><date key="time:timestamp" value="2026-03-02T10:30:00.000+01:00"/></event>
  </trace>
</log>`;

test("reads XES, plain and gzipped, and CSV with guessed or named columns, to the same process", async () => {
  const { traces: plain } = await readLog(bytes(xes));
  assert.deepEqual(plain[0]!.case, "A & B");
  assert.deepEqual(plain[0]!.activities, ["ask > answer", "done"]);
  assert.deepEqual((await readLog(gzipSync(xes))).traces, plain);
  const csv = "Case ID;Activity;Timestamp\r\nA & B;done;2026-03-02 09:30:00\r\nA & B;ask > answer;2026-03-02T08:00:00Z\r\n";
  assert.deepEqual((await readLog(bytes(csv))).traces, plain);
  const { traces: named } = await readLog(bytes(csv.replace("Case ID", "Dossier")), { columns: { case: "Dossier" } });
  assert.deepEqual(mine(named), mine(plain));
});

test("reads days in the order the other rows tell, or that is said, and clocks of every kind", async () => {
  const at = async (rows: string[], options = {}) =>
    (await readLog(bytes(`case,activity,time\n${rows.map((row) => `1,a,"${row}"`).join("\n")}\n`), options)).traces[0]!.times.map(
      (time) => new Date(time).toISOString(),
    );
  assert.deepEqual(await at(["01/02/2026", "25/02/2026 9:05 PM"]), ["2026-02-01T00:00:00.000Z", "2026-02-25T21:05:00.000Z"]);
  assert.deepEqual(await at(["01/02/2026", "02/25/2026"]), ["2026-01-02T00:00:00.000Z", "2026-02-25T00:00:00.000Z"]);
  assert.deepEqual(await at(["01.02.2026 08:00:01,5"], { dayOrder: "day_month" }), ["2026-02-01T08:00:01.500Z"]);
  assert.deepEqual(await at(["2026/02/01 08:00", "30-12-2010:11.02"]), ["2010-12-30T11:02:00.000Z", "2026-02-01T08:00:00.000Z"]);
  assert.deepEqual(await at(["2026-02-01T08:00:00.123456", "2026-02-01 08:00:00.123455+00:00", "2026-02-01 10:00+02"]), [
    "2026-02-01T08:00:00.000Z",
    "2026-02-01T08:00:00.123Z",
    "2026-02-01T08:00:00.123Z",
  ]);
});

test("loops are cut out from the inside, so each hour is in one at most; throughput is per day", () => {
  const found = mine([
    { case: "1", activities: ["a", "b", "c", "b", "a", "d"], times: [0, 1, 2, 3, 4, 48].map((each) => each * 60 * minute) },
  ]);
  assert.deepEqual(
    found.loops.map(({ activities, count, totalHours }) => [activities.join(" "), count, totalHours]),
    [
      ["b c b", 1, 2],
      ["a b a", 1, 2],
    ],
  );
  assert.deepEqual([found.throughput.eventsPerDay, found.throughput.casesPerDay, found.throughput.p90CaseHours], [3, 0.5, 48]);
  assert.deepEqual(mine([]).throughput, { from: null, to: null, casesPerDay: null, eventsPerDay: null, p90CaseHours: null });
});

test("reads the encoding the file declares, and the attributes one names", async () => {
  const latin = Buffer.from(xes.replace('"1.0"', '"1.0" encoding="ISO-8859-1"').replace("done", "terminé"), "latin1");
  assert.deepEqual((await readLog(latin)).traces[0]!.activities, ["ask > answer", "terminé"]);
  const utf16 = Buffer.from(`\ufeff${xes}`, "utf16le");
  assert.deepEqual((await readLog(utf16)).traces[0]!.activities, ["ask > answer", "done"]);
  const named = xes.replaceAll('key="concept:name"', 'key="Activity"').replaceAll("key='concept:name'", "key='Activity'");
  assert.deepEqual(
    (await readLog(bytes(named), { columns: { activity: "Activity", case: "Activity" } })).traces[0]!.case,
    "A & B",
  );
});

const refused: [what: string, log: string, line: number, cause: RegExp][] = [
  [
    "a tag closed in the wrong order",
    xes.replace("</event>\n    <event>", "</trace>\n    <event>"),
    8,
    /<\/trace> where <\/event> is due/,
  ],
  ["a file that was cut short", xes.slice(0, xes.indexOf("done")), 10, /ends/],
  ["an event without activity", xes.replace(/<string key='concept:name' value='done'\/>/, ""), 9, /no concept:name/],
  ["a date that is none", xes.replace("2026-03-02T10:30:00.000+01:00", "yesterday"), 10, /"yesterday" is no date/],
  ["an unknown entity", xes.replace("&amp;", "&nope;"), 6, /&nope;/],
  ["no event log", "<html><body/></html>", 1, /no event log/],
  ["text after the log", `${xes}\nhello`, 13, /text outside/],
  ["a value without quotes", xes.replace('value="A &amp; B"', "value=A"), 6, /no attribute/],
  ["a character that does not exist", xes.replace("&amp;", "&#x110000;"), 6, /&#x110000; is no known/],
  ["an attribute twice", xes.replace("key='concept:name'", "key='concept:name' key='b'"), 10, /attribute key twice/],
  ["a broken attribute nobody asked for", xes.replace("<list key=", "<list key"), 8, /no attribute/],
  ["a document type of its own", xes.replace("<log ", '<!DOCTYPE log [ <!ENTITY a "b"> ]>\n<log '), 3, /DOCTYPE/],
  ["a CSV row without a case", "case,activity,time\n1,a,2026-01-01\n,b,2026-01-02\n", 3, /no case/],
  ["a CSV row with a time that is none", "case,activity,time\n1,a,soon\n", 2, /"soon" is no date/],
  ["a CSV without a column of activities", "case,when\n1,2026-01-01\n", 1, /--activity/],
  ["a CSV row with too many cells", "case,activity,time\n1,a,2026-01-01,x\n", 2, /more cells than the 3/],
  ["days that may be months", "case,activity,time\n1,a,25/03/x\n", 2, /no date/],
  ["days and months nobody can tell apart", "case,activity,time\n1,a,01/02/2026\n2,a,02/03/2026\n", 2, /--dates day_month/],
  ["a 30th of February", xes.replace("2026-03-02T10", "2026-02-30T10"), 10, /"2026-02-30T10/],
  ["bytes that are no UTF-8", xes.replace("done", "d\u00f6ne"), 10, /not utf-8 text/],
  ["an empty file", "", 1, /empty/],
];
for (const [what, log, line, cause] of refused)
  test(`refuses ${what}, with line and cause`, async () => {
    await assert.rejects(readLog(what.includes("UTF-8") ? Buffer.from(log, "latin1") : bytes(log)), (error: unknown) => {
      assert.ok(error instanceof LogError, String(error));
      assert.match(error.message, cause);
      assert.equal(error.line, line, error.message);
      return true;
    });
  });

test("a damaged gzip is told", async () => {
  await assert.rejects(readLog(gzipSync(xes).subarray(0, 120)), /gzip is damaged/);
});

test("known answers: running-example", skipUnless("process-logs"), async () => {
  const found = await minedFile("running-example.xes");
  assert.deepEqual([found.cases, found.events, found.activities, found.variants, found.edges.length], [6, 42, 8, 6, 16]);
  assert.deepEqual(found.end, { "pay compensation": 3, "reject request": 3 });
  const edge = found.edges.find(({ from, to }) => from === "check ticket" && to === "decide")!;
  assert.deepEqual([edge.count, edge.meanHours!.toFixed(3), edge.medianHours!.toFixed(3)], [6, "50.544", "35.917"]);
});

test("known answers: receipt and teleclaims", skipUnless("process-logs"), async () => {
  const receipt = await minedFile("receipt.xes.gz");
  assert.deepEqual(
    [receipt.cases, receipt.events, receipt.activities, receipt.variants, receipt.edges.length],
    [1_434, 8_577, 27, 116, 99],
  );
  assert.equal(receipt.topVariants[0]!.count, 713);
  assert.equal(receipt.edges.find(({ from, to }) => from.startsWith("T04 ") && to.startsWith("T05 "))!.count, 1_177);
  const claims = await minedFile("teleclaims.xes.gz");
  assert.deepEqual([claims.cases, claims.events, claims.activities, claims.variants], [3_512, 46_138, 11, 12]);
});
