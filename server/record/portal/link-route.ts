import { Refusal } from "#platform/errors.ts";
import type { RawRoutes } from "#platform/http/raw-routes.ts";
import { cookieSetter } from "#platform/http/cookies.ts";
import { visitorOf } from "#platform/http/visitor-cookie.ts";
import { openLink } from "./open-link.ts";

/** A click on a link in a message: in, and on to the page it promises. A link that no longer works leads to where a new one is asked for. */
export const linkRoute: RawRoutes = (server, app, contextOf) => {
  // A wildcard, because a named part of a path may only be 100 characters long.
  server.get<{ Params: { "*": string } }>("/p/l/*", async (request, reply) => {
    const ctx = { ...(await contextOf(request)), setCookie: cookieSetter(app, reply) };
    void reply.header("cache-control", "no-store").header("referrer-policy", "no-referrer");
    try {
      const { path } = await openLink(ctx, { token: request.params["*"], visitorId: visitorOf(request) });
      return await reply.redirect(path, 303);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return reply.redirect(`/portal/sign-in?reason=${encodeURIComponent(error.code)}`, 303);
    }
  });
};
