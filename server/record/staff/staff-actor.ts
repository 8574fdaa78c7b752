import type { FastifyRequest } from "fastify";
import type { Actor, App } from "#platform/context.ts";
import { apiKeyHeader, authOf, cookiePrefix } from "./auth.ts";
import { activeStaff, actorOf } from "./staff-member.ts";

const rememberedMs = 3_000;
const maxRemembered = 5_000;
const remembered = new WeakMap<App, Map<string, { actor: Actor | undefined; until: number }>>();

/**
 * The signed-in staff member behind a request (session cookie or API key), if any. Remembered for three seconds, because
 * asking costs about a millisecond; forgotten at once here, and within that time elsewhere, when access is taken away.
 */
export async function staffActor(app: App, request: FastifyRequest): Promise<Actor | undefined> {
  const key = request.headers[apiKeyHeader];
  const cookie = request.cookies[`${cookiePrefix}.session_token`] ?? request.cookies[`__Secure-${cookiePrefix}.session_token`];
  const proof = typeof key === "string" ? `key:${key}` : cookie && `session:${cookie}`;
  if (!proof || proof.length > 1_000) return undefined;
  const cache = cacheOf(app);
  const known = cache.get(proof);
  if (known && known.until > Date.now()) return known.actor;
  const actor = typeof key === "string" ? await actorOfKey(app, key) : await actorOfSession(app, request.headers.cookie ?? "");
  if (cache.size >= maxRemembered) cache.clear();
  cache.set(proof, { actor, until: Date.now() + rememberedMs });
  return actor;
}

/** Call when someone's access changed: the next request of everyone is checked anew. */
export const forgetStaffActors = (app: App): void => cacheOf(app).clear();

async function actorOfSession(app: App, cookie: string): Promise<Actor | undefined> {
  const session = await authOf(app).api.getSession({ headers: new Headers({ cookie }) });
  const member = session && (await activeStaff(app.db, session.user.id));
  return member ? actorOf(member) : undefined;
}

async function actorOfKey(app: App, key: string): Promise<Actor | undefined> {
  const checked = await authOf(app).api.verifyApiKey({ body: { key } });
  const member = checked.valid && checked.key ? await activeStaff(app.db, checked.key.referenceId) : undefined;
  if (!member) return undefined;
  const { roles } = (checked.key?.metadata ?? {}) as { roles?: string[] };
  return actorOf(member, roles);
}

function cacheOf(app: App): Map<string, { actor: Actor | undefined; until: number }> {
  let cache = remembered.get(app);
  if (!cache) remembered.set(app, (cache = new Map()));
  return cache;
}
