import { append } from "#events/append.ts";
import type { Context } from "#platform/context.ts";
import { found } from "#platform/errors.ts";
import { formatDate, formatMoney } from "#platform/i18n/format.ts";
import type { Locale } from "#platform/i18n/locale.ts";
import { write } from "#platform/write.ts";
import { billingContact } from "./billing-contact.ts";
import { sendLater } from "#record/messaging/send-message.ts";
import { signedLink } from "#record/portal/signed-link.ts";

const linkDays = 90;

/** Tells the customer, once, with a link that opens the document in the portal, and the PDF. */
export const sendInvoice = (ctx: Context, input: { invoiceId: string }) =>
  write(ctx, async (tx) => {
    const row = await tx.selectFrom("invoice_list").selectAll().where("id", "=", input.invoiceId).executeTakeFirst();
    const invoice = found(row, "invoice", input.invoiceId);
    const follow = await tx
      .selectFrom("invoice_follow_ups")
      .select("sent_at")
      .where("invoice_id", "=", input.invoiceId)
      .forUpdate()
      .executeTakeFirstOrThrow();
    if (follow.sent_at) return { id: input.invoiceId };
    const contact = await billingContact(tx, invoice.customer_id!, invoice.contact_id);
    if (!contact?.email) return { id: input.invoiceId };
    const locale = invoice.locale as Locale;
    const file = await tx
      .selectFrom("invoice_documents")
      .select("file_key")
      .where("invoice_id", "=", input.invoiceId)
      .where("format", "=", "facturx")
      .executeTakeFirst();
    const url = signedLink(
      ctx.app,
      contact.id,
      `/portal/invoices/${invoice.id}`,
      "invoice",
      new Date(ctx.now.getTime() + linkDays * 86_400_000),
    );
    const sent = await append(tx, ctx, "invoice.sent", {
      subjectId: invoice.id!,
      customerId: invoice.customer_id,
      contactId: contact.id,
      channel: "email",
      data: { number: invoice.number!, to: contact.email },
    });
    await sendLater(tx, {
      contactId: contact.id,
      purpose: "invoice",
      transactional: true,
      template: invoice.kind === "invoice" ? "invoices:mail.invoice" : "invoices:mail.credit-note",
      data: {
        number: invoice.number!,
        firstName: contact.first_name,
        amount: formatMoney(invoice.total_minor!, invoice.currency!, locale),
        dueDate: formatDate(invoice.due_on!, locale),
      },
      actionUrl: url,
      ...(file && { attachments: [{ name: `${invoice.number}.pdf`, key: file.file_key, mime: "application/pdf" }] }),
      causedBy: sent.eventId,
    });
    await tx
      .updateTable("invoice_follow_ups")
      .set({ sent_at: ctx.now, sent_to: contact.email })
      .where("invoice_id", "=", invoice.id!)
      .execute();
    return { id: invoice.id! };
  });
