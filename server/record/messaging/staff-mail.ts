import type { Context, Locale } from "#platform/context.ts";
import { json } from "#platform/database.ts";
import type { MessageParams } from "#platform/i18n/translate.ts";
import type { MailContent } from "#platform/mail/mail-content.ts";
import { newId } from "#platform/ids.ts";
import { enqueue } from "#platform/jobs/task.ts";
import { write } from "#platform/write.ts";
import { messageIdOf } from "./queue-message.ts";
import { contentOf } from "./templates.ts";

export interface StaffMessage {
  staffId: string;
  template: string;
  data?: MessageParams | undefined;
  actionUrl?: string | undefined;
  /** A content written by people instead of the texts of the template. */
  content?: MailContent | undefined;
  /** Their own language unless said otherwise. */
  locale?: Locale | undefined;
  sensitive?: boolean | undefined;
}

/** A message to a colleague (an invitation, an alert): same outbox, no decision to take, and not on any customer's line. */
export const sendStaffMessage = (ctx: Context, input: StaffMessage) =>
  write(ctx, async (tx) => {
    const person = await tx
      .selectFrom("staff")
      .select(["id", "name", "email", "locale"])
      .where("id", "=", input.staffId)
      .where("active", "=", true)
      .executeTakeFirst();
    if (!person) return undefined;
    const id = newId();
    const locale = input.locale ?? (person.locale as Locale);
    const content =
      input.content ??
      contentOf(input.template, { locale, data: { name: person.name, ...input.data }, actionUrl: input.actionUrl });
    await tx
      .insertInto("messages")
      .values({
        id,
        staff_id: person.id,
        purpose: "staff",
        template: input.template,
        transactional: true,
        locale,
        to_address: person.email,
        subject: content.subject,
        content: json(content),
        sensitive: input.sensitive ?? false,
        message_id: messageIdOf(ctx, id),
        status: "queued",
        created_at: ctx.now,
      })
      .execute();
    await enqueue(tx, "messaging/deliver", { messageId: id }, { maxAttempts: 10 });
    return { id };
  });
