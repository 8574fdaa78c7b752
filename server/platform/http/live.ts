import type { FastifyInstance, FastifyRequest } from "fastify";
import pg from "pg";
import type { App, Context } from "../context.ts";

/** What a screen is told: something of this type happened to this customer and subject; refetch through the API. */
export interface Hint {
  type: string;
  customerId: string | null;
  subjectId: string;
}

const maxStreams = 2_000;
const keepAliveMs = 20_000;

/**
 * One server-sent stream of hints per open screen. Staff hear of everything (the API then decides what they may read);
 * a customer hears only of their own account.
 */
export function serveLive(
  server: FastifyInstance,
  app: App,
  listenConfig: pg.ClientConfig,
  next: () => Promise<Hint[]>,
  contextOf: (request: FastifyRequest) => Promise<Context>,
): { close(): Promise<void> } {
  const streams = new Set<{ send(hints: Hint[]): void; end(): void }>();
  const listener = new pg.Client(listenConfig);
  listener.on("error", (error) => app.log.error({ err: error }, "live listener lost"));
  let pending: Promise<void> = Promise.resolve();
  const pump = () => {
    pending = pending
      .then(async () => {
        if (streams.size === 0) return;
        const hints = await next();
        if (hints.length > 0) for (const stream of streams) stream.send(hints);
      })
      .catch((error: unknown) => app.log.error({ err: error }, "live hints failed"));
  };
  listener.on("notification", pump);
  const timer = setInterval(pump, 1_000); // a NOTIFY may come before the event is safe to read
  const listening = listener
    .connect()
    .then(() => listener.query("listen events"))
    .catch((error: unknown) => app.log.error({ err: error }, "live listener lost"));

  server.get("/api/live", async (request, reply) => {
    const ctx = await contextOf(request);
    const { actor } = ctx;
    if (actor.kind !== "staff" && actor.kind !== "customer") return reply.code(401).send({ code: "auth.sign_in" });
    if (streams.size >= maxStreams) return reply.code(503).send({ code: "live.full" });
    reply.hijack();
    const { raw } = reply;
    raw.writeHead(200, {
      "content-type": "text/event-stream",
      "cache-control": "no-store",
      "x-accel-buffering": "no",
      connection: "close", // when the stream ends so does its connection: stopping the server waits for none
    });
    raw.write("retry: 2000\n\n");
    const visible = (hint: Hint) => actor.kind === "staff" || (actor.customerId !== null && hint.customerId === actor.customerId);
    const stream = {
      send(hints: Hint[]) {
        const mine = hints.filter(visible);
        if (mine.length > 0 && raw.writableLength < 262_144) raw.write(`data: ${JSON.stringify(mine)}\n\n`);
      },
      end: () => raw.end(),
    };
    const keepAlive = setInterval(() => raw.write(": alive\n\n"), keepAliveMs);
    streams.add(stream);
    raw.on("close", () => {
      clearInterval(keepAlive);
      streams.delete(stream);
    });
  });
  return {
    async close() {
      clearInterval(timer);
      for (const stream of streams) stream.end();
      await pending;
      await listening; // stopped while still starting: nothing is asked of a connection that has ended
      await listener.end();
    },
  };
}
