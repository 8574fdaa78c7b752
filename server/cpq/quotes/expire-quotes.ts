import { append } from "#events/append.ts";
import type { Context } from "#platform/context.ts";
import { write } from "#platform/write.ts";
import { today } from "./today.ts";

/** Offers past their day are offers no more. A revision brings them back. */
export const expireQuotes = (ctx: Context): Promise<void> =>
  write(ctx, async (tx) => {
    const past = await tx
      .selectFrom("quotes")
      .select(["id", "number", "customer_id", "contact_id"])
      .where("status", "=", "sent")
      .where("valid_until", "<", await today({ ...ctx, tx }))
      .orderBy("valid_until")
      .limit(500)
      .forUpdate()
      .skipLocked()
      .execute();
    for (const quote of past) {
      await tx.updateTable("quotes").set({ status: "expired", updated_at: ctx.now }).where("id", "=", quote.id).execute();
      await append(tx, ctx, "quote.expired", {
        subjectId: quote.id,
        customerId: quote.customer_id,
        contactId: quote.contact_id,
        data: { number: quote.number },
      });
    }
  });
