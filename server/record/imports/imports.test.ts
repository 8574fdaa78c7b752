import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { write } from "#platform/write.ts";
import { importerOf } from "#platform/importers.ts";
import { leadsReport } from "#analytics/reports/reports.ts";
import { start } from "#test/harness/app.ts";
import { type TestServer, testServer } from "#test/harness/http.ts";
import { guessDateFormat, guessMapping } from "./guess-mapping.ts";
import { prepareImport } from "./prepare-import.ts";
import { readResult, showImport } from "./queries.ts";
import { runImport, startImport, tryImport } from "./run-import.ts";
import { undoImport } from "./undo-import.ts";

let t: TestServer;
before(async () => {
  t = await testServer();
});
after(() => t.close());

const ctx = () => t.as("marketer");
const prepare = (kind: string, text: string, options = {}) =>
  prepareImport(ctx(), { kind, fileName: `${kind}.csv`, bytes: new TextEncoder().encode(text), options });
const eventsOf = async (importId: string) =>
  t.app.db
    .selectFrom("events")
    .select(["type", "occurred_at"])
    .where("actor_id", "=", `import:${importId}`)
    .orderBy("position")
    .execute();
const rowsOf = async (table: "opportunities" | "customers" | "contacts" | "leads") =>
  Number(
    (
      await t.app.db
        .selectFrom(table)
        .select(({ fn }) => fn.countAll().as("n"))
        .executeTakeFirstOrThrow()
    ).n,
  );

const accounts = "Account,Industry\nCancity,retail\nIsdom,medical\n";
const deals = `opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value
D1,Moses Frase,GTX Pro,Cancity,Won,2025-10-20,2025-12-01,1054
D2,Moses Frase,GTX Pro,Isdom,Lost,2025-10-25,2025-11-11,0
D3,Moses Frase,GTX Pro,,Engaging,2025-11-25,,
`;

test("guesses the columns of HubSpot and Salesforce exports", () => {
  const guess = (kind: string, columns: string[]) => guessMapping(importerOf(kind)!, columns);
  assert.deepEqual(
    guess("contacts", ["Record ID", "First Name", "Last Name", "Email", "Phone Number", "Job Title", "Associated Company"]),
    {
      externalId: "Record ID",
      firstName: "First Name",
      lastName: "Last Name",
      email: "Email",
      phone: "Phone Number",
      jobTitle: "Job Title",
      account: "Associated Company",
    },
  );
  assert.deepEqual(
    guess("opportunities", ["Record ID", "Deal Name", "Deal Stage", "Deal owner", "Amount", "Create Date", "Close Date"]),
    {
      externalId: "Record ID",
      name: "Deal Name",
      owner: "Deal owner",
      stage: "Deal Stage",
      engagedOn: "Create Date",
      closedOn: "Close Date",
      value: "Amount",
    },
  );
  assert.deepEqual(
    guess("opportunities", [
      "Opportunity ID",
      "Opportunity Name",
      "Account Name",
      "StageName",
      "CreatedDate",
      "CloseDate",
      "Amount",
      "Opportunity Owner",
    ]),
    {
      externalId: "Opportunity ID",
      name: "Opportunity Name",
      account: "Account Name",
      owner: "Opportunity Owner",
      stage: "StageName",
      engagedOn: "CreatedDate",
      closedOn: "CloseDate",
      value: "Amount",
    },
  );
  assert.deepEqual(guess("customers", ["Account ID", "Account Name", "Industry", "Number of Employees", "Website"]), {
    name: "Account Name",
    externalId: "Account ID",
    sector: "Industry",
    size: "Number of Employees",
    website: "Website",
  });
  assert.deepEqual(
    guess("leads", ["Lead ID", "Lead Source", "First Name", "Last Name", "Email", "Company", "Created Date"]).source,
    "Lead Source",
  );
});

test("judges how dates are written by those that leave no doubt", () => {
  assert.equal(guessDateFormat([{ a: "2/26/2018 19:58" }, { a: "2/1/2018" }]), "month_day");
  assert.equal(guessDateFormat([{ a: "26/2/2018" }]), "day_month");
  assert.equal(guessDateFormat([{ a: "2018-02-26" }, { a: "2/26/2018" }]), "iso");
});

test("a dry run tells what would happen and keeps nothing", async () => {
  const before = [await rowsOf("opportunities"), (await t.eventTypes()).length];
  const { id, mapping } = await prepare("opportunities", deals);
  assert.equal(mapping.stage, "deal_stage");
  const tried = await tryImport(ctx(), { importId: id });
  assert.deepEqual([tried.rows, tried.created + tried.marked, tried.errors], [3, 3, 0]);
  assert.deepEqual([await rowsOf("opportunities"), (await t.eventTypes()).length], before);
});

test("history comes in at its own dates; sent again nothing changes; undone it is gone with its events", async () => {
  const customers = await prepare("customers", accounts);
  assert.equal((await runImport(ctx(), customers.id)).created, 2);
  const { id } = await prepare("opportunities", deals);
  const summary = await runImport(ctx(), id);
  assert.deepEqual([summary.created, summary.marked, summary.errors], [2, 1, 0]);
  const history = await eventsOf(id);
  const won = history.find(({ type }) => type === "opportunity.won")!;
  assert.equal(won.occurred_at.toISOString().slice(0, 10), "2025-12-01");
  assert.deepEqual(
    history
      .filter(({ type }) => type === "opportunity.opened")
      .map(({ occurred_at }) => occurred_at.toISOString().slice(0, 10))
      .sort(),
    ["2025-10-20", "2025-10-25", "2025-11-25"],
  );
  assert.ok(history.every(({ occurred_at }) => occurred_at < start));

  const again = await prepare("opportunities", deals);
  const unchanged = await runImport(ctx(), again.id);
  assert.deepEqual([unchanged.created, unchanged.marked, unchanged.unchanged], [0, 0, 3]);
  assert.equal((await eventsOf(again.id)).length, 0);

  await assert.rejects(undoImport(ctx(), { importId: customers.id }), { code: "import.grown_on" });
  assert.equal((await showImport(ctx(), { importId: customers.id })).status, "completed");

  assert.equal((await undoImport(ctx(), { importId: id })).removed, 3);
  assert.equal(await rowsOf("opportunities"), 0);
  assert.equal((await eventsOf(id)).length, 0);
  assert.equal((await undoImport(ctx(), { importId: id })).removed, 0);
  assert.ok((await t.eventTypes({ subjectId: id })).includes("import.undone"));
  assert.equal((await undoImport(ctx(), { importId: customers.id })).removed, 2);
  assert.equal((await eventsOf(customers.id)).length, 0);
});

test("facts that no import brought cannot be removed", async () => {
  await assert.rejects(
    write(t.as(), (tx) => tx.deleteFrom("events").execute()),
    /append-only/,
  );
});

test("a row that cannot be taken in is told with line, field and cause; the others come in", async () => {
  const { id } = await prepare(
    "opportunities",
    `${deals}D4,X,GTX Pro,Cancity,Wonnn,2025-10-20,,\nD5,X,GTX Pro,Cancity,Won,2025-13-40,2025-12-01,5\n,X,GTX Pro,Cancity,Won,2025-10-20,2025-12-01,5\nD6,X,GTX Pro,Cancity,Won,2025-10-20,2025-12-01,cheap\n`,
  );
  const summary = await runImport(ctx(), id);
  assert.deepEqual([summary.rows, summary.errors], [7, 4]);
  const text = await (await readResult(ctx(), { importId: id })).text();
  const lines = text
    .replace(/^\ufeff/, "")
    .trim()
    .split(/\r?\n/);
  assert.equal(lines.length, 8);
  assert.match(lines[4]!, /^5,error,stage,/);
  assert.match(lines[5]!, /^6,error,engagedOn,/);
  assert.match(lines[6]!, /^7,error,externalId,/);
  assert.match(lines[7]!, /^8,error,value,/);
  await undoImport(ctx(), { importId: id });
});

test("a spelling the catalogue does not know is warned of, with the likely one, and mended by a replacement", async () => {
  const products = await prepare("products", "product,series,sales_price\nGTX Pro,GTX,4821\n");
  assert.equal((await runImport(ctx(), products.id)).errors, 0);
  const misspelt = deals.replaceAll("GTX Pro", "GTXPro");
  const first = await prepare("opportunities", misspelt);
  const tried = await tryImport(ctx(), { importId: first.id });
  assert.deepEqual(tried.warnings, [{ field: "product", value: "GTXPro", rows: 3, suggestion: "GTX Pro" }]);
  const mended = await prepare("opportunities", misspelt, { replacements: { product: { GTXPro: "GTX Pro" } } });
  assert.deepEqual((await tryImport(ctx(), { importId: mended.id })).warnings, []);
});

test("what is missing is asked for; what has run does not run again", async () => {
  const { id } = await prepare("opportunities", "name,amount\nFibre,100\n");
  await assert.rejects(tryImport(ctx(), { importId: id }), { code: "import.field_not_mapped" });
  const done = await prepare("leads", "lead_id,source,created_date\nL1,web,2025-10-20\n");
  await assert.rejects(undoImport(ctx(), { importId: done.id }), { code: "import.not_run" });
  await runImport(ctx(), done.id);
  await assert.rejects(startImport(ctx(), { importId: done.id }), { code: "import.done" });
  assert.deepEqual((await leadsReport(ctx())).bySource, [{ source: "web", leads: 1, won: 0, conversionPercent: 0 }]);
  await undoImport(ctx(), { importId: done.id });
});

test("the wizard's way over HTTP: send, map, run in the background, fetch the result, undo; not for everyone", async () => {
  const marketer = await t.signIn("marketer");
  const boundary = "----wizard";
  const form = `--${boundary}\r\ncontent-disposition: form-data; name="kind"\r\n\r\nleads\r\n--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="été.csv"\r\ncontent-type: text/csv\r\n\r\nlead_id,origin,first_contact_date\nL1,social,2/26/2018\nL2,email,3/1/2018\n\r\n--${boundary}--\r\n`;
  const headers = { "content-type": `multipart/form-data; boundary=${boundary}` };
  const sent = await marketer.request("POST", "/api/imports", { body: form, headers });
  assert.equal(sent.status, 200, JSON.stringify(sent.body));
  assert.equal(sent.body.options.dateFormat, "month_day");
  assert.deepEqual(sent.body.mapping, { externalId: "lead_id", capturedOn: "first_contact_date", source: "origin" });
  const path = `/imports/${sent.body.id}`;
  const wrong = await marketer.put(`${path}/mapping`, { mapping: { source: "nope" }, options: sent.body.options });
  assert.equal(wrong.body.code, "import.no_such_column");
  assert.equal((await marketer.put(`${path}/mapping`, { mapping: sent.body.mapping, options: sent.body.options })).status, 200);
  assert.equal((await marketer.post(`${path}/run`)).status, 200);
  assert.equal((await marketer.get(path)).body.status, "running");
  await t.drain();
  const shown = await marketer.get(path);
  assert.deepEqual([shown.body.status, shown.body.created], ["completed", 2]);
  assert.match(String((await marketer.get(`${path}/result`)).body), /2,created/);
  assert.equal((await marketer.get("/imports")).body.rows[0].fileName, "été.csv");
  assert.equal((await marketer.post(`${path}/undo`)).body.removed, 2);
  assert.equal((await (await t.signIn("technician")).post(`${path}/undo`)).status, 403);
});
