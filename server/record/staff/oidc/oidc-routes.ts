import type { FastifyInstance } from "fastify";
import { z } from "zod";
import type { App } from "#platform/context.ts";
import type { RawRoutes } from "#platform/http/raw-routes.ts";
import { refuse } from "#platform/errors.ts";
import { send, webRequest } from "../sign-in-answers.ts";
import { oidcAuthOf, providerId } from "./oidc-auth.ts";
import { sayWhyNot } from "./why-not.ts";

const asked = z.object({ next: z.string().max(2_000).optional() });
const startPath = "/api/auth/sign-in/oidc";

/**
 * The two doors of single sign-on: one answers with the provider's address to go to, the other takes people back from there.
 * Only where to return to is taken from the page; scopes, provider and tokens are never.
 */
export function serveOidc(scope: FastifyInstance, app: App, contextOf: Parameters<RawRoutes>[2]): void {
  scope.post(startPath, async (request, reply) => {
    const { locale } = await contextOf(request);
    const auth = await oidcAuthOf(app);
    const next = nextOf(request.body);
    const back = next === "/" ? "" : `?${new URLSearchParams({ next })}`;
    const body = { provider: providerId, callbackURL: next, errorCallbackURL: `/sign-in${back}`, disableRedirect: true };
    const answer = await auth.handler(webRequest(app, request, { path: "/api/auth/sign-in/social", body: JSON.stringify(body) }));
    await send(reply, answer, locale, request.id);
  });
  scope.get(`/api/auth/callback/${providerId}`, async (request, reply) => {
    const { locale } = await contextOf(request);
    const auth = await oidcAuthOf(app);
    await send(reply, sayWhyNot(app, await auth.handler(webRequest(app, request))), locale, request.id);
  });
}

/** Where to go afterwards: a path of this site, nothing else. */
function nextOf(body: unknown): string {
  let written: unknown;
  try {
    written = JSON.parse((body as string | undefined) || "{}");
  } catch {
    refuse("input.invalid");
  }
  const read = asked.safeParse(written);
  if (!read.success) refuse("input.invalid");
  const { next } = read.data;
  return next && /^\/(?![/\\])/.test(next) ? next : "/";
}
