import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Actor } from "#platform/context.ts";
import { newId } from "#platform/ids.ts";
import { createCustomer } from "#record/customers/create-customer.ts";
import { type TestServer, testServer } from "#test/harness/http.ts";
import { staff } from "#test/story/cast.ts";
import { judgeJourney } from "./judge-journey.ts";
import { mineCommand } from "./mine-command.ts";

let t: TestServer;
before(async () => {
  t = await testServer();
});
after(() => t.close());

test("the process over the events of the database, per customer, for those who may see it", async () => {
  for (const name of ["Atelier Martin", "Menuiserie Girard"])
    await createCustomer(t.as("seller"), { kind: "company", name, contacts: [{ firstName: "Léa", lastName: name }] });
  const lead = await t.signIn("cx_lead");
  const { status, body } = await lead.get("/mining/process", { types: "customer,contact" });
  assert.equal(status, 200, JSON.stringify(body));
  assert.equal(body.cases, 2);
  assert.equal(body.truncated, false);
  assert.equal(body.events, body.edges.reduce((sum: number, edge: { count: number }) => sum + edge.count, 0) + body.cases);
  const none = await lead.get("/mining/process", { from: "2020-01-01T00:00:00Z", to: "2020-02-01T00:00:00Z" });
  assert.equal(none.body.cases, 0);
  assert.equal((await (await t.signIn("technician")).get("/mining/process")).status, 403);
});

test("customers are held against the journey as it is meant, whole lives, by those who may see it", async () => {
  const [good, skipped] = [newId(), newId()];
  const at = (hours: number) => new Date(t.clock.now().getTime() - hours * 3_600_000);
  const visits = [
    [good, "discover", 90],
    [good, "enquire", 80],
    [good, "choose", 70],
    [skipped, "choose", 50],
    [skipped, "pay", 20],
    [skipped, "choose", 10],
  ] as const;
  for (const [case_id, stage, hours] of visits)
    await t.app.db
      .insertInto("journey_visits")
      .values({ case_id, stage, entered_at: at(hours) })
      .execute();
  const lead = await t.signIn("cx_lead");
  const { status, body } = await lead.get("/mining/conformance/customer");
  assert.equal(status, 200, JSON.stringify(body));
  assert.deepEqual([body.cases, body.conforming, body.share], [2, 1, 0.5]);
  assert.deepEqual(
    body.classes.missing.stages.map(({ stage }: { stage: string }) => stage),
    ["discover", "enquire", "receive", "use"],
  );
  assert.deepEqual(body.classes.too_often.stages, [{ stage: "choose", cases: 1, deviations: 1 }]);
  assert.equal(body.classes.missing.extraMedianHours, 20);
  const { caseId, deviations } = body.examples[0];
  assert.deepEqual([caseId, deviations.length], [skipped, 5]);

  // A customer of somebody else: counted for everyone, named only to those who may see the record.
  const actor = t.as("cx_lead").actor as Extract<Actor, { kind: "staff" }>;
  const theirs = await createCustomer(t.as("admin"), { kind: "company", name: "À Zoé", ownerId: staff.agent.id });
  await t.app.db.insertInto("journey_cases").values({ id: theirs.id, root_id: theirs.id, kind: "customer" }).execute();
  await t.app.db
    .insertInto("journey_visits")
    .values({ case_id: theirs.id, stage: "pay", entered_at: at(5) })
    .execute();
  const judged = (scope: "own" | "all") => judgeJourney(t.as({ ...actor, teamId: null, scope }), { slug: "customer" });
  const [all, own] = [await judged("all"), await judged("own")];
  assert.deepEqual([all.cases, own.cases], [3, 3]);
  assert.ok(all.examples.some((each) => each.caseId === theirs.id && each.name === "À Zoé"));
  assert.ok(!own.examples.some((each) => each.caseId === theirs.id));
  assert.deepEqual([all.examplesOutside, own.examplesOutside], [0, 1]);
  await t.app.db.deleteFrom("journey_visits").where("case_id", "=", theirs.id).execute();

  const stages = [{ stage: "choose", optional: false, repeatable: true, maxWaitHours: 5 }];
  assert.equal((await lead.put("/mining/conformance/customer/stages", { stages })).status, 200);
  const stricter = (await lead.get("/mining/conformance/customer")).body;
  assert.equal(stricter.classes.too_often.cases, 0);
  assert.deepEqual(
    stricter.waits.map(({ waited, tooLong, meanExcessHours }: Record<string, number>) => [waited, tooLong, meanExcessHours]),
    [[1, 1, 5]],
  );
  assert.equal(
    (await lead.put("/mining/conformance/customer/stages", { stages: [{ ...stages[0], stage: "nope" }] })).status,
    404,
  );
  assert.equal((await lead.put("/mining/conformance/customer/stages", { stages: [stages[0], stages[0]] })).status, 422);
  assert.equal((await lead.put("/mining/conformance/customer/stages", { stages: [{ stage: "choose" }] })).status, 400);
  assert.equal((await lead.get("/mining/conformance/nope")).status, 404);
  const technician = await t.signIn("technician");
  assert.equal((await technician.put("/mining/conformance/customer/stages", { stages })).status, 403);
  const early = (await lead.get("/mining/conformance/customer", { to: at(60).toISOString() })).body;
  assert.deepEqual([early.cases, early.conforming], [1, 1]);
});

test("the command prints one JSON object, or line and cause, or how it is used", async () => {
  const said: string[] = [];
  const written = new Map<string, Uint8Array | string>();
  const io = (text: string) => ({
    out: (line: string) => void said.push(line),
    err: (line: string) => void said.push(line),
    readBytes: async () => new TextEncoder().encode(text),
    readFile: async () => '{"stages":["a","b"]}',
    writeFile: async (name: string, data: Uint8Array | string) => void written.set(name, data),
  });
  assert.equal(await mineCommand.run(["log.csv", "--json"], io("case,activity,time\n1,a,2026-01-01\n1,b,2026-01-02\n")), 0);
  assert.equal(JSON.parse(said.at(-1)!).edges[0].medianHours, 24);
  const log = io("case,activity,time\n1,a,2026-01-01\n1,b,2026-01-02\n");
  assert.equal(
    await mineCommand.run(
      ["log.csv", "--json", "--funnel", "a > b", "--window", "2 d", "--conform", "i.json", "--export", "xes", "--out", "o.xes"],
      log,
    ),
    0,
  );
  const all = JSON.parse(said.at(-1)!);
  assert.deepEqual([all.funnel.conversion, all.conformance.share, all.exported.events], [1, 1, 2]);
  assert.match(Buffer.from(written.get("o.xes")!).toString(), /<string key="concept:name" value="b"\/>/);
  assert.equal(await mineCommand.run(["log.csv", "--funnel", "a"], log), 1);
  assert.match(said.at(-1)!, /--funnel: steps must be 2 to 50/);
  for (const wrong of [["--export", "xes"], ["--window", "1 d"], ["--dates", "american"], ["--nope"]])
    assert.equal(await mineCommand.run(["log.csv", ...wrong], log), 2, wrong.join(" "));
  assert.equal(await mineCommand.run(["log.xes", "--json"], io("<log><trace></log>")), 1);
  assert.equal(JSON.parse(said.at(-1)!).error.line, 1);
  assert.equal(await mineCommand.run(["log.csv"], io('case,activity,time\n1,"a,2026-01-01\n')), 1);
  assert.equal(await mineCommand.run([], io("")), 2);
  assert.match(said.at(-1)!, /usage: throughline mine/);
});
