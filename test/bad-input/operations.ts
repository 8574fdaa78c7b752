import type { AnyContractProcedure } from "@orpc/contract";
import type { z } from "zod";
import type { OperationMeta } from "#platform/contract.ts";
import { contract } from "#server/contract.ts";

export interface WriteOperation {
  /** "quotes.send" */
  name: string;
  method: "POST" | "PUT" | "PATCH" | "DELETE";
  /** "/quotes/{quoteId}/sending" */
  path: string;
  meta: OperationMeta;
  input: z.ZodType | undefined;
}

/** Every operation of the API that may change something, in the order of the contract. */
export const writeOperations: readonly WriteOperation[] = Object.entries(contract).flatMap(([module, operations]) =>
  Object.entries(operations as Record<string, AnyContractProcedure>).flatMap(([name, procedure]) => {
    const { meta, route, inputSchema } = procedure["~orpc"];
    const method = route.method ?? "POST";
    if (method === "GET" || method === "HEAD" || !route.path) return [];
    return [
      {
        name: `${module}.${name}`,
        method,
        path: route.path,
        meta: meta as unknown as OperationMeta,
        input: inputSchema as never,
      },
    ];
  }),
);

/** The input split as it travels: fields of the path into the address, the others into the body. */
export function addressed(operation: WriteOperation, input: Record<string, unknown>): { path: string; body: unknown } {
  const rest = { ...input };
  const path = operation.path.replace(/\{\+?(\w+)\}/g, (_, field: string) => {
    const value = rest[field];
    delete rest[field];
    return encodeURIComponent(typeof value === "string" ? value : JSON.stringify(value ?? "missing"));
  });
  return { path, body: rest };
}
