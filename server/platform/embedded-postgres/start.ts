import { rmSync } from "node:fs";
import { dirname } from "node:path";
import pg from "pg";
import { findBinaries } from "./binaries.ts";
import { chooseDataDir, prepareDataDir, superuser } from "./data-folder.ts";
import { endOfLog, reach } from "./launch.ts";
import { keepLease } from "./owner-lease.ts";
import { runningPostmaster, stopPostmaster } from "./postmaster.ts";
import { serverUser } from "./server-user.ts";
import { type Settings, startSettings } from "./settings.ts";
import { socketDirFor } from "./socket-folder.ts";
import { watchOver } from "./watchdog.ts";

export type EmbeddedPostgresOptions = {
  /** Folder of the data, made when missing. Not needed when `ephemeral`. */
  dataDir?: string;
  /** Database to open, made when missing. */
  database: string;
  /** A PostgreSQL that dies with this process: no fsync, a temp folder removed by stop(). */
  ephemeral?: boolean;
  /** PostgreSQL settings to add or replace. */
  settings?: Settings;
  /** When another live process runs on this folder: refuse (the default), or join it as a guest. */
  whenInUse?: "refuse" | "join";
  /** Called once when PostgreSQL disappears under us; by default the process says so and exits with code 1. */
  onLost?: (message: string) => void;
};

export type EmbeddedPostgres = {
  config: pg.PoolConfig;
  /** Where the data really is (see prepareDataDir). */
  dataDir: string;
  /** True when the orphan of a killed run was taken over rather than a PostgreSQL started. */
  adopted: boolean;
  /** True when another live process owns this PostgreSQL; stop() then leaves it running. */
  joined: boolean;
  /** Closes every session, writes a checkpoint and waits until PostgreSQL is gone. May be called twice. */
  stop(): Promise<void>;
};

/**
 * Starts a real PostgreSQL on a data folder, reachable through a unix socket by its own user alone.
 * A kill -9 of either side loses no acknowledged commit; a second start on the same folder is refused, naming the first.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const ephemeral = options.ephemeral ?? false;
  const requested = chooseDataDir(options.dataDir ?? ".data/pg", ephemeral);
  const user = serverUser(requested);
  const binaries = findBinaries(user);
  const dataDir = prepareDataDir(requested, binaries, user, ephemeral);
  const socketDir = socketDirFor(dataDir, user);
  const config: pg.PoolConfig = { host: socketDir, port: 5432, user: superuser, database: options.database };
  const settings = startSettings(socketDir, ephemeral, options.settings);

  const { lease, startedPid } = await reach({ postgres: binaries.postgres, dataDir, user, settings, config });
  if (!lease.held) {
    if (options.whenInUse !== "join") throw new Error(inUse(dataDir, lease.owner));
    return { config, dataDir, adopted: false, joined: true, stop: async () => {} };
  }
  const pid = runningPostmaster(dataDir);
  if (pid === undefined) throw new Error(`PostgreSQL stopped while starting. ${endOfLog(dataDir)}`);
  const disposable = ephemeral ? dirname(dataDir) : undefined;
  const dismissWatchdog = watchOver(pid, disposable);
  const isRunning = (): boolean => runningPostmaster(dataDir) === pid;
  const report = options.onLost ?? sayAndExit;
  const release = keepLease(lease.client, config, isRunning, (reason) => report(`${reason}. ${endOfLog(dataDir)}`));
  await ensureDatabase(config);

  async function stop(): Promise<void> {
    release();
    await stopPostmaster(pid as number, ephemeral ? "immediate" : "fast");
    dismissWatchdog();
    if (disposable !== undefined) rmSync(disposable, { recursive: true, force: true });
    if (socketDir !== dataDir) rmSync(socketDir, { recursive: true, force: true });
  }
  let stopping: Promise<void> | undefined;
  return { config, dataDir, adopted: startedPid !== pid, joined: false, stop: () => (stopping ??= stop()) };
}

async function ensureDatabase(config: pg.PoolConfig): Promise<void> {
  const client = new pg.Client({ ...config, database: "postgres" });
  await client.connect();
  try {
    const known = await client.query("select 1 from pg_database where datname = $1", [config.database]);
    if (known.rowCount === 0) await client.query(`create database ${client.escapeIdentifier(String(config.database))}`);
  } finally {
    await client.end();
  }
}

function inUse(dataDir: string, owner: string): string {
  return `The data folder ${dataDir} is in use by ${owner}. Stop that one first, or set THROUGHLINE_DATA to another folder.`;
}

function sayAndExit(message: string): void {
  console.error(`${message}\nNothing committed is lost: start Throughline again.`);
  process.exit(1);
}
