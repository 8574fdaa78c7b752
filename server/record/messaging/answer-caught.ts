import { createHash } from "node:crypto";
import type { Context } from "#platform/context.ts";
import { found, refuse } from "#platform/errors.ts";
import { createMailer } from "#platform/mail/mailer.ts";

/**
 * Answers a caught mail as the person it was sent to, over SMTP, threaded as mail programs do: how someone who tries the
 * product sees what happens when a customer writes back. The same words to the same mail are the same message.
 */
export async function answerCaught(ctx: Context, input: { mailId: string; text: string }) {
  const catcher = ctx.app.catcher ?? refuse("mail.not_caught");
  const mail = found(await catcher.get(input.mailId), "mail", input.mailId);
  const [person] = mail.envelopeTo;
  const words = createHash("sha256").update(input.text).digest("hex").slice(0, 16);
  const messageId = `<answer-${input.mailId}-${words}@caught.invalid>`;
  const mailer = createMailer({ url: catcher.smtpUrl, from: person! });
  try {
    await mailer.send({
      from: mail.to.find(({ address }) => address === person)?.name ? `"${mail.to[0]!.name}" <${person}>` : person!,
      to: (mail.replyTo[0] ?? mail.from).address,
      subject: /^re\s*:/i.test(mail.subject) ? mail.subject : `Re: ${mail.subject}`,
      text: input.text,
      messageId,
      inReplyTo: `<${mail.messageId}>`,
      references: [...mail.references, mail.messageId].map((each) => `<${each}>`),
    });
  } finally {
    mailer.close();
  }
  return { messageId };
}
