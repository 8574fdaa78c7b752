import { Kysely, PostgresDialect, type Transaction } from "kysely";
import pg from "pg";
import type { DB } from "#db/schema.ts";

export type Database = Kysely<DB>;
export type Tx = Transaction<DB>;

/** bigint columns (money, positions) arrive as bigint, dates as "YYYY-MM-DD" text, numeric as text: nothing passes through a float. */
const int8 = 20;
const date = 1082;
const parsers = {
  getTypeParser(oid: number, format?: "text" | "binary") {
    if (oid === int8) return (text: string) => BigInt(text);
    if (oid === date) return (text: string) => text;
    return pg.types.getTypeParser(oid, format as "text");
  },
};

/** A pool whose transactions cannot hang readers for ever: statements end after 30 s, transactions after 60 s. */
export function openPool(config: pg.PoolConfig, max = 16): pg.Pool {
  const pool = new pg.Pool({
    ...config,
    max,
    types: parsers as pg.CustomTypesConfig,
    options: "-c statement_timeout=30000 -c idle_in_transaction_session_timeout=60000 -c timezone=UTC",
  });
  pool.on("connect", (client) => client.on("error", () => {}));
  pool.on("error", () => {}); // an idle connection that dies is replaced at the next query
  return pool;
}

export const openDatabase = (pool: pg.Pool): Database => new Kysely<DB>({ dialect: new PostgresDialect({ pool }) });

/** Reads or writes JSON columns without losing bigints. */
export const json = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) => (typeof part === "bigint" ? part.toString() : part));
