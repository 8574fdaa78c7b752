import { append } from "#events/append.ts";
import type { Context } from "#platform/context.ts";
import { formatDate, formatMoney } from "#platform/i18n/format.ts";
import type { Locale } from "#platform/i18n/locale.ts";
import { newId } from "#platform/ids.ts";
import { write } from "#platform/write.ts";
import { billingContact } from "#back-office/invoices/billing-contact.ts";
import { daysBetween, localText } from "#back-office/subscriptions/engine/local-time.ts";
import { sendLater } from "#record/messaging/send-message.ts";
import { defaultLegalEntity } from "#record/organisation/legal-entity.ts";
import { signedLink } from "#record/portal/signed-link.ts";

/** Days after the due day at which each reminder leaves, first to last. */
export const reminderDays = [3, 10, 20] as const;
/** Two reminders of one invoice are never closer than this, whatever was missed. */
const leastDaysApart = 5;
const batch = 500;

/** Reminds of invoices that are late, level by level; disputed ones rest. Each level leaves once per invoice. */
export async function sendReminders(ctx: Context): Promise<void> {
  const entity = await defaultLegalEntity(ctx);
  const today = localText(ctx.now.getTime(), entity.time_zone).slice(0, 10);
  const late = await ctx.app.db
    .selectFrom("invoice_list")
    .select("id")
    .where("kind", "=", "invoice")
    .where("open_minor", ">", 0n)
    .where("status", "<>", "disputed")
    .where("due_on", "<", today)
    .orderBy("due_on")
    .limit(batch)
    .execute();
  for (const { id } of late) await remindOf(ctx, id!, today);
}

const remindOf = (ctx: Context, invoiceId: string, today: string) =>
  write(ctx, async (tx) => {
    await tx.selectFrom("invoices").select("id").where("id", "=", invoiceId).forUpdate().execute();
    const invoice = await tx.selectFrom("invoice_list").selectAll().where("id", "=", invoiceId).executeTakeFirstOrThrow();
    const sent = await tx
      .selectFrom("reminders")
      .selectAll()
      .where("invoice_id", "=", invoiceId)
      .orderBy("level", "desc")
      .executeTakeFirst();
    const level = (sent?.level ?? 0) + 1;
    const after = reminderDays[level - 1];
    if (after === undefined || daysBetween(invoice.due_on!, today) < after || invoice.open_minor! <= 0n) return;
    if (sent && ctx.now.getTime() - sent.sent_at.getTime() < leastDaysApart * 86_400_000) return;
    const contact = await billingContact(tx, invoice.customer_id!, invoice.contact_id);
    if (!contact?.email) return;
    const locale = invoice.locale as Locale;
    const id = newId();
    await tx.insertInto("reminders").values({ id, invoice_id: invoiceId, level, sent_at: ctx.now }).execute();
    const fact = await append(tx, ctx, "reminder.sent", {
      subjectId: id,
      follows: invoiceId,
      customerId: invoice.customer_id,
      contactId: contact.id,
      channel: "email",
      data: { invoiceId, number: invoice.number!, level },
    });
    await sendLater(tx, {
      contactId: contact.id,
      purpose: "invoice",
      transactional: true,
      template: `payments:mail.reminder-${level}`,
      data: {
        number: invoice.number!,
        firstName: contact.first_name,
        amount: formatMoney(invoice.open_minor!, invoice.currency!, locale),
        dueDate: formatDate(invoice.due_on!, locale),
      },
      actionUrl: signedLink(
        ctx.app,
        contact.id,
        `/portal/invoices/${invoiceId}`,
        "invoice",
        new Date(ctx.now.getTime() + 60 * 86_400_000),
      ),
      causedBy: fact.eventId,
    });
  });
