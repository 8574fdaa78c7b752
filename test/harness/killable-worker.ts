/** A worker in a process of its own, for tests that kill it: reacts to campaign.ended by writing one row per event. */
import { setTimeout as pause } from "node:timers/promises";
import { sql } from "kysely";
import { registerSubscribers } from "#events/reactions.ts";
import { createClock } from "#platform/clock.ts";
import { readConfig } from "#platform/config.ts";
import type { App } from "#platform/context.ts";
import { openDatabase, openPool } from "#platform/database.ts";
import { createLog } from "#platform/log.ts";
import { startWorker } from "#server/worker.ts";

const connection = JSON.parse(process.env.THROUGHLINE_KILL_PG!) as { database: string };
registerSubscribers([
  {
    name: "test/count",
    to: ["campaign.ended"],
    async react(ctx, event) {
      await sql`insert into kill_effects (event_id) values (${event.id})`.execute(ctx.tx!);
      await pause(Math.random() * 15); // so that kills land between the effect and its commit
    },
  },
]);
const pool = openPool(connection, 12);
const app = {
  config: readConfig({}),
  secret: "",
  pool,
  db: openDatabase(pool),
  clock: createClock(),
  log: createLog("silent"),
} as unknown as App;
await startWorker(app, [], connection, 4);
console.log("ready");
