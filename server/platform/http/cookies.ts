import type { FastifyReply } from "fastify";
import type { App, Context } from "../context.ts";

/** Lets a command give the browser a cookie: never readable by scripts, sent along only from our own pages, over TLS where we have it. */
export const cookieSetter =
  (app: App, reply: FastifyReply): NonNullable<Context["setCookie"]> =>
  (name, value, { expires }) =>
    void reply.setCookie(name, value, {
      path: "/",
      httpOnly: true,
      sameSite: "lax",
      secure: app.config.publicUrl.startsWith("https:"),
      expires,
    });
