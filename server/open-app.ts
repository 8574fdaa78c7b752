import { createHash, randomBytes } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type pg from "pg";
import { createClock } from "#platform/clock.ts";
import type { Config } from "#platform/config.ts";
import { ConfigError } from "#platform/config-error.ts";
import type { App } from "#platform/context.ts";
import { openDatabase, openPool } from "#platform/database.ts";
import { type Documents, openDocuments } from "#platform/documents/documents.ts";
import { startEmbeddedPostgres } from "#platform/embedded-postgres/start.ts";
import { openFiles } from "#platform/files/files.ts";
import { createLog, type Log } from "#platform/log.ts";
import { migrate } from "#platform/migrate.ts";
import type { Module } from "#events/define-module.ts";
import { catchMail } from "./mail-in.ts";
import { readClockOffsetMs } from "#record/organisation/follow-clock.ts";

export interface OpenApp {
  app: App;
  /** How to open more connections to the same database (workers, listeners). */
  connection: pg.PoolConfig;
  where: string;
  close(): Promise<void>;
}

/** Opens everything the program shares: database (embedded unless DATABASE_URL says otherwise), migrated; files; documents; clock; secret. */
export async function openApp(
  config: Config,
  options: { modules?: readonly Module[]; log?: Log; whenInUse?: "refuse" | "join" } = {},
): Promise<OpenApp> {
  await mkdir(config.dataDir, { recursive: true }).catch((error: Error) => {
    throw new ConfigError(`The setting THROUGHLINE_DATA is not usable: ${error.message}.`);
  });
  const { connection, where, stop } = await openPostgres(config, options.whenInUse ?? "refuse");
  await migrate(connection);
  const pool = openPool(connection);
  const db = openDatabase(pool);
  const documents: Documents = openDocuments();
  const files = await openFiles(config.s3 ? { kind: "s3", ...config.s3 } : { kind: "disk", root: join(config.dataDir, "files") });
  const app: App = {
    smtpUrl: config.smtpUrl ?? "",
    config,
    secret: await secretOf(config),
    pool,
    db,
    clock: createClock(),
    log: options.log ?? createLog(config.logLevel),
    files,
    documents,
  };
  if (!config.smtpUrl && options.modules) {
    app.catcher = await catchMail(app, options.modules);
    app.smtpUrl = app.catcher.smtpUrl;
  }
  if (config.demo) app.clock.setOffsetMs(await readClockOffsetMs(app));
  return {
    app,
    connection,
    where,
    async close() {
      await app.catcher?.close();
      await documents.close();
      await db.destroy();
      await stop();
    },
  };
}

async function openPostgres(
  config: Config,
  whenInUse: "refuse" | "join",
): Promise<{ connection: pg.PoolConfig; where: string; stop(): Promise<void> }> {
  if (config.databaseUrl)
    return {
      connection: { connectionString: config.databaseUrl },
      where: `PostgreSQL at ${new URL(config.databaseUrl).host}`,
      stop: async () => {},
    };
  const embedded = await startEmbeddedPostgres({ dataDir: join(config.dataDir, "pg"), database: "throughline", whenInUse });
  return {
    connection: embedded.config,
    where: `embedded PostgreSQL in ${embedded.dataDir}${embedded.adopted ? " (taken over from an interrupted run)" : ""}`,
    stop: () => embedded.stop(),
  };
}

/** The key behind signed links and sessions: from THROUGHLINE_SECRET, else made once and kept in the data folder. */
async function secretOf(config: Config): Promise<string> {
  if (config.secret) return createHash("sha256").update(config.secret).digest("hex");
  const path = join(config.dataDir, "secret");
  const kept = await readFile(path, "utf8").catch(() => "");
  if (kept.length >= 64) return kept;
  const made = randomBytes(48).toString("hex");
  await writeFile(path, made, { mode: 0o600 });
  return made;
}
