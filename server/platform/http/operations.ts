import { createHash } from "node:crypto";
import { SmartCoercionPlugin } from "@orpc/json-schema";
import { OpenAPIHandler } from "@orpc/openapi/fastify";
import { ORPCError } from "@orpc/server";
import { ZodToJsonSchemaConverter } from "@orpc/zod/zod4";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { App, Context } from "../context.ts";
import type { OperationMeta } from "../contract.ts";
import { Refusal } from "../errors.ts";
import { recordAudit } from "./audit.ts";
import { authorise } from "./authorise.ts";
import { parseBodies } from "./body.ts";
import { cookieSetter } from "./cookies.ts";
import { toProblem } from "./problem.ts";

const writeMethods = new Set(["POST", "PUT", "PATCH", "DELETE"]);

/** Serves every operation of the contract under /api: authorised, then validated, run, audited; errors become problem+json. */
export function serveOperations(
  server: FastifyInstance,
  app: App,
  router: unknown,
  contextOf: (request: FastifyRequest) => Promise<Context>,
): void {
  const handler = new OpenAPIHandler<Context>(router as never, {
    plugins: [new SmartCoercionPlugin({ schemaConverters: [new ZodToJsonSchemaConverter()] })],
    customErrorResponseBodyEncoder: (error) =>
      (error.data as { problem?: unknown } | undefined)?.problem ?? toProblem(error, "en", ""),
    clientInterceptors: [
      async ({ context, procedure, path, input, next }) => {
        const { meta, route } = procedure["~orpc"];
        const operation = path.join(".");
        const asksOnly = (meta as unknown as { writes?: false }).writes === false;
        const isWrite = writeMethods.has(route.method ?? "POST") && !asksOnly;
        try {
          authorise(context, meta as unknown as OperationMeta);
          const asked =
            isWrite && context.idempotency
              ? { ...context, idempotency: { ...context.idempotency, operation, inputHash: hashOf(input) } }
              : { ...context, idempotency: undefined };
          const output = await next({ context: asked, input, procedure, path } as never);
          if (isWrite) recordAudit(app, context, operation, input, "done");
          return output;
        } catch (error) {
          const problem = toProblem(error, context.locale, context.requestId);
          if (problem.status >= 500)
            app.log.error(
              { err: error instanceof ORPCError ? (error.cause ?? error) : error, operation, requestId: context.requestId },
              "operation failed",
            );
          if (isWrite) recordAudit(app, context, operation, input, problem.code);
          throw new ORPCError(problem.code, { status: problem.status, message: problem.detail, data: { problem }, cause: error });
        }
      },
    ],
  });
  parseBodies(server);
  server.all("/api/*", async (request: FastifyRequest, reply: FastifyReply) => {
    const context = { ...(await contextOf(request)), setCookie: cookieSetter(app, reply) };
    const { matched } = await handler.handle(request, reply, { prefix: "/api", context });
    if (!matched) {
      const problem = toProblem(
        new Refusal("not_found", { thing: `${request.method} ${request.url.split("?")[0]}`, id: "" }),
        context.locale,
        context.requestId,
      );
      await reply.code(404).type("application/problem+json").send(problem);
    }
  });
}

const hashOf = (input: unknown): string =>
  createHash("sha256")
    .update(JSON.stringify(input, (_key, part: unknown) => (typeof part === "bigint" ? part.toString() : part)) ?? "")
    .digest("hex");
