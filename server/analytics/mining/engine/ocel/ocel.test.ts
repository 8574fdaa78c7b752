import assert from "node:assert/strict";
import { test } from "node:test";
import { DatabaseSync } from "node:sqlite";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { LogError } from "../log-error.ts";
import { mine } from "../mine.ts";
import { readLog } from "../read-log.ts";
import { tracesOf } from "../traces.ts";
import type { LogEvent } from "../types.ts";
import { writeXes } from "../write-xes.ts";
import { ocelOf } from "./from-traces.ts";
import { lineOfPath } from "./json-place.ts";
import { readOcelJson } from "./read-json.ts";
import { readOcelSqlite } from "./read-sqlite.ts";
import { writeOcelJson } from "./write-json.ts";
import { writeOcelSqlite } from "./write-sqlite.ts";

const bytes = (text: string) => new TextEncoder().encode(text);

/** One order with two items that ship apart: the order sees both shipments, each item its own. */
const json = `{
  "objectTypes": [{ "name": "order", "attributes": [{ "name": "price", "type": "float" }] }, { "name": "item", "attributes": [] }],
  "eventTypes": [{ "name": "place", "attributes": [{ "name": "web", "type": "boolean" }] }, { "name": "ship", "attributes": [] }],
  "objects": [
    { "id": "o1", "type": "order", "attributes": [{ "name": "price", "time": "1970-01-01T00:00:00Z", "value": 10.5 },
      { "name": "price", "time": "2026-03-03T00:00:00Z", "value": 9 }], "relationships": [{ "objectId": "i1", "qualifier": "line" }] },
    { "id": "i1", "type": "item" },
    { "id": "i2", "type": "item" }
  ],
  "events": [
    { "id": "e3", "type": "ship", "time": "2026-03-04T09:00:00Z", "relationships": [{ "objectId": "i2", "qualifier": "" }, { "objectId": "o1", "qualifier": "of" }] },
    { "id": "e1", "type": "place", "time": "2026-03-02T10:00:00+01:00", "attributes": [{ "name": "web", "value": true }],
      "relationships": [{ "objectId": "o1", "qualifier": "order" }, { "objectId": "o1", "qualifier": "again" }, { "objectId": "i1", "qualifier": "" }, { "objectId": "i2", "qualifier": "" }] },
    { "id": "e2", "type": "ship", "time": "2026-03-03T09:00:00Z", "relationships": [{ "objectId": "i1", "qualifier": "" }, { "objectId": "o1", "qualifier": "of" }] }
  ]
}`;

test("each object of the type asked for is a case, an event about several is in each", async () => {
  const items = await readLog(bytes(json), { objectType: "item" });
  assert.deepEqual(
    mine(items.traces).edges.map(({ from, to, count, meanHours }) => [from, to, count, meanHours]),
    [["place", "ship", 2, 36]],
  );
  const orders = await readLog(gzipSync(json));
  assert.equal(orders.objects!.objectType, "item", "both take part in all three events; the name decides");
  assert.deepEqual((await readLog(bytes(json), { objectType: "order" })).traces[0]!.activities, ["place", "ship", "ship"]);
  assert.deepEqual(orders.objects!.types, [
    { objectType: "item", objects: 2, events: 3 },
    { objectType: "order", objects: 1, events: 3 },
  ]);
  await assert.rejects(readLog(bytes(json), { objectType: "invoice" }), /no object of type "invoice".*item \(2\), order \(1\)/);
});

test("JSON and SQLite hold the same, there and back", () => {
  const log = readOcelJson(json);
  const sqlite = writeOcelSqlite(log);
  const back = readOcelSqlite(sqlite);
  const events = (of: typeof log) => of.events.map((each) => ({ ...each, relationships: new Set(each.relationships) }));
  assert.deepEqual(events(back), events(log));
  assert.deepEqual(back.objects, log.objects);
  assert.deepEqual(back.objectTypes, log.objectTypes);
  assert.deepEqual(readOcelJson([...writeOcelJson(log)].join("")), log);
});

test("reads a database as the standard shows it, with times in SQL's own form", () => {
  const database = new DatabaseSync(":memory:");
  database.exec(`create table event (ocel_id TEXT, ocel_type TEXT); insert into event values ('e1', 'Create Order');
    create table object (ocel_id TEXT, ocel_type TEXT); insert into object values ('o1', 'Order');
    create table event_object (ocel_event_id TEXT, ocel_object_id TEXT, ocel_qualifier TEXT); insert into event_object values ('e1', 'o1', 'order');
    create table event_map_type (ocel_type TEXT, ocel_type_map TEXT); insert into event_map_type values ('Create Order', 'CreateOrder');
    create table object_map_type (ocel_type TEXT, ocel_type_map TEXT); insert into object_map_type values ('Order', 'Order');
    create table event_CreateOrder (ocel_id TEXT, ocel_time TEXT, "total items" INTEGER); insert into event_CreateOrder values ('e1', '2026-01-01 08:30:00', 1);
    create table object_Order (ocel_id TEXT, ocel_time TEXT, ocel_changed_field TEXT, item INTEGER); insert into object_Order values ('o1', '1970-01-01 00:00:00', null, 1);`);
  const log = readOcelSqlite(database.serialize());
  assert.deepEqual(log.events, [
    {
      id: "e1",
      type: "Create Order",
      time: Date.UTC(2026, 0, 1, 8, 30),
      attributes: [{ name: "total items", value: 1 }],
      relationships: [{ objectId: "o1", qualifier: "order" }],
    },
  ]);
  const ahead = database.serialize();
  ahead[18] = ahead[19] = 2; // as a file in write-ahead mode has it
  assert.deepEqual(readOcelSqlite(ahead), log);
  database.exec("update event_CreateOrder set ocel_time = 'soon'");
  assert.throws(() => readOcelSqlite(database.serialize()), /"event_CreateOrder", ocel_id "e1": ocel_time "soon"/);
  database.exec("drop table event_CreateOrder");
  assert.throws(() => readOcelSqlite(database.serialize()), /"Create Order" has no table "event_CreateOrder"/);
  database.exec("drop table event");
  assert.throws(() => readOcelSqlite(database.serialize()), /no table "event"/);
  assert.throws(() => readOcelSqlite(bytes(`SQLite format 3\u0000 and then nothing of the kind`)), LogError);
});

const broken: [what: string, text: string, line: number | null, cause: RegExp][] = [
  ["a comma too many", json.replace('"type": "item" },', '"type": "item" },,'), 7, /a value is due/],
  ["a word that is no value", json.replace("10.5", "much"), 5, /a value is due, not much/],
  ["a file cut short", json.slice(0, json.indexOf('"e2"')), 14, /ends too early/],
  ["something after the end", `${json}\n]`, 17, /nothing may follow/],
  ["a time that is none", json.replace("2026-03-03T09:00:00Z", "tomorrow"), 14, /events\[2\]\.time is "tomorrow"/],
  ["an event without type", json.replace('"e1", "type": "place",', '"e1",'), 12, /events\[1\] needs "type"/],
  ["an id twice", json.replace('"e2"', '"e1"'), 14, /events\[2\]\.id repeats "e1"/],
  ["no events at all", '{"objectTypes":[],"eventTypes":[],"objects":[]}', 1, /needs "events"/],
  ["a list that is none", '{"objectTypes":[],"eventTypes":[],\n"objects":{},"events":[]}', 2, /objects must be a list/],
  ["OCEL 1.0", '{"ocel:events":{}}', 1, /OCEL 1\.0/],
  ["OCEL as XML", "<log>\n<object-types/></log>", 2, /OCEL as XML/],
];
for (const [what, text, line, cause] of broken)
  test(`refuses ${what}, with line and cause`, async () => {
    await assert.rejects(readLog(bytes(text)), (error: unknown) => {
      assert.ok(error instanceof LogError, String(error));
      assert.match(error.message, cause);
      assert.equal(error.line, line, error.message);
      return true;
    });
  });

test("the line of a place is found in any JSON", () => {
  const value = fc.jsonValue({ maxDepth: 3 });
  fc.assert(
    fc.property(fc.array(value, { minLength: 1, maxLength: 5 }), fc.nat(), (list, pick) => {
      const at = pick % list.length;
      const lines = list.map((each) => JSON.stringify(each));
      assert.equal(lineOfPath(`{"x": 1, "list": [\n${lines.join(",\n")}]}`, ["list", at]), at + 2);
    }),
  );
});

const marks = fc.string({ unit: fc.constantFrom("a", "é", "<", "&", '"', "'", "\n", "\t", " ", "€", "𝄞") });
const text = marks.map((each) => `x${each}`);
const events = fc.array(
  fc.record({
    case: text,
    activity: text,
    time: fc.integer({ min: 0, max: 4e12 }),
    attributes: fc.dictionary(
      text,
      fc.oneof(text, fc.boolean(), fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true, noInteger: true })),
      { noNullPrototype: true },
    ),
  }),
  { minLength: 1, maxLength: 15 },
);

test("whatever the log: written as XES or OCEL and read back it is the same log", async () => {
  await fc.assert(
    fc.asyncProperty(events, async (given: LogEvent[]) => {
      const traces = tracesOf(given).map((trace) => ({ ...trace, attributes: { "x size": trace.times.length } }));
      const keepAttributes = true;
      assert.deepEqual((await readLog(bytes([...writeXes(traces)].join("")), { keepAttributes })).traces, traces);
      const written = [...writeOcelJson(ocelOf(traces))].join("");
      assert.deepEqual(byCase((await readLog(bytes(written), { keepAttributes })).traces), byCase(traces));
      const process = ({ traces: read }: { traces: typeof traces }) => mine(byCase(read) as typeof traces);
      assert.deepEqual(
        process((await readLog(writeOcelSqlite(ocelOf(traces)))) as { traces: typeof traces }),
        process({ traces }),
      );
    }),
    { numRuns: 60 },
  );
});
const byCase = <T extends { case: string }>(traces: readonly T[]): T[] => traces.toSorted((a, b) => (a.case < b.case ? -1 : 1));
