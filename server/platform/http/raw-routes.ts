import type { FastifyInstance, FastifyRequest } from "fastify";
import type { App, Context } from "../context.ts";

/** Mounts addresses that are no operations of the API. `contextOf` tells who asks. */
export type RawRoutes = (server: FastifyInstance, app: App, contextOf: (request: FastifyRequest) => Promise<Context>) => void;
