/** A whole application on its own database, without HTTP: what the tests of commands and reactions use. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { runOnce } from "graphile-worker";
import { sql } from "kysely";
import pg from "pg";
import { runProjection, runTimedJob } from "#events/loops.ts";
import { taskList } from "#events/tasks.ts";
import { createFixedClock } from "#platform/clock.ts";
import { readConfig } from "#platform/config.ts";
import type { Actor, App, Context, Role } from "#platform/context.ts";
import { openDatabase, openPool } from "#platform/database.ts";
import { openDocuments } from "#platform/documents/documents.ts";
import { openFiles } from "#platform/files/files.ts";
import { createLog } from "#platform/log.ts";
import { catchMail } from "#server/mail-in.ts";
import { modules } from "#server/modules.ts";
import { registerModules } from "#server/register.ts";
import { staff } from "#test/story/cast.ts";
import { seedDemo } from "#test/story/seed.ts";
import { testDatabase } from "./database.ts";

/** Monday 2 March 2026, 09:00 in Marseille: where every test begins. */
export const start = new Date("2026-03-02T08:00:00Z");

export interface TestApp {
  app: App;
  clock: ReturnType<typeof createFixedClock>;
  /** How to open more connections to the same database. */
  connection: pg.PoolConfig;
  /** The context of someone acting: `as("seller")`, `as(portalActor)`, `as()` for the system. */
  as(who?: Role | Actor, extra?: Partial<Context>): Context;
  /** Runs every job that is due, then the jobs these caused, then the projections: afterwards all reactions have happened. */
  drain(): Promise<void>;
  /** Runs one timed job now: `runTimed("quotes/expire")`. */
  runTimed(name: string): Promise<void>;
  /** The types of all events so far, oldest first. */
  eventTypes(where?: { customerId?: string; subjectId?: string }): Promise<string[]>;
  close(): Promise<void>;
}

export async function testApp(options: { seed?: boolean } = {}): Promise<TestApp> {
  const database = await testDatabase();
  registerModules(modules);
  const pool = openPool(database.config, 8);
  const jobsPool = new pg.Pool({ ...database.config, max: 4 }); // the queue writes its ids as JSON: no bigint here, as in worker.ts
  jobsPool.on("error", () => {});
  jobsPool.on("connect", (client) => client.on("error", () => {}));
  const filesRoot = await mkdtemp(join(tmpdir(), "throughline-test-"));
  const clock = createFixedClock(start);
  const config = {
    ...readConfig({ LOG_LEVEL: process.env.TEST_LOG ?? "error", THROUGHLINE_DATA: "/nonexistent" }),
    publicUrl: "http://localhost:3000",
  };
  const app: App = {
    smtpUrl: "",
    config,
    secret: "a secret used by tests only, 32 chars+",
    pool,
    db: openDatabase(pool),
    clock,
    log: createLog(config.logLevel),
    files: await openFiles({ kind: "disk", root: filesRoot }),
    documents: openDocuments(),
  };
  app.catcher = await catchMail(app, modules, join(filesRoot, "mail"));
  app.smtpUrl = app.catcher.smtpUrl;
  if (options.seed ?? true) await seedDemo(app, modules);

  const teams = new Map(
    (await app.db.selectFrom("staff").select(["id", "team_id"]).execute()).map((row) => [row.id, row.team_id]),
  );
  const as: TestApp["as"] = (who, extra) => ({
    app,
    actor: actorOf(who, teams),
    now: clock.now(),
    locale: "fr",
    requestId: "test-request",
    ...extra,
  });
  return {
    app,
    clock,
    connection: database.config,
    as,
    async drain() {
      const fold = async () => {
        let folded = 0;
        for (const projection of modules.flatMap((module) => module.projections ?? []))
          folded += await runProjection(app, projection);
        return folded;
      };
      for (let round = 0; round < 20; round += 1) {
        await runOnce({ pgPool: jobsPool, taskList: taskList(app), noHandleSignals: true, logger: silent as never });
        await everyEventReadable(app.db);
        if ((await fold()) === 0) return;
      }
    },
    async runTimed(name) {
      const job = modules.flatMap((module) => module.jobs ?? []).find((candidate) => candidate.name === name);
      if (!job) throw new Error(`no timed job is called ${name}`);
      await runTimedJob(app, job);
    },
    async eventTypes(where = {}) {
      let query = app.db.selectFrom("events").select("type").orderBy("position");
      if (where.customerId) query = query.where("customer_id", "=", where.customerId);
      if (where.subjectId) query = query.where("subject_id", "=", where.subjectId);
      return (await query.execute()).map((row) => row.type);
    },
    async close() {
      await app.catcher?.close();
      await app.documents.close();
      await jobsPool.end();
      await app.db.destroy();
      await database.drop();
      await rm(filesRoot, { recursive: true, force: true });
    },
  };
}

/**
 * Readers of the log wait for older transactions of the whole server (server/events/read.ts), and the databases of other tests
 * share ours: a projection that finds nothing may only have come too early.
 */
async function everyEventReadable(db: App["db"]): Promise<void> {
  for (let attempt = 0; attempt < 1500; attempt += 1) {
    const { rows } = await sql<{ waiting: boolean }>`
      select exists (select 1 from events where tx >= pg_snapshot_xmin(pg_current_snapshot())) as waiting`.execute(db);
    if (!rows[0]!.waiting) return;
    await setTimeout(20);
  }
  throw new Error("a transaction has been open on the test server for 30 s: events after it cannot be read");
}

function actorOf(who: Role | Actor | undefined, teams: Map<string, string | null>): Actor {
  if (who === undefined) return { kind: "system", id: "test" };
  if (typeof who !== "string") return who;
  const person = staff[who];
  return {
    kind: "staff",
    id: person.id,
    name: person.name,
    roles: person.roles,
    teamId: teams.get(person.id) ?? null,
    scope: person.scope,
  };
}

const silent = { error: console.error, warn: () => {}, info: () => {}, debug: () => {}, scope: () => silent };
