/** For tests: a process that starts PostgreSQL on the folder given, writes one row, says where it is, and waits to be killed. */
import pg from "pg";
import { startEmbeddedPostgres } from "./start.ts";

const [dataDir = ""] = process.argv.slice(2);
const postgres = await startEmbeddedPostgres({ dataDir, database: "kept" }).catch((error: Error) => {
  console.log(JSON.stringify({ error: error.message }));
  process.exit(1);
});
const client = new pg.Client(postgres.config);
client.on("error", () => {});
await client.connect();
await client.query("create table if not exists rows_written (at timestamptz not null default now())");
await client.query("insert into rows_written default values");
const { rows } = await client.query<{ count: number }>("select count(*)::int as count from rows_written");
console.log(JSON.stringify({ count: rows[0]?.count, adopted: postgres.adopted, dataDir: postgres.dataDir }));
setInterval(() => {}, 1000);
