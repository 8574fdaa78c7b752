import type { FastifyInstance } from "fastify";
import type { App } from "../context.ts";

/** Milliseconds the server's clock runs ahead of the wall clock. */
export const clockHeader = "x-clock-ahead";

/** The demo moves its clock: screens must count "two minutes ago" from the same now as the server, not from their computer's. */
export function tellClock(server: FastifyInstance, app: App): void {
  server.addHook("onSend", async (_request, reply, payload) => {
    const aheadMs = app.clock.offsetMs();
    if (aheadMs !== 0) void reply.header(clockHeader, String(aheadMs));
    return payload;
  });
}
