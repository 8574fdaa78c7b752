import { append } from "#events/append.ts";
import type { Context, Locale } from "#platform/context.ts";
import { refuseUnless } from "#platform/errors.ts";
import { formatDate, formatMoney } from "#platform/i18n/format.ts";
import { write } from "#platform/write.ts";
import { sendMessage } from "#record/messaging/send-message.ts";
import { signedLink } from "#record/portal/signed-link.ts";
import { lockQuote } from "./lock-quote.ts";
import { addDays, canMove, type QuoteStatus } from "./quote.ts";
import { renderQuote } from "./quote-document.ts";
import { today } from "./today.ts";
import { validUntilOf } from "./valid-until.ts";

const linkDaysAfter = 30;

/**
 * Sends a quote that is ready: its PDF is made, kept and hashed, the version never changes again, and the contact gets a
 * mail with a link to see, discuss and sign it. Sending what was sent changes nothing.
 */
export const sendQuote = (ctx: Context, input: { quoteId: string; validUntil?: string | undefined }) =>
  write(ctx, async (tx) => {
    const within = { ...ctx, tx };
    const quote = await lockQuote(tx, ctx, input.quoteId);
    const status = quote.status as QuoteStatus;
    if (status === "sent") return { id: quote.id, documentSha256: await hashOf(within, quote) };
    refuseUnless(canMove(status, "sent"), "quote.not_ready", { number: quote.number, status });
    const contact = quote.contact_id
      ? await tx
          .selectFrom("contacts")
          .select(["id", "first_name", "email", "locale"])
          .where("id", "=", quote.contact_id)
          .executeTakeFirst()
      : undefined;
    refuseUnless(contact?.email, "quote.no_contact", { number: quote.number });
    const day = await today(within);
    const validUntil = input.validUntil ?? quote.valid_until ?? (await validUntilOf(within, quote, day));
    refuseUnless(validUntil >= day, "quote.day_past");
    const document = await renderQuote(within, quote, quote.version, { at: ctx.now, validUntil });
    const key = `quotes/${quote.id}/v${quote.version}-${document.sha256.slice(0, 12)}.pdf`;
    await ctx.app.files.put(key, document.bytes, { contentType: "application/pdf" });
    const version = await tx
      .updateTable("quote_versions")
      .set({
        sent_at: ctx.now,
        valid_until: validUntil,
        document_key: key,
        document_sha256: document.sha256,
        document_pages: document.pages,
      })
      .where("quote_id", "=", quote.id)
      .where("version", "=", quote.version)
      .returning("total_minor")
      .executeTakeFirstOrThrow();
    await tx
      .updateTable("quotes")
      .set({ status: "sent", sent_at: ctx.now, valid_until: validUntil, updated_at: ctx.now })
      .where("id", "=", quote.id)
      .execute();
    const { eventId } = await append(tx, ctx, "quote.sent", {
      subjectId: quote.id,
      customerId: quote.customer_id,
      contactId: contact.id,
      channel: "email",
      data: {
        number: quote.number,
        version: quote.version,
        totalMinor: version.total_minor,
        currency: quote.currency,
        validUntil,
        documentSha256: document.sha256,
      },
    });
    const locale = contact.locale as Locale;
    await sendMessage(within, {
      contactId: contact.id,
      purpose: "quote",
      transactional: true,
      template: "quotes.sent",
      data: {
        name: contact.first_name,
        number: quote.number,
        total: formatMoney(version.total_minor, quote.currency, locale),
        until: formatDate(validUntil, locale),
      },
      actionUrl: signedLink(
        ctx.app,
        contact.id,
        `/portal/quotes/${quote.id}`,
        "quote",
        new Date(`${addDays(validUntil, linkDaysAfter)}T23:59:59Z`),
      ),
      attachments: [{ name: `${quote.number}.pdf`, key, mime: "application/pdf" }],
      causedBy: eventId,
    });
    return { id: quote.id, documentSha256: document.sha256 };
  });

async function hashOf(
  ctx: Context & { tx: NonNullable<Context["tx"]> },
  quote: { id: string; version: number },
): Promise<string> {
  const row = await ctx.tx
    .selectFrom("quote_versions")
    .select("document_sha256")
    .where("quote_id", "=", quote.id)
    .where("version", "=", quote.version)
    .executeTakeFirstOrThrow();
  return row.document_sha256 ?? "";
}
