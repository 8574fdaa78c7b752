import type { Context } from "#platform/context.ts";
import { json } from "#platform/database.ts";
import { write } from "#platform/write.ts";
import { purposeNamed, type Words } from "./purposes.ts";

/** Publishes a new wording. Consents given keep the version they were given to: nobody agreed to the new words yet. */
export const publishText = (ctx: Context, input: { purpose: string; en: string; fr: string }) =>
  write(ctx, async (tx) => {
    const purpose = await purposeNamed(tx, input.purpose);
    const version = (Number(purpose.textVersion || "0") + 1).toString();
    await tx
      .insertInto("consent_texts")
      .values({
        purpose: purpose.key,
        version,
        text: json({ en: input.en, fr: input.fr }),
        published_at: ctx.now,
        published_by: ctx.actor.id,
      })
      .execute();
    return { version };
  });

/** Adds a purpose or changes how it is described. A purpose is switched off, never removed: the ledger speaks of it. */
export const savePurpose = (
  ctx: Context,
  input: {
    purpose: string;
    name: Words;
    description: Words;
    channel: string;
    basis: string;
    doubleOptIn: boolean;
    active: boolean;
  },
) =>
  write(ctx, async (tx) => {
    const columns = {
      name: json(input.name),
      description: json(input.description),
      channel: input.channel,
      basis: input.basis,
      double_opt_in: input.doubleOptIn,
      active: input.active,
    };
    const last = await tx
      .selectFrom("consent_purposes")
      .select("position")
      .orderBy("position", "desc")
      .limit(1)
      .executeTakeFirst();
    await tx
      .insertInto("consent_purposes")
      .values({ key: input.purpose, position: (last?.position ?? 0) + 1, ...columns })
      .onConflict((conflict) => conflict.column("key").doUpdateSet(columns))
      .execute();
    return { purpose: input.purpose };
  });
