import { OpenAPIGenerator } from "@orpc/openapi";
import { ZodToJsonSchemaConverter } from "@orpc/zod/zod4";
import type { AnyContractRouter } from "@orpc/contract";
import type { OperationMeta } from "../contract.ts";

const problemSchema = {
  type: "object" as const,
  required: ["type", "title", "status", "code", "detail", "requestId"],
  properties: {
    type: { type: "string" as const },
    title: { type: "string" as const },
    status: { type: "integer" as const },
    code: { type: "string" as const, description: "Stable: switch on this." },
    detail: { type: "string" as const, description: "What to do, in the caller's language." },
    requestId: { type: "string" as const },
    errors: {
      type: "array" as const,
      items: { type: "object" as const, properties: { path: { type: "string" as const }, message: { type: "string" as const } } },
    },
  },
};
const problem = (description: string) => ({ description, content: { "application/problem+json": { schema: problemSchema } } });

/** The OpenAPI 3.1 document of every operation, made from the contracts. */
export async function openApiDocument(contract: AnyContractRouter, publicUrl: string): Promise<unknown> {
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] });
  const document = await generator.generate(contract, {
    info: {
      title: "Throughline API",
      version: "1",
      description:
        "Every operation of the console and the portal. Money is whole minor units as strings of digits; errors are problem+json with a stable code; writes take an Idempotency-Key header.",
    },
    servers: [{ url: `${publicUrl}/api` }],
    components: {
      securitySchemes: {
        session: { type: "apiKey", in: "cookie", name: "throughline.session_token" },
        apiKey: { type: "apiKey", in: "header", name: "x-api-key" },
      },
    },
    filter: ({ contract: procedure }) => {
      const meta = procedure["~orpc"].meta as unknown as OperationMeta;
      return meta.audience !== undefined;
    },
  });
  for (const operations of Object.values(document.paths ?? {})) {
    for (const operation of Object.values(operations ?? {})) {
      if (operation === null || typeof operation !== "object" || !("responses" in operation)) continue;
      Object.assign(operation.responses as object, {
        "400": problem("The input is not valid."),
        "401": problem("Sign in first."),
        "403": problem("Not allowed."),
        "404": problem("Not there, or not yours."),
        "409": problem("The state of the record does not allow it."),
      });
    }
  }
  return document;
}
