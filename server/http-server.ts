import { join } from "node:path";
import cookie from "@fastify/cookie";
import scalar from "@scalar/fastify-api-reference";
import Fastify, { type FastifyInstance } from "fastify";
import type { IncomingHttpHeaders } from "node:http";
import type pg from "pg";
import type { Module } from "#events/define-module.ts";
import { liveHints } from "#events/live-hints.ts";
import type { App } from "#platform/context.ts";
import { Refusal } from "#platform/errors.ts";
import { textLimitBytes } from "#platform/http/body.ts";
import { serveHealth } from "#platform/http/health.ts";
import { serveLive } from "#platform/http/live.ts";
import { openApiDocument } from "#platform/http/openapi.ts";
import { serveOperations } from "#platform/http/operations.ts";
import { toProblem } from "#platform/http/problem.ts";
import { limitRates } from "#platform/http/rate-limit.ts";
import { requestIdOf } from "#platform/http/request-id.ts";
import { secure } from "#platform/http/security.ts";
import { tellClock } from "#platform/http/tell-clock.ts";
import { serveWeb } from "#platform/http/static.ts";
import { askedLocale } from "#platform/http/asked-locale.ts";
import { contract } from "./contract.ts";
import { routerOf } from "./register.ts";
import { contextOf } from "./request-context.ts";

/** The web server: security, health, the API with its document and reference page, live hints, raw addresses, pages. */
export async function buildHttpServer(
  app: App,
  modules: readonly Module[],
  listenConfig: pg.ClientConfig,
  options: { rateLimits: boolean } = { rateLimits: true },
): Promise<FastifyInstance> {
  const server = Fastify({
    bodyLimit: textLimitBytes,
    trustProxy: "loopback",
    genReqId: (request) => requestIdOf(request.headers["x-request-id"]),
    logger: false,
  });
  server.setErrorHandler(async (error: Error & { statusCode?: number; problem?: unknown }, request, reply) => {
    const known = error.problem ?? problemOf(error, request);
    const status = (known as { status: number }).status;
    if (status === 413) void reply.header("connection", "close"); // the rest of the body is not read
    if (status >= 500) app.log.error({ err: error, requestId: request.id, url: request.url }, "request failed");
    await reply.code(status).type("application/problem+json").send(known);
  });
  endIdleConnections(server);
  await server.register(cookie);
  secure(server);
  tellClock(server, app);
  await limitRates(server, { enabled: options.rateLimits });
  serveHealth(server, app);
  const context = contextOf(app);
  for (const module of modules) module.raw?.(server, app, context);
  const document = await openApiDocument(contract, app.config.publicUrl);
  server.get("/api/openapi.json", async (_request, reply) => reply.type("application/json").send(document));
  await server.register(scalar, {
    routePrefix: "/api/reference",
    configuration: { url: "/api/openapi.json", title: "Throughline API" },
  });
  const live = serveLive(server, app, listenConfig, liveHints(app), context);
  server.addHook("onClose", () => live.close());
  serveOperations(server, app, routerOf(modules), context);
  await serveWeb(server, join(import.meta.dirname, "../dist/web"));
  return server;
}

/** While stopping: a connection whose last answer ends after the stop began would otherwise be waited for, for more than a minute. */
function endIdleConnections(server: FastifyInstance): void {
  server.addHook("preClose", async () => {
    const timer = setInterval(() => server.server.closeIdleConnections(), 200);
    server.server.once("close", () => clearInterval(timer));
    timer.unref();
  });
}

function problemOf(error: Error & { statusCode?: number }, request: { id: string; headers: IncomingHttpHeaders }) {
  const locale = askedLocale(request.headers);
  if (error.statusCode === 413)
    return toProblem(new Refusal("input.too_large", { limitBytes: textLimitBytes }), locale, request.id);
  if (error.statusCode !== undefined && error.statusCode < 500)
    return toProblem(new Refusal("input.invalid", {}), locale, request.id);
  return toProblem(error, locale, request.id);
}
