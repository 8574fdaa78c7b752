import assert from "node:assert/strict";
import { mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { gunzipSync } from "node:zlib";
import { mine } from "#analytics/mining/engine/mine.ts";
import { readOcelJson } from "#analytics/mining/engine/ocel/read-json.ts";
import { readLog } from "#analytics/mining/engine/read-log.ts";
import { readCsv } from "#platform/csv/read-csv.ts";
import { exporterOf } from "#platform/exporters.ts";
import { newId } from "#platform/ids.ts";
import { write } from "#platform/write.ts";
import { createCustomer } from "#record/customers/create-customer.ts";
import { prepareImport } from "#record/imports/prepare-import.ts";
import { modules } from "#server/modules.ts";
import { type TestApp, testApp } from "#test/harness/app.ts";
import { exportTo, readExportArgs } from "./export-command.ts";

let t: TestApp;
let folder: string;
before(async () => {
  t = await testApp();
  folder = await mkdtemp(join(tmpdir(), "throughline-export-"));
  await createCustomer(t.as("seller"), {
    kind: "company",
    name: 'Atelier "Martin"; fils',
    contacts: [{ firstName: "Léa", lastName: "Martin", email: "lea@atelier-martin.example", roles: ["buyer", "decision_maker"] }],
  });
  await createCustomer(t.as("seller"), { kind: "company", name: "=cmd|calc" });
  await t.drain();
});
after(async () => {
  await t.close();
  await rm(folder, { recursive: true });
});

const exporters = modules.flatMap((module) => module.exporters ?? []);
const out = (name: string) => join(folder, name);
async function exported(what: string, name: string, ...more: string[]) {
  const asked = readExportArgs([what, "--out", out(name), ...more], exporters);
  assert.ok(typeof asked === "object", String(asked));
  const written = await exportTo(t.as(), exporterOf(what)!, asked);
  const bytes = await readFile(out(name));
  assert.equal(written.bytes, bytes.length);
  return { ...written, bytes };
}
async function table(bytes: Uint8Array) {
  const file = await readCsv(bytes);
  const rows: Record<string, string>[] = [];
  for await (const row of file.rows) rows.push({ ...row.values });
  return rows;
}

test("every kind has as many rows in the file as in the record, and its headings", async () => {
  const listed = {
    customers: "customer_list",
    contacts: "contact_list",
    leads: "lead_list",
    opportunities: "opportunity_list",
  } as const;
  for (const [what, view] of Object.entries({ ...listed, invoices: "invoice_list", events: "events" } as const)) {
    const { rows, bytes } = await exported(what, `${what}.csv`);
    const { count } = await t.app.db
      .selectFrom(view)
      .select((eb) => eb.fn.countAll<bigint>().as("count"))
      .executeTakeFirstOrThrow();
    assert.equal(BigInt(rows), count, what);
    const file = await readCsv(bytes);
    assert.deepEqual(file.columns, exporterOf(what)!.columns, what);
  }
});

test("what goes out as CSV is known to the import, and opens in a spreadsheet without running anything", async () => {
  const { bytes } = await exported("customers", "customers.csv");
  const [atelier, formula] = await table(bytes);
  assert.deepEqual([atelier!["name"], formula!["name"]], ['Atelier "Martin"; fils', "'=cmd|calc"]);
  const prepared = await prepareImport(t.as("marketer"), { kind: "customers", fileName: "customers.csv", bytes });
  assert.deepEqual([prepared.mapping["name"], prepared.mapping["externalId"]], ["name", "id"]);
  const people = await table((await exported("contacts", "contacts.csv")).bytes);
  assert.deepEqual([people[0]!["roles"], people[0]!["account"]], ["buyer, decision_maker", 'Atelier "Martin"; fils']);
});

test("amounts are decimals with their currency; invoices say what is open", async () => {
  await t.app.db
    .insertInto("opportunities")
    .values({ id: newId(), name: "Fibre", stage: "engaging", value_minor: 123_450n, currency: "EUR" })
    .execute();
  const [deal] = await table((await exported("opportunities", "deals.csv")).bytes);
  assert.deepEqual([deal!["amount"], deal!["currency"], deal!["stage"]], ["1234.50", "EUR", "engaging"]);
});

test("events as JSON lines carry everything; the period is of when they happened; .gz is packed", async () => {
  const { bytes } = await exported("events", "events.jsonl.gz");
  const lines = gunzipSync(bytes).toString().trimEnd().split("\n");
  const first = JSON.parse(lines[0]!) as Record<string, unknown>;
  assert.equal(typeof (first["data"] as Record<string, unknown>), "object");
  assert.ok(lines.some((line) => (JSON.parse(line) as { type: string }).type === "customer.created"));
  assert.equal((await exported("events", "none.jsonl", "--to", "2020-01-01")).rows, 0);
  assert.equal((await exported("events", "all.jsonl", "--from", "2020-01-01T00:00:00Z")).rows, lines.length);
});

test("thousands of events stream through, as XES by case and as OCEL by object, and the engine reads both", async () => {
  const customerIds = Array.from({ length: 300 }, () => newId());
  await write(t.as(), async (tx) => {
    const steps = ["conversation.opened", "conversation.resolved", "conversation.reopened", "conversation.resolved"];
    const rows = customerIds.flatMap((customerId, index) =>
      steps.slice(0, index % 2 === 0 ? 4 : 2).map((type, step) => ({
        id: newId(),
        type,
        customer_id: customerId,
        subject_type: "conversation",
        subject_id: newId(),
        actor_type: "system",
        actor_id: "test",
        occurred_at: new Date(Date.UTC(2026, 0, 1 + step, index % 24)),
        correlation_id: newId(),
        data: "{}",
      })),
    );
    await tx.insertInto("events").values(rows).execute();
  });
  const period = ["--to", "2026-02-01"];
  const xes = await exported("events", "line.xes.gz", ...period);
  assert.equal(xes.rows, 900);
  const found = mine((await readLog(xes.bytes)).traces);
  assert.deepEqual([found.cases, found.events, found.variants], [300, 900, 2]);
  assert.deepEqual(
    found.edges.map(({ from, count, medianHours }) => [from, count, medianHours]),
    [
      ["conversation.opened", 300, 24],
      ["conversation.resolved", 150, 24],
      ["conversation.reopened", 150, 24],
    ],
  );
  const ocel = await exported("events", "line.ocel.json", ...period);
  assert.equal(ocel.rows, 900);
  const log = readOcelJson(ocel.bytes.toString());
  assert.equal(log.events.length, 900);
  assert.deepEqual(new Set(log.objects.map(({ type }) => type)), new Set(["customer", "conversation"]));
  const byCustomer = mine((await readLog(ocel.bytes, { objectType: "customer" })).traces);
  assert.deepEqual(byCustomer.edges, found.edges);
  assert.equal(
    (await readLog((await exported("events", "whole.ocel.json")).bytes)).objects!.log.events.length,
    (await exported("events", "whole.jsonl")).rows,
  );
});

test("an export that fails leaves the file that was there, and nothing half done", async () => {
  await writeFile(out("kept.csv"), "as it was");
  const failing = { ...exporterOf("customers")!, rows: () => brokenRows() };
  const asked = readExportArgs(["customers", "--out", out("kept.csv")], exporters);
  assert.ok(typeof asked === "object");
  await assert.rejects(exportTo(t.as(), failing, asked), /the line broke/);
  assert.equal(await readFile(out("kept.csv"), "utf8"), "as it was");
  assert.deepEqual(
    (await readdir(folder)).filter((name) => name.endsWith(".part")),
    [],
  );
  await assert.rejects(exportTo(t.as(), exporterOf("customers")!, { ...asked, out: out("no/such/place.csv") }), /ENOENT/);
});
async function* brokenRows(): AsyncGenerator<string[]> {
  yield ["1"];
  throw new Error("the line broke");
}

test("wrong use is told with what is possible", () => {
  const wrong: [string[], RegExp][] = [
    [[], /Say what to export: customers, contacts/],
    [["orders", "--out", "x"], /"orders" cannot be exported/],
    [["customers"], /--out <file>/],
    [["customers", "--out", "x", "--format", "xes"], /csv, jsonl, not "xes"/],
    [["events", "--out", "x", "--from", "yesterday"], /days or moments/],
    [["events", "--out", "x", "--from", "2026-02-30"], /days or moments/],
    [["events", "--out", "x", "--fast"], /fast/],
  ];
  for (const [args, cause] of wrong) assert.match(String(readExportArgs(args, exporters)), cause, args.join(" "));
  assert.equal(readExportArgs(["--help"], exporters), undefined);
  const formats = ["a.csv", "a.jsonl", "a.ndjson.gz", "a.xes.gz", "a.ocel.json", "a.txt"].map(
    (name) => (readExportArgs(["events", "--out", name], exporters) as { format: string }).format,
  );
  assert.deepEqual(formats, ["csv", "jsonl", "jsonl", "xes", "ocel", "csv"]);
});
