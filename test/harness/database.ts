import { randomUUID } from "node:crypto";
import pg from "pg";
import { startEmbeddedPostgres } from "#platform/embedded-postgres/start.ts";
import { migrate } from "#platform/migrate.ts";

export interface TestDatabase {
  config: pg.PoolConfig;
  drop(): Promise<void>;
}

/** A fresh, migrated database for one test file: cloned from the template `npm test` made, or on a PostgreSQL of its own. */
export async function testDatabase(): Promise<TestDatabase> {
  const shared = process.env.THROUGHLINE_TEST_PG;
  return shared ? clone(JSON.parse(shared) as pg.PoolConfig) : ownServer();
}

async function clone(template: pg.PoolConfig): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  await asAdmin(template, `create database ${name} template "${template.database}" strategy wal_log`);
  return {
    config: { ...template, database: name },
    drop: () => asAdmin(template, `drop database if exists ${name} with (force)`),
  };
}

async function ownServer(): Promise<TestDatabase> {
  const postgres = await startEmbeddedPostgres({ ephemeral: true, database: "test" });
  await migrate(postgres.config);
  return { config: postgres.config, drop: () => postgres.stop() };
}

async function asAdmin(config: pg.PoolConfig, statement: string): Promise<void> {
  const client = new pg.Client({ ...config, database: "postgres" });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
