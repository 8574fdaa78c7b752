import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { type TestServer, testServer } from "#test/harness/http.ts";
import { analyseRules } from "./analyse-rules.ts";
import type { DecisionTable, TableRule } from "./decision-table.ts";

let t: TestServer;
before(async () => {
  t = await testServer();
});
after(() => t.close());

const path = "/decision-tables/quote_approval";
const rule = (id: string, when: Record<string, string>, approver = "sales_manager"): TableRule => ({
  id,
  when,
  outcome: { approver },
  reason: { en: id, fr: id },
});
const table = (hitPolicy: DecisionTable["hitPolicy"], rules: TableRule[]): DecisionTable => ({
  hitPolicy,
  inputs: [{ name: "discountPercent", label: { en: "d", fr: "d" }, type: "number" }],
  rules,
});

test("under first, what no rule takes and rules that come too late are warnings", () => {
  const found = analyseRules(
    table("first", [
      rule("a", { discountPercent: "> 10" }),
      rule("b", { discountPercent: "> 25" }),
      rule("c", { discountPercent: "[0..5]" }),
    ]),
  );
  assert.deepEqual(found.unreachable, [{ rule: 2, by: [1] }]);
  assert.deepEqual(found.gaps, [{ discountPercent: "< 0, (5..10]" }]);
  assert.equal(found.warnings, 2);
});

test("under collect, silence is an answer; a rule that says the same again, or that no value passes, is a warning", () => {
  const found = analyseRules(
    table("collect", [
      rule("a", { discountPercent: "> 10" }),
      rule("b", { discountPercent: "> 25" }),
      rule("c", { discountPercent: "> 25" }, "admin"),
      rule("d", { discountPercent: "[9..3]" }),
    ]),
  );
  assert.deepEqual(found.repeats, [{ rule: 2, by: 1 }]);
  assert.deepEqual(found.unreachable, [{ rule: 4, by: [] }]);
  assert.equal(found.warnings, 2);
  assert.ok(found.overlaps.some(({ rules }) => rules[0] === 1 && rules[1] === 3));
});

test("tables are listed with what asks them; one is shown with its versions and what the engine finds", async () => {
  const seller = await t.signIn("seller");
  const { rows } = (await seller.get("/decision-tables")).body;
  assert.deepEqual(
    rows.map((row: { key: string; warnings: number }) => [row.key, row.warnings]),
    [
      ["quote_approval", 0],
      ["quote_validity", 0],
    ],
  );
  const shown = (await seller.get(path)).body;
  assert.equal(shown.versions[0].version, shown.version);
  assert.deepEqual(shown.outputs[0].name, "approver");
  assert.match(shown.usedBy.en, /^Quotes/);
  assert.equal((await seller.get("/decision-tables/nothing")).status, 404);
  const old = (await seller.get(`${path}/versions/1`)).body;
  assert.equal(old.rules.length, 3);
  assert.equal((await seller.get(`${path}/versions/99`)).status, 404);
});

test("a draft is checked: each fault with its rule and column, in both languages; a good one is analysed", async () => {
  const seller = await t.signIn("seller");
  const wrong = [
    rule("a", { discountPercent: "> (1" }),
    rule("b", { discountPercent: "> much" }, "sales_managr"),
    { ...rule("b", { mood: "> 1" }, ""), reason: { en: "why", fr: "" } },
  ];
  const { faults } = (await seller.post(`${path}/check`, { hitPolicy: "collect", rules: wrong })).body;
  assert.deepEqual(
    faults.map((fault: { rule: number; column: string }) => [fault.rule, fault.column]),
    [
      [1, "discountPercent"],
      [2, "discountPercent"],
      [2, "approver"],
      [3, "id"],
      [3, "approver"],
      [3, "mood"],
      [3, "reason"],
    ],
  );
  assert.match(faults[0].message.fr, /illisible à partir du caractère \d/);
  assert.match(faults[1].message.en, /no column is called “much”/);
  assert.match(faults[2].message.fr, /choisissez parmi : Direction commerciale/);
  const good = (await seller.post(`${path}/check`, { hitPolicy: "collect", rules: [rule("a", { discountPercent: "> 1" })] }))
    .body;
  assert.deepEqual([good.faults, good.analysis.warnings], [[], 0]);
});

test("only who may changes a table; a new version is stated once, and stale or malformed changes change nothing", async () => {
  const { hitPolicy, rules, version } = (await (await t.signIn("admin")).get(path)).body;
  const seller = await t.signIn("sales_manager");
  assert.equal((await seller.request("PUT", `/api${path}`, { body: { version, hitPolicy, rules } })).status, 403);
  assert.equal((await seller.post(`${path}/dmn-reading`, { xml: "<a/>" })).status, 403);
  const admin = await t.signIn("admin");
  const send = (body: unknown, key = crypto.randomUUID()) =>
    admin.request("PUT", `/api${path}`, { body, headers: { "idempotency-key": key, "x-locale": "fr" } });
  assert.equal((await send({ version, hitPolicy: "majority", rules })).status, 400);
  assert.equal((await send({ version, hitPolicy, rules: [{ id: "A B" }] })).status, 400);
  const bad = await send({ version, hitPolicy, rules: [rules[0], rule("x", { discountPercent: "> (" })] });
  assert.equal(bad.status, 422);
  assert.match(bad.body.detail, /^Règle 2, colonne discountPercent : «\s> \(\s» est illisible/);
  const wanted = [...rules, rule("deep_margin", { marginPercent: "< 5" }, "admin")];
  const key = crypto.randomUUID();
  assert.equal((await send({ version, hitPolicy, rules: wanted }, key)).body.version, version + 1);
  assert.equal((await send({ version, hitPolicy, rules: wanted }, key)).body.version, version + 1);
  assert.equal((await send({ version, hitPolicy, rules })).body.code, "rules.changed_meanwhile");
  const shown = (await admin.get(path)).body;
  assert.equal(shown.versions.length, 2);
  assert.equal(shown.versions[0].changedByName, shown.updatedByName);
  assert.equal((await t.eventTypes()).filter((type) => type === "decision_table.changed").length, 1);
});

test("a trial says which rules fired, which cells passed, of the table or of a draft of it", async () => {
  const seller = await t.signIn("seller");
  const facts = { discountPercent: "30", marginPercent: null };
  const { fired, rules } = (
    await seller.post("/decision-tables/quote_validity/trial", { facts: { discountPercent: "30", total: "60000" } })
  ).body;
  assert.deepEqual(
    fired.map((one: { rule: string; outcome: object }) => [one.rule, one.outcome]),
    [["deep_discount", { days: "15" }]],
  );
  assert.deepEqual(rules[1], { rule: "large_order", fired: false, cells: { total: true } });
  const draft = {
    hitPolicy: "collect",
    rules: [rule("a", { discountPercent: "> 40" }), rule("b", { discountPercent: "> marginPercent" })],
  };
  const tried = (await seller.post(`${path}/trial`, { facts: { ...facts, marginPercent: "20" }, draft })).body;
  assert.deepEqual(
    tried.rules.map((one: { cells: object }) => one.cells),
    [{ discountPercent: false }, { discountPercent: true }],
  );
  assert.equal(
    (await seller.post(`${path}/trial`, { facts: { ...facts, discountPercent: "12,5" } })).body.code,
    "rules.not_a_number",
  );
  assert.equal((await seller.post(`${path}/trial`, { facts: {} })).body.code, "rules.facts_missing");
  const unreadable = { hitPolicy: "first", rules: [rule("a", { discountPercent: "(" })] };
  assert.equal((await seller.post(`${path}/trial`, { facts, draft: unreadable })).body.code, "rules.not_readable");
});

test("looking, checking and trying are no entries of the audit trail; changing is", async () => {
  const admin = await t.signIn("admin");
  await admin.post(`${path}/check`, { hitPolicy: "collect", rules: [] });
  await admin.post(`${path}/trial`, { facts: { discountPercent: "1", marginPercent: "50" } });
  await admin.request("PUT", `/api${path}`, { body: { version: 1, hitPolicy: "collect", rules: [] } });
  const noted = async () => (await admin.get("/audit", { limit: 100 })).body.rows as { operation: string; outcome: string }[];
  let rows = await noted();
  for (let wait = 0; wait < 20 && !rows.some(({ operation }) => operation === "rules.change"); wait += 1) {
    await new Promise((done) => setTimeout(done, 50)); // noted beside the answer
    rows = await noted();
  }
  const operations = new Set(rows.map(({ operation }) => operation).filter((operation) => operation.startsWith("rules.")));
  assert.deepEqual([...operations], ["rules.change"]);
});

test("a table goes out as DMN and comes back the same; files that do not fit are refused with the reason", async () => {
  const admin = await t.signIn("admin");
  for (const key of ["quote_approval", "quote_validity"]) {
    const before = (await admin.get(`/decision-tables/${key}`)).body;
    const { xml, fileName } = (await admin.get(`/decision-tables/${key}/dmn`)).body;
    assert.equal(fileName, `${key}-v${before.version}.dmn`);
    const back = (await admin.post(`/decision-tables/${key}/dmn-reading`, { xml })).body;
    assert.deepEqual(back, { hitPolicy: before.hitPolicy, rules: before.rules });
  }
  const { xml } = (await admin.get(`${path}/dmn`)).body as { xml: string };
  const read = async (changed: string) => (await admin.post(`${path}/dmn-reading`, { xml: changed }, { "x-locale": "fr" })).body;
  assert.equal((await read("not xml")).code, "rules.dmn_unreadable");
  const fits = async (changed: string, reason: RegExp) => {
    assert.notEqual(changed, xml);
    const { code, detail } = await read(changed);
    assert.equal(code, "rules.dmn_unfit");
    assert.match(detail, reason);
  };
  await fits(xml.replaceAll("discountPercent", "mood"), /demande « mood »/);
  await fits(xml.replace('hitPolicy="COLLECT"', 'hitPolicy="PRIORITY"'), /PRIORITY n’existe pas ici/);
  await fits(
    xml.replace('<dmn:text>"admin"</dmn:text>', '<dmn:text>upper case("admin")</dmn:text>'),
    /règle \d doit être un simple texte/,
  );
  await fits(xml.replace(/<dmn:decisionTable[\s\S]*<\/dmn:decisionTable>/, ""), /pas de table de décision/);
  assert.equal((await read(xml.replace('hitPolicy="COLLECT"', 'hitPolicy="UNIQUE"'))).hitPolicy, "first");
});
