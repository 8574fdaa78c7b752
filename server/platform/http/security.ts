import { randomBytes } from "node:crypto";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { refuse } from "../errors.ts";

declare module "fastify" {
  interface FastifyRequest {
    cspNonce: string;
  }
}

/** The headers of every answer: a strict content policy with a nonce per page, no sniffing, no framing except where a page allows it. */
export function secure(server: FastifyInstance): void {
  server.decorateRequest("cspNonce", "");
  server.addHook("onRequest", async (request) => {
    request.cspNonce = randomBytes(16).toString("base64");
  });
  server.addHook("onSend", async (request, reply, payload) => {
    const nonce = request.cspNonce;
    void reply.headers({
      "content-security-policy": `default-src 'self'; script-src 'self' 'nonce-${nonce}'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`,
      "x-content-type-options": "nosniff",
      "referrer-policy": "strict-origin-when-cross-origin",
      "cross-origin-opener-policy": "same-origin",
      "permissions-policy": "camera=(self), geolocation=(self), microphone=()",
    });
    if (reply.statusCode >= 400 && String(reply.getHeader("content-type") ?? "").startsWith("application/json"))
      void reply.header("content-type", "application/problem+json");
    return payload;
  });
}

const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Stops forged requests: a browser names where a request comes from (Sec-Fetch-Site, Origin); a write that rides on a
 * cookie must come from our own pages. Programs that send no such header and no cookie are not concerned.
 */
export function refuseCrossSite(request: FastifyRequest): void {
  if (safeMethods.has(request.method) || !request.headers.cookie) return;
  const site = request.headers["sec-fetch-site"];
  if (site !== undefined && site !== "same-origin" && site !== "none") refuse("auth.cross_site");
  const origin = request.headers.origin;
  if (origin !== undefined && origin !== "null" && new URL(origin).host !== request.headers.host) refuse("auth.cross_site");
  if (origin === "null") refuse("auth.cross_site");
}
