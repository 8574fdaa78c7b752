import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";

/** Serves the built web: hashed assets for ever, and the page of the console or the portal with its nonce for everything else. */
export async function serveWeb(server: FastifyInstance, directory: string): Promise<void> {
  if (!existsSync(directory)) return; // an API-only process (tests)
  await server.register(fastifyStatic, { root: join(directory, "assets"), prefix: "/assets/", immutable: true, maxAge: "365d" });
  const consolePage = readPage(join(directory, "console.html"));
  const portalPage = readPage(join(directory, "portal.html"));
  const send = (text: () => string) => async (request: FastifyRequest, reply: FastifyReply) =>
    reply
      .type("text/html; charset=utf-8")
      .header("cache-control", "no-store")
      .send(text().replaceAll("__CSP_NONCE__", request.cspNonce));
  for (const path of ["/portal", "/portal/*", "/p/*", "/shop", "/shop/*"]) server.get(path, send(portalPage));
  server.get("/*", send(consolePage));
}

const readPage = (path: string): (() => string) => {
  const text = readFileSync(path, "utf8");
  return () => text;
};
