import type { App, Context } from "#platform/context.ts";
import type { InboundMail } from "#platform/mail/read-mail.ts";
import { readBounces } from "#platform/mail/read-bounce.ts";
import { write } from "#platform/write.ts";
import { append } from "#events/append.ts";
import { systemContext } from "#events/tasks.ts";
import { markInvalid } from "#record/customers/identifiers.ts";

/** A message came back. For good: the address is marked, and nothing more leaves for it. The same report twice counts once. */
export const bounceMessage = (ctx: Context, bounce: { messageId: string; reason: string; permanent: boolean }): Promise<void> =>
  write(ctx, async (tx) => {
    const row = await tx.selectFrom("messages").selectAll().where("id", "=", bounce.messageId).forUpdate().executeTakeFirst();
    if (!row || row.status === "bounced") return;
    await tx
      .updateTable("messages")
      .set({ error: bounce.reason.slice(0, 500), ...(bounce.permanent ? { status: "bounced" } : {}) })
      .where("id", "=", row.id)
      .execute();
    if (bounce.permanent) await markInvalid(tx, ctx.now, { kind: "email", value: row.to_address });
    if (!row.contact_id) return;
    await append(tx, ctx, "message.bounced", {
      subjectId: row.id,
      customerId: row.customer_id,
      contactId: row.contact_id,
      channel: "email",
      causedBy: row.event_id ?? undefined,
      data: { to: row.to_address, reason: bounce.reason.slice(0, 300), permanent: bounce.permanent },
    });
  });

/** Delivery reports that come by mail. True when the mail was one of ours coming back. */
export async function takeBounces(app: App, mail: InboundMail): Promise<boolean> {
  let ours = false;
  for (const bounce of readBounces(mail)) {
    if (!bounce.messageId) continue;
    const row = await app.db
      .selectFrom("messages")
      .select("id")
      .where("message_id", "=", `<${bounce.messageId}>`)
      .executeTakeFirst();
    if (!row) continue;
    ours = true;
    await bounceMessage(systemContext(app, "messaging/bounce"), {
      messageId: row.id,
      reason: `${bounce.status} ${bounce.reason}`.trim(),
      permanent: bounce.permanent,
    });
  }
  return ours;
}
