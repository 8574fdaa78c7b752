import type pg from "pg";
import { startEmbeddedPostgres } from "#platform/embedded-postgres/start.ts";
import { migrate } from "#platform/migrate.ts";

/** One PostgreSQL for a whole test run, holding a migrated template that each test file clones (see database.ts). */
export async function startTestPostgres(): Promise<{ template: pg.PoolConfig; stop(): Promise<void> }> {
  const postgres = await startEmbeddedPostgres({ ephemeral: true, database: "template_of_tests" });
  try {
    await migrate(postgres.config);
  } catch (error) {
    await postgres.stop();
    throw error;
  }
  return { template: postgres.config, stop: () => postgres.stop() };
}
