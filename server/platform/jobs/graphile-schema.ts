import { runMigrations } from "graphile-worker";
import pg from "pg";

/** The job queue's own tables (schema graphile_worker), made and kept by the library itself. */
export async function run(config: pg.PoolConfig): Promise<void> {
  const pool = new pg.Pool({ ...config, max: 1 });
  pool.on("error", () => {});
  pool.on("connect", (client) => client.on("error", () => {}));
  try {
    await runMigrations({ pgPool: pool });
  } finally {
    await pool.end();
  }
}
