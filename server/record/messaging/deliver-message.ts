import type { Context } from "#platform/context.ts";
import type { Mailer } from "#platform/mail/mailer.ts";
import { isPermanentFailure } from "#platform/mail/mailer.ts";
import { write } from "#platform/write.ts";
import { append } from "#events/append.ts";
import { bounceMessage } from "./bounce-message.ts";
import { mailerOf } from "./mailer-of.ts";
import { type MessageRow, renderMessage } from "./render-message.ts";

const maxAttempts = 10;

/**
 * Hands a queued message to the mail server. Killed in between, it is handed over again under the same Message-ID: better
 * twice than never, and mail programs show it once. A refusal for good bounces at once; any other is tried again.
 */
export async function deliverMessage(ctx: Context, messageId: string): Promise<void> {
  const { db } = ctx.app;
  const row = await db.selectFrom("messages").selectAll().where("id", "=", messageId).executeTakeFirst();
  if (!row || row.status !== "queued") return;
  try {
    await mailerOf(ctx.app).send(await outgoing(ctx, row));
  } catch (error) {
    const reason = error instanceof Error ? error.message.slice(0, 500) : "failed";
    if (isPermanentFailure(error)) return bounceMessage(ctx, { messageId, reason, permanent: true });
    await db
      .updateTable("messages")
      .set({ attempts: row.attempts + 1, error: reason, ...(row.attempts + 1 >= maxAttempts ? { status: "failed" } : {}) })
      .where("id", "=", messageId)
      .execute();
    throw error; // the queue tries again, later each time
  }
  await write(ctx, async (tx) => {
    const sent = await tx
      .updateTable("messages")
      .set({
        status: "sent",
        sent_at: ctx.now,
        error: null,
        attempts: row.attempts + 1,
        ...(row.sensitive ? { content: null } : {}),
      })
      .where("id", "=", messageId)
      .where("status", "=", "queued")
      .returning("id")
      .executeTakeFirst();
    if (!sent || !row.contact_id) return;
    await append(tx, ctx, "message.delivered", {
      subjectId: messageId,
      customerId: row.customer_id,
      contactId: row.contact_id,
      channel: "email",
      stage: "of its cause",
      causedBy: row.event_id ?? undefined,
      data: { to: row.to_address },
    });
  });
}

interface Options {
  attachments?: { name: string; key: string; mime: string }[];
  replyTo?: string;
  inReplyTo?: string;
  references?: string[];
}

async function outgoing(ctx: Context, row: MessageRow): Promise<Parameters<Mailer["send"]>[0]> {
  const { subject, html, text, unsubscribe, brandName } = await renderMessage(ctx, row);
  const options = row.options as Options;
  const attachments = await Promise.all((options.attachments ?? []).map((file) => attached(ctx, file)));
  const address = /<([^<>]+)>/.exec(ctx.app.config.mailFrom)?.[1] ?? ctx.app.config.mailFrom;
  return {
    to: row.to_address,
    from: `"${brandName.replace(/["\\\r\n]/g, "")}" <${address}>`,
    subject,
    html,
    text,
    messageId: row.message_id,
    ...(options.replyTo ? { replyTo: options.replyTo } : {}),
    ...(options.inReplyTo ? { inReplyTo: options.inReplyTo } : {}),
    ...(options.references ? { references: options.references } : {}),
    ...(unsubscribe ? { listUnsubscribe: unsubscribe, headers: { Precedence: "bulk" } } : {}),
    ...(attachments.length > 0 ? { attachments } : {}),
  };
}

async function attached(ctx: Context, { name, key, mime }: { name: string; key: string; mime: string }) {
  const bytes = await ctx.app.files.get(key);
  if (!bytes) throw new Error(`the file ${key} to attach is not there`);
  return { name, mime, bytes };
}
