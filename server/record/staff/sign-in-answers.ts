import type { FastifyReply, FastifyRequest } from "fastify";
import type { App } from "#platform/context.ts";
import { Refusal } from "#platform/errors.ts";
import { toProblem } from "#platform/http/problem.ts";

/** What the library says, as our refusals: stable codes, in the person's language. */
const codes: Record<string, string> = {
  INVALID_EMAIL_OR_PASSWORD: "auth.wrong_password",
  INVALID_EMAIL: "auth.wrong_password",
  INVALID_PASSWORD: "auth.wrong_password",
  PASSWORD_TOO_SHORT: "auth.weak_password",
  PASSWORD_TOO_LONG: "auth.weak_password",
  INVALID_CODE: "auth.wrong_code",
  INVALID_BACKUP_CODE: "auth.wrong_code",
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: "auth.too_many_codes",
  ACCOUNT_TEMPORARILY_LOCKED: "auth.too_many_codes",
  INVALID_TWO_FACTOR_COOKIE: "auth.sign_in",
  TWO_FACTOR_NOT_ENABLED: "auth.no_second_factor",
  TOTP_NOT_ENABLED: "auth.no_second_factor",
  ACCESS_ENDED: "auth.access_ended",
  SESSION_EXPIRED: "auth.sign_in",
  SESSION_NOT_FRESH: "auth.sign_in",
  UNAUTHORIZED: "auth.sign_in",
};

/** A request as the sign-in library reads it; `instead` puts another of its doors and what we say there in its place. */
export function webRequest(app: App, request: FastifyRequest, instead?: { path: string; body: string }): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers))
    if (typeof value === "string" && name !== "content-length") headers.set(name, value);
  headers.set("x-throughline-ip", request.ip);
  const scheme = app.config.publicUrl.startsWith("https:") ? "https" : request.protocol;
  const url = new URL(instead?.path ?? request.url, `${scheme}://${request.headers.host ?? new URL(app.config.publicUrl).host}`);
  // Browsers name the origin of every write; a program that sends none carries no one else's cookies.
  if (!headers.has("origin")) headers.set("origin", url.origin);
  if (instead) headers.set("content-type", "application/json");
  const hasBody = request.method !== "GET" && request.method !== "HEAD";
  return new Request(url, {
    method: request.method,
    headers,
    ...(hasBody ? { body: instead?.body ?? ((request.body as string | undefined) || "{}") } : {}),
  });
}

/** The library's answer as ours: its cookies, and its refusals in the person's language. */
export async function send(reply: FastifyReply, answer: Response, locale: "en" | "fr", requestId: string): Promise<void> {
  for (const cookie of answer.headers.getSetCookie()) void reply.header("set-cookie", cookie);
  const location = answer.headers.get("location");
  if (location) void reply.header("location", location);
  void reply.header("cache-control", "no-store").code(answer.status);
  const text = await answer.text();
  if (answer.status < 400) {
    await reply.type("application/json; charset=utf-8").send(text);
    return;
  }
  const said = (text ? JSON.parse(text) : {}) as { code?: string; message?: string };
  const code = codes[said.code ?? ""] ?? (answer.status === 401 ? "auth.sign_in" : "input.invalid");
  const problem = toProblem(new Refusal(code, {}), locale, requestId);
  await reply
    .code(problem.status)
    .type("application/problem+json")
    .send({
      ...problem,
      ...(code === "input.invalid" ? { errors: [{ path: "", message: said.message ?? said.code ?? "" }] } : {}),
    });
}
