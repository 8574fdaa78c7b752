import rateLimit from "@fastify/rate-limit";
import type { FastifyInstance } from "fastify";
import { Refusal } from "../errors.ts";
import { askedLocale } from "./asked-locale.ts";
import { toProblem } from "./problem.ts";

/** Per address and minute; sign-in and one-time codes, and what strangers may begin, are held much tighter than reading. */
const perMinute = 1_200;
const perMinuteSensitive = 20;
const perMinuteStranger = 30;
const sensitive = /^\/api\/(auth\/(sign-in|two-factor|forget|reset)|portal\/(codes|sessions))/;
/** Each may write to an address that someone only typed: nobody is to flood mailboxes through us. */
const strangers = /^\/api\/public\/(chats|forms\/[^/?]+\/submissions)\/?(\?|$)/;

const limits = { sensitive: perMinuteSensitive, stranger: perMinuteStranger, any: perMinute };
const kindOf = (request: { method: string; url: string }): keyof typeof limits =>
  sensitive.test(request.url) ? "sensitive" : request.method === "POST" && strangers.test(request.url) ? "stranger" : "any";

export async function limitRates(server: FastifyInstance, options: { enabled: boolean }): Promise<void> {
  if (!options.enabled) return;
  await server.register(rateLimit, {
    global: true,
    timeWindow: 60_000,
    max: (request) => limits[kindOf(request)],
    keyGenerator: (request) => `${request.ip}:${kindOf(request)}`,
    allowList: (request) => request.url.startsWith("/assets/") || request.url.startsWith("/health/"),
    errorResponseBuilder: (request, context) => {
      const problem = toProblem(
        new Refusal("rate.limited", { seconds: Math.ceil(context.ttl / 1000) }),
        askedLocale(request.headers),
        request.id,
      );
      return Object.assign(new Error(problem.detail), { statusCode: 429, problem });
    },
  });
}
