import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { sql } from "kysely";
import { registerSubscribers } from "#events/reactions.ts";
import { appendMany } from "#events/append-many.ts";
import { newId } from "#platform/ids.ts";
import { write } from "#platform/write.ts";
import { type TestApp, testApp } from "#test/harness/app.ts";

const kills = 50;
const eventsPerRound = 8;

let t: TestApp;
before(async () => {
  t = await testApp({ seed: false });
  await t.app.pool.query("create table kill_effects (event_id uuid not null)");
  registerSubscribers([{ name: "test/count", to: ["campaign.ended"], react: async () => {} }]);
});
after(() => t.close());

/** Resolves when the worker says it is ready. */
async function startWorkerProcess(): Promise<ChildProcess> {
  const child = spawn(process.execPath, [join(import.meta.dirname, "harness/killable-worker.ts")], {
    env: { ...process.env, THROUGHLINE_KILL_PG: JSON.stringify(t.connection) },
    stdio: ["ignore", "pipe", "inherit"],
  });
  await new Promise<void>((resolve, reject) => {
    child.stdout!.once("data", () => resolve());
    child.once("exit", (code) => reject(new Error(`the worker ended by itself (${code})`)));
  });
  return child;
}

const kill = (child: ChildProcess) =>
  new Promise<void>((resolve) => {
    child.removeAllListeners("exit");
    child.once("exit", () => resolve());
    child.kill("SIGKILL");
  });

const count = async (query: string) => Number((await t.app.pool.query<{ n: bigint }>(query)).rows[0]!.n);

test(`a worker killed ${kills} times in mid-stream: every reaction has happened exactly once`, { timeout: 240_000 }, async () => {
  for (let round = 0; round < kills; round += 1) {
    await write(t.as(), (tx) =>
      appendMany(
        tx,
        t.as(),
        "campaign.ended",
        Array.from({ length: eventsPerRound }, () => ({ subjectId: newId(), occurredAt: t.clock.now(), data: { name: "kill" } })),
      ),
    );
    const child = await startWorkerProcess();
    await pause(Math.random() * 60);
    await kill(child);
  }
  const total = kills * eventsPerRound;
  const beforeLast = await count("select count(*) as n from kill_effects");
  assert.ok(beforeLast < total, "the kills came too late to interrupt anything");
  const last = await startWorkerProcess();
  for (let waited = 0; waited < 120 && (await count("select count(*) as n from kill_effects")) < total; waited += 1)
    await pause(500);
  await kill(last);
  assert.equal(await count("select count(*) as n from kill_effects"), total);
  assert.equal(await count("select count(distinct event_id) as n from kill_effects"), total);
  assert.equal(await count("select count(*) as n from event_reactions where subscriber = 'test/count'"), total);
  const left = await sql<{ n: bigint }>`select count(*) as n from graphile_worker._private_jobs`.execute(t.app.db);
  assert.equal(left.rows[0]!.n, 0n);
});
