import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import fc from "fast-check";
import { sql } from "kysely";
import { newId } from "#platform/ids.ts";
import { write } from "#platform/write.ts";
import { type TestApp, testApp } from "#test/harness/app.ts";
import { append } from "./append.ts";
import { beginning, endOfLog, readAfter } from "./read.ts";

let t: TestApp;
before(async () => {
  t = await testApp({ seed: false });
});
after(() => t.close());

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** One writer: each step appends a few events, waits a little, then commits or rolls back. Returns the ids it committed. */
async function runWriter(steps: readonly { events: number; waitMs: number; commit: boolean }[]): Promise<string[]> {
  const committed: string[] = [];
  for (const step of steps) {
    const ids: string[] = [];
    try {
      await write(t.as(), async (tx) => {
        for (let i = 0; i < step.events; i += 1) {
          const appended = await append(tx, t.as(), "campaign.ended", { subjectId: newId(), data: { name: "test" } });
          ids.push(appended.eventId);
          await pause(step.waitMs);
        }
        if (!step.commit) throw new Error("rolled back on purpose");
      });
      committed.push(...ids);
    } catch (error) {
      assert.equal((error as Error).message, "rolled back on purpose");
    }
  }
  return committed;
}

test("with 8 writers that commit and roll back at random, a reader misses nothing and repeats nothing", async () => {
  const step = fc.record({
    events: fc.integer({ min: 1, max: 4 }),
    waitMs: fc.integer({ min: 0, max: 6 }),
    commit: fc.boolean(),
  });
  const writers = fc.array(fc.array(step, { minLength: 3, maxLength: 8 }), { minLength: 8, maxLength: 8 });
  let cursor = beginning;
  await fc.assert(
    fc.asyncProperty(writers, async (plans) => {
      const seen: string[] = [];
      let writing = true;
      const readOn = async () => {
        const batch = await readAfter(t.app.db, cursor, 7);
        cursor = batch.cursor;
        seen.push(...batch.events.map((event) => event.id));
        return batch.events.length;
      };
      const reading = (async () => {
        while (writing) {
          await readOn();
          await pause(1);
        }
      })();
      const committed = (await Promise.all(plans.map(runWriter))).flat();
      writing = false;
      await reading;
      for (let tries = 0; tries < 500 && seen.length < committed.length; tries += 1) {
        await readOn();
        await pause(10); // another transaction may still hold the horizon back
      }
      await readOn();
      assert.deepEqual([...seen].sort(), [...committed].sort());
    }),
    { numRuns: 12 },
  );
});

test("transactions are read in the order of their numbers, across every power of ten", async () => {
  const [ninth, tenth] = [await writtenAs("9"), await writtenAs("10")];
  const first = await readAfter(t.app.db, { tx: "8", position: "0" }, 1);
  const second = await readAfter(t.app.db, first.cursor, 1);
  assert.deepEqual(
    [...first.events, ...second.events].map((event) => event.id),
    [ninth, tenth],
  );
  const { rows } = await sql<{ tx: string }>`select max(tx::text::numeric)::text as tx from events`.execute(t.app.db);
  assert.equal((await endOfLog(t.app.db)).tx, rows[0]!.tx);
});

/** An event as a transaction of that number would have left it: the server's own is far from the next power of ten. */
const writtenAs = (number: string): Promise<string> =>
  write(t.as(), async (tx) => {
    const { eventId } = await append(tx, t.as(), "campaign.ended", { subjectId: newId(), data: { name: "test" } });
    await sql`set local session_replication_role = replica`.execute(tx);
    await sql`update events set tx = ${number}::xid8 where id = ${eventId}`.execute(tx);
    return eventId;
  });
