import type { FastifyRequest } from "fastify";
import { isId, newId } from "#platform/ids.ts";
import { cookieSetter } from "#platform/http/cookies.ts";
import { keepVisitor, visitorOf } from "#platform/http/visitor-cookie.ts";
import type { RawRoutes } from "#platform/http/raw-routes.ts";
import { recordClick, recordOpen } from "./record-engagement.ts";

const pixel = Buffer.from("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7", "base64");
const machines = /bot|crawl|spider|preview|scanner|prefetch|curl|wget|python|headless.*scan/i;

/** Tracked links and the opening pixel. A link leads only where the message said; programs that look ahead are not counted. */
export const trackingRoutes: RawRoutes = (server, app, contextOf) => {
  server.get<{ Params: { token: string } }>("/l/:token", async (request, reply) => {
    const ctx = await contextOf(request);
    void reply.header("cache-control", "no-store").header("referrer-policy", "no-referrer");
    const visitorId = visitorOf(request) ?? newId();
    const url = await recordClick(ctx, {
      token: request.params.token,
      visitorId,
      counts: request.method === "GET" && !isMachine(request),
    });
    if (!url) return reply.redirect("/", 303);
    keepVisitor(cookieSetter(app, reply), visitorId);
    return reply.redirect(url, 303);
  });
  server.get<{ Params: { messageId: string } }>("/l/:messageId/open.gif", async (request, reply) => {
    const ctx = await contextOf(request);
    if (isId(request.params.messageId)) await recordOpen(ctx, request.params.messageId);
    return reply.header("cache-control", "no-store").type("image/gif").send(pixel);
  });
};

const isMachine = (request: FastifyRequest): boolean =>
  machines.test(request.headers["user-agent"] ?? "") ||
  /prefetch|preview/i.test([request.headers["sec-purpose"], request.headers["purpose"]].join(" "));
