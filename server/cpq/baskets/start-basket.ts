import { randomBytes } from "node:crypto";
import { append } from "#events/append.ts";
import { guideOf } from "#cpq/configuration/guide.ts";
import type { Context } from "#platform/context.ts";
import { newId } from "#platform/ids.ts";
import { write } from "#platform/write.ts";
import { hashKey, openBasket, stateOf } from "./basket.ts";

/** Starts a basket on a guide. A visitor we know is recognised; nobody has to say who they are yet. */
export const startBasket = (ctx: Context, input: { guide: string; visitorId?: string | undefined; locale: "en" | "fr" }) =>
  write(ctx, async (tx) => {
    const inner = { ...ctx, tx };
    const guide = await guideOf(inner, { slug: input.guide });
    const owner = input.visitorId
      ? await tx
          .selectFrom("identifiers")
          .select(["contact_id", "customer_id"])
          .where("kind", "=", "visitor")
          .where("value_norm", "=", input.visitorId)
          .executeTakeFirst()
      : undefined;
    const id = newId();
    const key = randomBytes(24).toString("base64url");
    const row = await tx
      .insertInto("baskets")
      .values({
        id,
        key_hash: hashKey(key),
        guide_id: guide.id,
        status: "open",
        visitor_id: input.visitorId ?? null,
        contact_id: owner?.contact_id ?? null,
        customer_id: owner?.customer_id ?? null,
        locale: input.locale,
        created_at: ctx.now,
        updated_at: ctx.now,
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    await append(tx, ctx, "basket.started", {
      subjectId: id,
      follows: input.visitorId,
      contactId: owner?.contact_id,
      customerId: owner?.customer_id,
      channel: "web",
      data: { guide: guide.slug, ...(input.visitorId && { visitorId: input.visitorId }) },
    });
    return { ...(await stateOf(inner, await openBasket(inner, row))), key };
  });
