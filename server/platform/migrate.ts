import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { run as graphileMigrations } from "./jobs/graphile-schema.ts";
import pg from "pg";

const root = join(import.meta.dirname, "../../db");
const lock = 7_271_001; // one migration at a time, whoever starts first

/** Brings a database to the newest shape: tables forward only, then every view anew. Safe to run at each start. */
export async function migrate(config: pg.PoolConfig): Promise<{ applied: string[] }> {
  const client = new pg.Client(config);
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [lock]);
    await client.query(
      "create table if not exists migrations (name text primary key, checksum text not null, applied_at timestamptz not null default now())",
    );
    const applied = await applyTables(client);
    await graphileMigrations(config);
    await createViews(client);
    return { applied };
  } finally {
    await client.end();
  }
}

async function applyTables(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string; checksum: string }>("select name, checksum from migrations");
  const done = new Map(rows.map((row) => [row.name, row.checksum]));
  const applied: string[] = [];
  for (const { name, text, checksum } of await readSql("migrations")) {
    const known = done.get(name);
    if (known === checksum) continue;
    if (known !== undefined)
      throw new Error(`The migration ${name} was changed after it ran here. Restore it and add a new one.`);
    await inTransaction(client, async () => {
      await client.query(text).catch((error: Error) => {
        throw new Error(`${name}: ${error.message}`, { cause: error });
      });
      await client.query("insert into migrations (name, checksum) values ($1, $2)", [name, checksum]);
    });
    applied.push(name);
  }
  return applied;
}

/** Views only read, so they are dropped and made again whenever one of their files changed. */
async function createViews(client: pg.Client): Promise<void> {
  const views = await readSql("views");
  const checksum = hash(views.map((view) => view.checksum).join());
  const { rows } = await client.query<{ checksum: string }>("select checksum from migrations where name = 'views'");
  if (rows[0]?.checksum === checksum) return;
  await inTransaction(client, async () => {
    const old = await client.query<{ name: string }>("select viewname as name from pg_views where schemaname = 'public'");
    for (const { name } of old.rows) await client.query(`drop view if exists "${name}" cascade`);
    await createInOrder(client, views);
    await client.query(
      "insert into migrations (name, checksum) values ('views', $1) on conflict (name) do update set checksum = excluded.checksum",
      [checksum],
    );
  });
}

/** A view may read another view: those that fail for a missing one wait for the next round. */
async function createInOrder(client: pg.Client, views: SqlFile[]): Promise<void> {
  let waiting = views;
  while (waiting.length > 0) {
    const failed: { view: SqlFile; error: Error }[] = [];
    for (const view of waiting) {
      await client.query("savepoint view");
      await client.query(view.text).catch(async (error: Error) => {
        failed.push({ view, error });
        await client.query("rollback to savepoint view");
      });
    }
    if (failed.length === waiting.length) throw new Error(`${failed[0]!.view.name}: ${failed[0]!.error.message}`);
    waiting = failed.map(({ view }) => view);
  }
}

async function inTransaction(client: pg.Client, work: () => Promise<void>): Promise<void> {
  await client.query("begin");
  try {
    await work();
    await client.query("commit");
  } catch (error) {
    await client.query("rollback");
    throw error;
  }
}

interface SqlFile {
  name: string;
  text: string;
  checksum: string;
}

async function readSql(folder: string): Promise<SqlFile[]> {
  const names = (await readdir(join(root, folder))).filter((name) => name.endsWith(".sql")).sort();
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(join(root, folder, name), "utf8");
      return { name, text, checksum: hash(text) };
    }),
  );
}

const hash = (text: string): string => createHash("sha256").update(text).digest("hex");
