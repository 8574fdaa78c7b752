import type pg from "pg";
import { type TestServer, testServer } from "#test/harness/http.ts";

/** A whole server on an embedded PostgreSQL of its own, made for one bench and thrown away after it. */
export async function benchServer(): Promise<TestServer & { connection: pg.PoolConfig }> {
  delete process.env.THROUGHLINE_TEST_PG;
  return testServer();
}
/** The value below which `share` of the samples lie (nearest rank). */
export const percentile = (samples: readonly number[], share: number): number =>
  [...samples].sort((a, b) => a - b)[Math.max(0, Math.ceil(samples.length * share) - 1)]!;
