import type { Context } from "#platform/context.ts";
import { found, refuse } from "#platform/errors.ts";
import type { MailCatcher } from "#platform/mail/mail-catcher.ts";

/** Only where no mail server is set: there, mail goes to the catcher instead of to people. */
function catcherOf(ctx: Context): MailCatcher {
  return ctx.app.catcher ?? refuse("mail.not_caught");
}

const toRow = (mail: {
  id: string;
  receivedAt: string;
  subject: string;
  from: { name: string; address: string };
  envelopeTo: readonly string[];
  sizeBytes: number;
  attachmentCount: number;
}) => ({
  id: mail.id,
  receivedAt: mail.receivedAt,
  subject: mail.subject,
  from: mail.from.name ? `${mail.from.name} <${mail.from.address}>` : mail.from.address,
  to: [...mail.envelopeTo],
  sizeBytes: mail.sizeBytes,
  attachmentCount: mail.attachmentCount,
});

export async function listCaught(ctx: Context, input: { to?: string | undefined; cursor?: string | undefined; limit: number }) {
  const { items, nextCursor } = catcherOf(ctx).list({
    limit: input.limit,
    ...(input.to ? { to: input.to } : {}),
    ...(input.cursor ? { cursor: input.cursor } : {}),
  });
  return { rows: items.map(toRow), nextCursor: nextCursor ?? null };
}

export async function showCaught(ctx: Context, input: { mailId: string }) {
  const mail = found(await catcherOf(ctx).get(input.mailId), "mail", input.mailId);
  return {
    ...toRow(mail),
    html: mail.html,
    text: mail.text,
    headers: mail.headers.map(({ name, value }) => ({ name, value })),
    attachments: mail.attachments.map(({ name, mime, bytes }) => ({ name, mime, sizeBytes: bytes.length })),
  };
}

export async function clearCaught(ctx: Context) {
  await catcherOf(ctx).clear();
  return { cleared: true as const };
}
