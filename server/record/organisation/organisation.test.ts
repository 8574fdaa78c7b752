import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { write } from "#platform/write.ts";
import { type TestApp, testApp } from "#test/harness/app.ts";
import { changeOrganisation } from "./change-organisation.ts";
import { moveClock } from "./move-clock.ts";
import { showBrand, showStatus } from "./queries.ts";
import { takeNumber } from "./take-number.ts";

let t: TestApp;
before(async () => {
  t = await testApp();
});
after(() => t.close());

test("the brand customers see changes at once", async () => {
  await changeOrganisation(t.as("admin"), { brandColor: "#0f766e" });
  assert.equal((await showBrand(t.as())).brandColor, "#0f766e");
});

test("a number series has no gap, even after a roll-back", async () => {
  const take = () => write(t.as(), (tx) => takeNumber(tx, "test-2026", "T-2026-"));
  assert.equal(await take(), "T-2026-00001");
  await assert.rejects(
    write(t.as(), async (tx) => {
      await takeNumber(tx, "test-2026", "T-2026-");
      throw new Error("changed my mind");
    }),
  );
  assert.equal(await take(), "T-2026-00002");
});

test("the demo clock moves forward only, for everyone", async () => {
  const { now } = await moveClock(t.as("admin"), { advanceMinutes: 60 });
  assert.equal(now.getTime(), t.clock.now().getTime());
  await assert.rejects(moveClock(t.as("admin"), { to: new Date("2020-01-01") }), /clock.backwards/);
  assert.equal((await showStatus(t.as("admin"))).demo, true);
});
