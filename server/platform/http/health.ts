import type { FastifyInstance } from "fastify";
import client from "prom-client";
import type { App } from "../context.ts";

/** `/health/live`: the process answers. `/health/ready`: it can serve (the database answers). `/metrics`: Prometheus text. */
export function serveHealth(server: FastifyInstance, app: App): void {
  const registry = new client.Registry();
  client.collectDefaultMetrics({ register: registry });
  const requests = new client.Histogram({
    name: "http_request_duration_seconds",
    help: "Time to answer, by method, route and status",
    labelNames: ["method", "route", "status"],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  });
  new client.Gauge({
    name: "job_queue_waiting",
    help: "Jobs waiting or running in the queue",
    registers: [registry],
    async collect() {
      const { rows } = await app.pool.query<{ n: bigint }>(
        "select count(*) as n from graphile_worker._private_jobs where attempts < max_attempts",
      );
      this.set(Number(rows[0]?.n ?? 0n));
    },
  });
  new client.Gauge({
    name: "events_recorded",
    help: "Position of the last event",
    registers: [registry],
    async collect() {
      const { rows } = await app.pool.query<{ n: bigint }>("select coalesce(max(position), 0) as n from events");
      this.set(Number(rows[0]?.n ?? 0n));
    },
  });
  server.addHook("onResponse", async (request, reply) => {
    requests.observe(
      { method: request.method, route: request.routeOptions.url ?? "none", status: reply.statusCode },
      reply.elapsedTime / 1000,
    );
  });
  server.get("/health/live", async () => ({ status: "live" }));
  server.get("/health/ready", async (_request, reply) => {
    try {
      await app.pool.query("select 1");
      return { status: "ready" };
    } catch {
      return reply.code(503).send({ status: "not ready", reason: "the database does not answer" });
    }
  });
  server.get("/metrics", async (_request, reply) => reply.type(registry.contentType).send(await registry.metrics()));
}
