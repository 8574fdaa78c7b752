import type { FastifyRequest } from "fastify";
import type { Actor, App } from "#platform/context.ts";

/** The portal customer behind a request (portal session cookie), if any. */
export async function portalActor(_app: App, _request: FastifyRequest): Promise<Actor | undefined> {
  return undefined;
}
