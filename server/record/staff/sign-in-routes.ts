import { Refusal } from "#platform/errors.ts";
import type { RawRoutes } from "#platform/http/raw-routes.ts";
import { authOf } from "./auth.ts";
import { serveOidc } from "./oidc/oidc-routes.ts";
import { send, webRequest } from "./sign-in-answers.ts";
import { forgetStaffActors } from "./staff-actor.ts";

const maxBodyBytes = 16_384;

/** Of all the sign-in library can do, what people need here. Everything else is an operation of ours, audited like the others. */
const doors =
  /^\/api\/auth\/(get-session|sign-in\/email|sign-out|change-password|list-sessions|revoke-(session|other-sessions)|two-factor\/(enable|disable|verify-totp|verify-backup-code|generate-backup-codes))$/;

/** Mounts sign-in (single sign-on too), sign-out and the second factor under /api/auth. */
export const signInRoutes: RawRoutes = (server, app, contextOf) => {
  void server.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser("*", { parseAs: "string", bodyLimit: maxBodyBytes }, (_request, body, done) => done(null, body));
    serveOidc(scope, app, contextOf);
    scope.all("/api/auth/*", async (request, reply) => {
      const { locale } = await contextOf(request); // refuses requests from other sites
      const path = request.url.split("?")[0]!;
      if (!doors.test(path)) throw new Refusal("not_found", { thing: path, id: "" });
      const answer = await authOf(app).handler(webRequest(app, request));
      if (request.method !== "GET") forgetStaffActors(app);
      await send(reply, answer, locale, request.id);
    });
  });
};
