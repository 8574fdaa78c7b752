import rateLimit from "@fastify/rate-limit";
import type { FastifyInstance } from "fastify";
import { Refusal } from "../errors.ts";
import { askedLocale } from "./asked-locale.ts";
import { toProblem } from "./problem.ts";

/** Per address and minute; sign-in and one-time codes are held much tighter than reading. */
const perMinute = 1_200;
const perMinuteSensitive = 20;
const sensitive = /^\/api\/(auth\/(sign-in|two-factor|forget|reset)|portal\/(codes|sessions))/;

export async function limitRates(server: FastifyInstance, options: { enabled: boolean }): Promise<void> {
  if (!options.enabled) return;
  await server.register(rateLimit, {
    global: true,
    timeWindow: 60_000,
    max: (request) => (sensitive.test(request.url) ? perMinuteSensitive : perMinute),
    keyGenerator: (request) => `${request.ip}:${sensitive.test(request.url) ? "sensitive" : "any"}`,
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
