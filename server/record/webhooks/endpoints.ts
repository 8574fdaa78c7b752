import { lookup } from "node:dns/promises";
import type { Context } from "#platform/context.ts";
import type { Tx } from "#platform/database.ts";
import { found, refuse, refuseUnless } from "#platform/errors.ts";
import { newId } from "#platform/ids.ts";
import { newWebhookSecret } from "#platform/standard-webhooks.ts";
import { write } from "#platform/write.ts";
import { isEventType } from "#events/catalog.ts";
import { isPrivateAddress } from "./private-address.ts";
import { resume } from "./replay.ts";
import { sealSecret } from "./secrets.ts";

const oldSecretMs = 86_400_000;

/** Adds an endpoint. Its secret is in this answer only; what is kept is sealed. */
export async function createWebhook(ctx: Context, input: { name: string; url: string; types: string[] }) {
  await checkTarget(ctx, input.url);
  checkTypes(input.types);
  const secret = newWebhookSecret();
  return write(
    ctx,
    async (tx) => {
      const id = newId();
      // Made in real time: it hears of what is recorded from now on.
      await tx
        .insertInto("webhook_endpoints")
        .values({
          id,
          name: input.name,
          url: input.url,
          types: input.types,
          secret: sealSecret(ctx.app, secret),
          created_by: ctx.actor.id,
          created_at: new Date(),
        })
        .execute();
      return { id, secret };
    },
    { secretAnswer: true },
  );
}

/** Changes an endpoint. Switched on again, it is told what it missed. */
export async function changeWebhook(
  ctx: Context,
  input: {
    webhookId: string;
    name?: string | undefined;
    url?: string | undefined;
    types?: string[] | undefined;
    status?: "active" | "paused" | undefined;
  },
) {
  if (input.url !== undefined) await checkTarget(ctx, input.url);
  if (input.types) checkTypes(input.types);
  return write(ctx, async (tx) => {
    const { webhookId, ...changes } = input;
    const before = await lockEndpoint(tx, webhookId);
    const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
    await tx
      .updateTable("webhook_endpoints")
      .set({ ...given, ...(input.status === "active" ? { status_reason: null, failing_since: null } : {}) })
      .where("id", "=", webhookId)
      .execute();
    if (input.status === "active" && before.status !== "active") await resume(tx, webhookId);
    return { id: webhookId };
  });
}

export const removeWebhook = (ctx: Context, input: { webhookId: string }) =>
  write(ctx, async (tx) => {
    await lockEndpoint(tx, input.webhookId);
    await tx
      .updateTable("webhook_endpoints")
      .set({ removed_at: new Date(), status: "disabled" })
      .where("id", "=", input.webhookId)
      .execute();
    return { id: input.webhookId };
  });

/** A new secret; for a day both sign, so that a receiver can change over without missing anything. */
export const rotateSecret = (ctx: Context, input: { webhookId: string }) =>
  write(
    ctx,
    async (tx) => {
      const row = await lockEndpoint(tx, input.webhookId);
      const secret = newWebhookSecret();
      await tx
        .updateTable("webhook_endpoints")
        .set({
          secret: sealSecret(ctx.app, secret),
          old_secret: row.secret,
          old_secret_until: new Date(Date.now() + oldSecretMs),
        })
        .where("id", "=", row.id)
        .execute();
      return { id: row.id, secret };
    },
    { secretAnswer: true },
  );

async function lockEndpoint(tx: Tx, webhookId: string) {
  return found(
    await tx
      .selectFrom("webhook_endpoints")
      .selectAll()
      .where("id", "=", webhookId)
      .where("removed_at", "is", null)
      .forUpdate()
      .executeTakeFirst(),
    "webhook",
    webhookId,
  );
}

/** Only the open internet, by TLS; a demo may talk to itself. */
async function checkTarget(ctx: Context, url: string): Promise<void> {
  if (ctx.app.config.demo) return;
  const { protocol, hostname } = new URL(url);
  refuseUnless(protocol === "https:", "webhook.not_https");
  const { address } = await lookup(hostname.replace(/^\[|\]$/g, "")).catch(() =>
    refuse("webhook.unknown_host", { host: hostname }),
  );
  refuseUnless(!isPrivateAddress(address), "webhook.private_address", { host: hostname });
}

function checkTypes(types: readonly string[]): void {
  for (const type of types) refuseUnless(type.endsWith(".*") || isEventType(type), "webhook.unknown_event", { type });
}
