import { hostname } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";

/** Names the right to run on one embedded data folder; any number will do as long as it never changes. */
const leaseKey = "7308332236881";

/** Who owns the running PostgreSQL: us (the connection holding the lease), or another live process by name. */
export type Lease = { held: true; client: pg.Client } | { held: false; owner: string };

/**
 * Takes the right to be the one Throughline that runs on this PostgreSQL. The right is an advisory lock: PostgreSQL
 * itself gives it back the instant its owner dies, so there is no stale lock file to clean.
 * @returns undefined when nothing answers on the socket (not running, starting up, shutting down): ask again
 */
export async function takeLease(config: pg.PoolConfig): Promise<Lease | undefined> {
  const client = new pg.Client({
    ...config,
    database: "postgres",
    application_name: `throughline ${process.pid} on ${hostname()}`,
  });
  client.on("error", () => {});
  try {
    await client.connect();
    const taken = await client.query<{ held: boolean }>("select pg_try_advisory_lock($1) as held", [leaseKey]);
    if (taken.rows[0]?.held) return { held: true, client };
    const owner = await client.query<{ name: string }>(
      `select a.application_name as name from pg_locks l join pg_stat_activity a using (pid)
       where l.locktype = 'advisory' and l.granted and ((l.classid::int8 << 32) | l.objid::int8) = $1`,
      [leaseKey],
    );
    await client.end();
    return { held: false, owner: owner.rows[0]?.name ?? "another process" };
  } catch (error) {
    await client.end().catch(() => {});
    if (mayAnswerLater(error)) return undefined;
    throw error;
  }
}

/**
 * Watches the lease. PostgreSQL drops every connection when one of its workers is killed, then recovers by itself:
 * the lease is taken again. `onLost` is called once if PostgreSQL does not come back or someone else took over.
 */
export function keepLease(
  client: pg.Client,
  config: pg.PoolConfig,
  isRunning: () => boolean,
  onLost: (reason: string) => void,
): () => void {
  let released = false;
  let current = client;
  const watch = (): void => void current.once("end", () => void recover());
  async function recover(): Promise<void> {
    while (!released) {
      if (!isRunning()) return onLost("PostgreSQL stopped unexpectedly");
      const lease = await takeLease(config).catch(() => undefined);
      if (released) return void (lease?.held && lease.client.end());
      if (lease && !lease.held) return onLost(`${lease.owner} took over this data folder`);
      if (lease?.held) {
        current = lease.client;
        return watch();
      }
      await sleep(50);
    }
  }
  watch();
  return () => {
    released = true;
    current.end().catch(() => {});
  };
}

function mayAnswerLater(error: unknown): boolean {
  const code = (error as { code?: string }).code ?? "";
  // No socket yet, a socket nobody listens on, starting up or shutting down, or cut off in the middle of it.
  return (
    ["ENOENT", "ECONNREFUSED", "ECONNRESET", "EPIPE", "57P03", "57P01", "57P02"].includes(code) ||
    /terminated/.test(String(error))
  );
}
