import { append } from "#events/append.ts";
import type { Context } from "#platform/context.ts";
import { write } from "#platform/write.ts";
import { defaultLegalEntity } from "#record/organisation/legal-entity.ts";
import { dateOf, localText } from "#back-office/subscriptions/engine/local-time.ts";

const batch = 500;

/** Invoices still open after their due day: said once each. */
export async function markOverdue(ctx: Context): Promise<void> {
  const entity = await defaultLegalEntity(ctx);
  const today = dateOf(localText(ctx.now.getTime(), entity.time_zone));
  const late = await ctx.app.db
    .selectFrom("invoice_list")
    .select("id")
    .where("kind", "=", "invoice")
    .where("due_on", "<", today)
    .where("overdue_at", "is", null)
    .where("open_minor", ">", 0n)
    .where("status", "<>", "disputed")
    .limit(batch)
    .execute();
  for (const { id } of late) {
    await write(ctx, async (tx) => {
      const first = await tx
        .updateTable("invoice_follow_ups")
        .set({ overdue_at: ctx.now })
        .where("invoice_id", "=", id!)
        .where("overdue_at", "is", null)
        .returning("invoice_id")
        .executeTakeFirst();
      if (!first) return;
      const row = await tx.selectFrom("invoice_list").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
      await append(tx, ctx, "invoice.overdue", {
        subjectId: row.id!,
        customerId: row.customer_id,
        contactId: row.contact_id,
        data: { number: row.number!, dueOn: row.due_on!, openMinor: row.open_minor!, currency: row.currency! },
      });
    });
  }
}
