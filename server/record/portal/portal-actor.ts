import type { FastifyRequest } from "fastify";
import type { Actor, App } from "#platform/context.ts";
import { portalCookie, tokenHash } from "./portal-session.ts";

/** The portal customer behind a request (portal session cookie), if any. */
export async function portalActor(app: App, request: FastifyRequest): Promise<Actor | undefined> {
  const token = request.cookies[portalCookie];
  if (!token || token.length > 100) return undefined;
  const session = await app.db
    .selectFrom("portal_visitors")
    .selectAll()
    .where("token_hash", "=", tokenHash(token))
    .where("expires_at", ">", new Date())
    .executeTakeFirst();
  if (!session) return undefined;
  const level = session.full_until && session.full_until > new Date() ? "full" : "link";
  return { kind: "customer", id: session.contact_id!, contactId: session.contact_id!, customerId: session.customer_id, level };
}
