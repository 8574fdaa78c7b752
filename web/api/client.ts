/**
 * The typed door to the server. `client.quotes.get({ quoteId })` calls it; `api.quotes.get.queryOptions({ input })`
 * and `api.quotes.send.mutationOptions()` feed TanStack Query. Types come from the contract: nothing is generated.
 */
import { createORPCClient } from "@orpc/client";
import type { ContractRouterClient } from "@orpc/contract";
import type { JsonifiedClient } from "@orpc/openapi-client";
import { OpenAPILink } from "@orpc/openapi-client/fetch";
import { createTanstackQueryUtils } from "@orpc/tanstack-query";
import routes from "virtual:contract-routes";
import type { contract } from "#server/contract.ts";
import { send } from "./send.ts";

/** Per-call context: pass the same key again when a person presses the same button twice. */
export interface CallContext {
  idempotencyKey?: string;
}

const link = new OpenAPILink<CallContext>(routes, {
  url: () => `${location.origin}/api`,
  headers: ({ context }) => (context.idempotencyKey ? { "idempotency-key": context.idempotencyKey } : {}),
  fetch: (request, init) => send(request, init),
});

export const client: JsonifiedClient<ContractRouterClient<typeof contract, CallContext>> = createORPCClient(link);

export const api = createTanstackQueryUtils(client);
