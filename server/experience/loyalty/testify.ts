import { append } from "#events/append.ts";
import type { Context } from "#platform/context.ts";
import { newId } from "#platform/ids.ts";
import { write } from "#platform/write.ts";
import { me } from "./refer.ts";

/** A customer agrees to be quoted, in words they chose. Saying it again changes the words. */
export const testify = (ctx: Context, input: { quote: string; publicName: string }) =>
  write(ctx, async (tx) => {
    const { contactId, customerId } = me(ctx);
    const id = newId();
    const row = await tx
      .insertInto("testimonials")
      .values({
        id,
        contact_id: contactId,
        customer_id: customerId,
        quote: input.quote,
        public_name: input.publicName,
        granted_at: ctx.now,
      })
      .onConflict((c) =>
        c
          .column("contact_id")
          .doUpdateSet({ quote: input.quote, public_name: input.publicName, granted_at: ctx.now, withdrawn_at: null }),
      )
      .returning("id")
      .executeTakeFirstOrThrow();
    await append(tx, ctx, "testimonial.granted", {
      subjectId: row.id,
      follows: customerId ?? contactId,
      customerId,
      contactId,
      channel: "portal",
      data: { quote: input.quote, publicName: input.publicName },
    });
    return { id: row.id };
  });

export const withdrawTestimonial = (ctx: Context) =>
  write(ctx, async (tx) => {
    const { contactId } = me(ctx);
    const row = await tx
      .updateTable("testimonials")
      .set({ withdrawn_at: ctx.now })
      .where("contact_id", "=", contactId)
      .where("withdrawn_at", "is", null)
      .returning("id")
      .executeTakeFirst();
    return { withdrawn: row !== undefined };
  });
