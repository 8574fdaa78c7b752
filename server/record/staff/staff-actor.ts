import type { FastifyRequest } from "fastify";
import type { Actor, App } from "#platform/context.ts";

/** The signed-in staff member behind a request (session cookie or API key), if any. */
export async function staffActor(_app: App, _request: FastifyRequest): Promise<Actor | undefined> {
  return undefined;
}
