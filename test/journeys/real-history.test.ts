/** A real sales history comes in and tells the figures it is known to hold. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { leadsReport, pipelineReport } from "#analytics/reports/reports.ts";
import { prepareImport } from "#record/imports/prepare-import.ts";
import { runImport } from "#record/imports/run-import.ts";
import { undoImport } from "#record/imports/undo-import.ts";
import { type TestApp, testApp } from "#test/harness/app.ts";
import { sharedData, skipUnless } from "#test/harness/shared-data.ts";

let t: TestApp;
before(async () => {
  t = await testApp();
});
after(() => t.close());

const imported: string[] = [];
async function take(kind: string, path: string, replacements = {}) {
  const bytes = await readFile(sharedData(path));
  const { id } = await prepareImport(t.as(), { kind, fileName: path, bytes, options: { currency: "USD", replacements } });
  imported.push(id);
  return runImport(t.as(), id);
}

test("8,800 deals of a B2B pipeline", skipUnless("crm-pipeline"), async (context) => {
  assert.equal((await take("customers", "crm-pipeline/accounts.csv")).created, 85);
  assert.equal((await take("products", "crm-pipeline/products.csv")).created, 7);
  const begun = performance.now();
  const deals = await take("opportunities", "crm-pipeline/sales_pipeline.csv");
  const seconds = (performance.now() - begun) / 1_000;
  context.diagnostic(`8,800 deals in ${seconds.toFixed(1)} s`);
  assert.deepEqual([deals.rows, deals.errors, deals.marked], [8_800, 0, 1_425]);
  assert.deepEqual(
    deals.warnings.map(({ field, value, suggestion }) => [field, value, suggestion]),
    [["product", "GTXPro", "GTX Pro"]],
  );
  const report = await pipelineReport(t.as());
  const count = (stage: string) => report.byStage.find((row) => row.stage === stage)!.count;
  assert.deepEqual([count("won"), count("lost"), count("engaging"), count("prospecting")], [4_238, 2_473, 1_589, 500]);
  assert.deepEqual([report.opportunities, report.accounts, report.withoutAccount], [8_800, 85, 1_425]);
  assert.deepEqual(report.won, [{ currency: "USD", valueMinor: 1_000_553_400n }]);
  assert.deepEqual(report.engageToCloseDays, { n: 6_711, median: 45, mean: 47.985 });
  assert.equal(report.winRatePercent, 63.15);
});

test("8,000 marketing leads and which of them were won", skipUnless("marketing-leads"), async () => {
  assert.equal((await take("leads", "marketing-leads/marketing_qualified_leads.csv")).errors, 0);
  assert.equal((await take("won-leads", "marketing-leads/closed_deals.csv")).errors, 0);
  const report = await leadsReport(t.as());
  assert.deepEqual([report.leads, report.won], [8_000, 380]);
  const known: [string, number, number][] = [
    ["organic_search", 113, 2_296],
    ["paid_search", 101, 1_586],
    ["social", 31, 1_350],
    ["direct_traffic", 31, 499],
    ["email", 6, 493],
    ["referral", 9, 284],
    ["display", 2, 118],
  ];
  for (const [source, won, leads] of known) {
    const row = report.bySource.find((each) => each.source === source)!;
    assert.deepEqual([row.won, row.leads], [won, leads], source);
  }
});

test("and all of it can be taken out again", skipUnless("crm-pipeline"), async () => {
  for (const importId of imported.reverse()) await undoImport(t.as(), { importId });
  const { opportunities, accounts } = await pipelineReport(t.as());
  assert.deepEqual([opportunities, accounts, (await leadsReport(t.as())).leads], [0, 0, 0]);
  const left = await t.app.db.selectFrom("events").select("type").where("actor_id", "like", "import:%").execute();
  assert.equal(left.length, 0);
});
