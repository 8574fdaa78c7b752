/**
 * Events appended per second over HTTP in batches, beside raw COPY of as many rows into the same table in the same run.
 * Server, PostgreSQL and callers share this machine's processors. COPY does no more than write rows: no validation, no
 * transaction per call, no reactions enqueued; it is the limit, not a peer.
 */
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { newId } from "#platform/ids.ts";
import { aDeliveredOrder } from "#test/story/delivered-order.ts";
import { benchServer } from "./database.ts";
import type { BenchResult } from "./result.ts";

const views = Number(process.env.BENCH_VIEWS ?? 50_000);
const usageRecords = Number(process.env.BENCH_USAGE ?? 100_000);
const perCall = 50;
const perUsageCall = 5_000;
const connections = 8;

/** Runs `calls` calls over `connections` kept-open connections; returns the seconds. */
async function timed(calls: number, call: (n: number) => Promise<void>): Promise<number> {
  const begun = performance.now();
  let next = 0;
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (next < calls) await call(next++);
    }),
  );
  return (performance.now() - begun) / 1_000;
}

/** Runs the bench and returns its rows. */
export async function bench(): Promise<BenchResult> {
  const t = await benchServer();
  try {
    const origin = await t.server.listen({ port: 0, host: "127.0.0.1" });
    const post = async (path: string, body: unknown, headers: Record<string, string> = {}) => {
      const answer = await fetch(`${origin}/api${path}`, {
        method: "POST",
        headers: { "content-type": "application/json", ...headers },
        body: JSON.stringify(body),
      });
      const text = await answer.text();
      if (!answer.ok) throw new Error(`${path}: ${answer.status} ${text}`);
      return JSON.parse(text) as { accepted?: number };
    };
    const visitors = Array.from({ length: 200 }, () => newId());
    const viewSeconds = await timed(views / perCall, async (n) => {
      const page = { path: `/offers/${n}`, utm: { utm_source: "bench" } };
      await post("/public/page-views", { visitorId: visitors[n % visitors.length], views: Array(perCall).fill(page) });
    });
    const copySeconds = await copyEvents(t.connection, views);

    const { customerId } = await aDeliveredOrder(t);
    const { id: subscriptionId } = await t.app.db
      .selectFrom("subscriptions")
      .select("id")
      .where("customer_id", "=", customerId)
      .executeTakeFirstOrThrow();
    t.clock.set(new Date("2026-03-25T12:00:00Z"));
    const biller = await t.signIn("biller");
    const cookie = [...biller.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    let accepted = 0;
    const usageSeconds = await timed(usageRecords / perUsageCall, async (n) => {
      const records = Array.from({ length: perUsageCall }, (_, index) => ({
        source: "bench",
        sourceId: `${n}-${index}`,
        subscriptionId,
        meter: "minutes",
        quantity: "1.5",
        at: "2026-03-20T10:00:00Z",
      }));
      const answer = await post("/usage", { records }, { cookie });
      accepted += answer.accepted ?? 0;
    });
    if (accepted !== usageRecords) throw new Error(`${accepted} usage records of ${usageRecords} were accepted`);
    const rate = (count: number, seconds: number) => `${Math.round(count / seconds).toLocaleString("en")} / s`;
    const ratio = (seconds: number, count: number) => `${(copySeconds / views / (seconds / count)).toFixed(3)} of raw COPY`;
    return {
      name: "events",
      rows: [
        { metric: `raw COPY of ${views.toLocaleString("en")} rows into events`, value: rate(views, copySeconds), peer: "limit" },
        {
          metric: `page views over HTTP, ${perCall} a call, ${connections} connections, reactions enqueued`,
          value: rate(views, viewSeconds),
          peer: ratio(viewSeconds, views),
        },
        {
          metric: `usage records over HTTP, ${perUsageCall.toLocaleString("en")} a call, counted exactly once`,
          value: rate(usageRecords, usageSeconds),
          peer: ratio(usageSeconds, usageRecords),
        },
      ],
    };
  } finally {
    await t.close();
  }
}

async function copyEvents(connection: pg.PoolConfig, count: number): Promise<number> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    const rows = function* () {
      for (let n = 0; n < count; n += 1) {
        const id = newId();
        const data = JSON.stringify({ path: `/offers/${n}`, visitorId: id, utm: { utm_source: "bench" } });
        yield `${id}\tpage.viewed\tpage\t${id}\tweb\tdiscover\tvisitor\tanonymous\t2026-03-02T08:00:00Z\t${id}\t${data}\n`;
      }
    };
    const lines = [...rows()]; // made before the clock starts: only the writing is measured
    const begun = performance.now();
    await pipeline(
      Readable.from(lines),
      client.query(
        copyFrom(
          "copy events (id, type, subject_type, subject_id, channel, stage, actor_type, actor_id, occurred_at, correlation_id, data) from stdin",
        ),
      ),
    );
    return (performance.now() - begun) / 1_000;
  } finally {
    await client.end();
  }
}

if (import.meta.main) console.table((await bench()).rows);
