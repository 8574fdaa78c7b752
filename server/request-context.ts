import type { FastifyRequest } from "fastify";
import type { App, Actor, Context } from "#platform/context.ts";
import { askedLocale } from "#platform/http/asked-locale.ts";
import { refuseCrossSite } from "#platform/http/security.ts";
import { visitorOf } from "#platform/http/visitor-cookie.ts";
import { portalActor } from "#record/portal/portal-actor.ts";
import { staffActor } from "#record/staff/staff-actor.ts";

/** Who asks, in which language, with which idempotency key. A staff session wins in the console, a portal session in the portal. */
export function contextOf(app: App): (request: FastifyRequest) => Promise<Context> {
  return async (request) => {
    refuseCrossSite(request);
    const key = request.headers["idempotency-key"];
    return {
      app,
      actor: await actorOf(app, request),
      now: app.clock.now(),
      locale: askedLocale(request.headers),
      requestId: request.id,
      idempotency:
        typeof key === "string" && key.length >= 8 && key.length <= 200 ? { key, operation: "", inputHash: "" } : undefined,
      origin: { ip: request.ip, userAgent: (request.headers["user-agent"] ?? "").slice(0, 300) },
    };
  };
}

async function actorOf(app: App, request: FastifyRequest): Promise<Actor> {
  const fromPortal = request.headers["x-throughline-app"] === "portal";
  const finders = fromPortal ? [portalActor, staffActor] : [staffActor, portalActor];
  for (const find of finders) {
    const actor = await find(app, request);
    if (actor) return actor;
  }
  return { kind: "visitor", id: visitorOf(request) ?? "anonymous" };
}
