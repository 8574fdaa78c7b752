import { Refusal } from "#platform/errors.ts";
import type { RawRoutes } from "#platform/http/raw-routes.ts";
import { preferencesLink, readPreference } from "./consent-links.ts";
import { withdrawConsent } from "./withdraw-consent.ts";

/**
 * One-click unsubscribe (RFC 8058): the mail program posts "List-Unsubscribe=One-Click" without cookies and without a
 * page. A GET only leads to the preferences: scanners follow links, and must not unsubscribe anyone.
 */
export const unsubscribeRoute: RawRoutes = (server, app, contextOf) => {
  void server.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser("*", { parseAs: "string", bodyLimit: 4_096 }, (_request, body, done) => done(null, body));
    scope.get<{ Params: { "*": string } }>("/u/*", async (request, reply) => {
      const ctx = await contextOf(request);
      void reply.header("referrer-policy", "no-referrer").header("cache-control", "no-store");
      try {
        return await reply.redirect(preferencesLink(app, readPreference(app, request.params["*"], ctx.now), ctx.now), 303);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        return reply.redirect("/p/preferences", 303);
      }
    });
    scope.post<{ Params: { "*": string }; Body: string | undefined }>("/u/*", async (request, reply) => {
      const ctx = await contextOf(request);
      const { contactId, purpose } = readPreference(app, request.params["*"], ctx.now);
      if (!/List-Unsubscribe=One-Click/i.test(request.body ?? "")) throw new Refusal("input.invalid", {});
      await withdrawConsent(
        { ...ctx, actor: { kind: "customer", id: contactId, contactId, customerId: null, level: "link" } },
        { contactId, purpose, reason: "one-click unsubscribe" },
      );
      return reply.code(200).type("text/plain").send("OK");
    });
  });
};
