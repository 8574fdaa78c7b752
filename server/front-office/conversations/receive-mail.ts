import { createHash } from "node:crypto";
import { sql } from "kysely";
import { systemContext } from "#events/tasks.ts";
import type { App, Context } from "#platform/context.ts";
import type { Tx } from "#platform/database.ts";
import { newText } from "#platform/mail/new-text.ts";
import type { InboundMail } from "#platform/mail/read-mail.ts";
import { readReplyToken } from "#platform/mail/reply-address.ts";
import { threadKeys } from "#platform/mail/thread-keys.ts";
import { write } from "#platform/write.ts";
import { contactByEmail } from "#record/customers/contact-by-email.ts";
import { recogniseContact } from "#record/customers/recognise-contact.ts";
import { defaultLegalEntity } from "#record/organisation/legal-entity.ts";
import { addNote } from "./add-note.ts";
import { matterOf } from "./conversation.ts";
import { livingConversation } from "./lock-conversation.ts";
import { openConversation } from "./open-conversation.ts";
import { type Attachment, takeMessage } from "./take-message.ts";

const mostAttachments = 20;
const longestBody = 50_000;
const senderMatchMs = 14 * 86_400_000;

/**
 * A mail that a person wrote to us. It joins the conversation its answer address or its headers name, else the sender's
 * open one, else it opens a new one. The same message twice changes nothing. Mail written by machines is only noted, and
 * mail that is not addressed to us (or that we sent) is not ours to take.
 */
export async function receiveMail(app: App, mail: InboundMail): Promise<boolean> {
  const ctx = systemContext(app, "conversations/receive-mail");
  const own = await ownAddresses(ctx);
  const recipients = [...mail.envelopeTo, ...mail.to.map(({ address }) => address), ...mail.cc.map(({ address }) => address)];
  if (!recipients.some((address) => own.has(withoutToken(address))) || own.has(withoutToken(mail.from.address))) return false;
  const attachments = await keepAttachments(app, mail);
  return write(ctx, async (tx) => {
    // two deliveries of one message at the same moment: the second sees what the first did
    await sql`select pg_advisory_xact_lock(hashtextextended(${mail.messageId}, 260))`.execute(tx);
    const taken = await tx
      .selectFrom("conversation_messages")
      .select("id")
      .where("external_id", "=", mail.messageId)
      .executeTakeFirst();
    if (taken) return true;
    const inside = { ...ctx, tx };
    const known = await threadOf(tx, app, mail);
    const body = bodyOf(mail);
    if (mail.automatic) {
      if (known) await addNote(inside, { conversationId: known, body, authorName: mail.from.address });
      return known !== undefined;
    }
    const sender = await contactByEmail(tx, mail.from.address);
    const conversationId = known ?? (await openOneOf(tx, ctx, sender?.id ?? null)) ?? (await openFor(inside, mail));
    const matter = await livingConversation(tx, conversationId);
    await takeMessage(tx, inside, matter, {
      channel: "email",
      body,
      externalId: mail.messageId,
      author: { id: sender?.id ?? mail.from.address, name: mail.from.name || mail.from.address },
      verified: false,
      attachments,
    });
    return true;
  });
}

/** By the signed token in the address, else by the messages it answers. */
async function threadOf(tx: Tx, app: App, mail: InboundMail): Promise<string | undefined> {
  const { tokens, messageIds } = threadKeys(mail);
  for (const token of tokens) {
    const id = readReplyToken(token, [app.secret]);
    if (id && (await tx.selectFrom("conversations").select("id").where("id", "=", id).executeTakeFirst())) return id;
  }
  for (const messageId of messageIds) {
    const row = await tx
      .selectFrom("conversation_messages")
      .select("conversation_id")
      .where("external_id", "=", messageId)
      .executeTakeFirst();
    if (row) return row.conversation_id;
  }
  return undefined;
}

/** The one matter someone has open with us, if it moved lately. */
async function openOneOf(tx: Tx, ctx: Context, contactId: string | null): Promise<string | undefined> {
  if (!contactId) return undefined;
  const row = await tx
    .selectFrom("conversations")
    .select("id")
    .where("contact_id", "=", contactId)
    .where("status", "in", ["open", "waiting", "snoozed"])
    .where("last_message_at", ">", new Date(ctx.now.getTime() - senderMatchMs))
    .orderBy("last_message_at", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.id;
}

async function openFor(ctx: Context, mail: InboundMail): Promise<string> {
  const [firstName = "", ...rest] = mail.from.name.split(" ");
  const person = await recogniseContact(ctx, {
    email: mail.from.address,
    ...(mail.from.name && { firstName, lastName: rest.join(" ") }),
  });
  const opened = await openConversation(ctx, {
    customerId: person.customerId,
    contactId: person.contactId,
    subject: matterOf(mail.subject) || bodyOf(mail).slice(0, 80) || mail.from.address,
    kind: "question",
    priority: "normal",
    channel: "email",
    follows: person.contactId,
  });
  return opened.id;
}

async function ownAddresses(ctx: Context): Promise<Set<string>> {
  const { mailFrom } = ctx.app.config;
  const { email } = await defaultLegalEntity(ctx);
  return new Set([/<([^<>]+)>/.exec(mailFrom)?.[1] ?? mailFrom, email ?? ""].filter(Boolean).map((each) => each.toLowerCase()));
}

const withoutToken = (address: string): string => address.toLowerCase().replace(/\+[^@]*(?=@)/, "");

function bodyOf(mail: InboundMail): string {
  const plain = mail.text.trim() || mail.html.replace(/<(style|script)[\s\S]*?<\/\1>/gi, "").replace(/<[^>]+>/g, " ");
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what the database and the screens cannot show is left out
  return newText(plain)
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, "")
    .slice(0, longestBody);
}

/** Kept before the transaction: the same mail again finds the same keys, so nothing doubles. */
async function keepAttachments(app: App, mail: InboundMail): Promise<Attachment[]> {
  const folder = createHash("sha256").update(mail.messageId).digest("hex").slice(0, 40);
  const kept: Attachment[] = [];
  for (const [index, file] of mail.attachments.slice(0, mostAttachments).entries()) {
    const key = `conversations/${folder}/${index}`;
    await app.files.put(key, file.bytes, { contentType: file.mime });
    kept.push({ name: file.name.slice(0, 200), key, mime: file.mime, sizeBytes: file.bytes.length });
  }
  return kept;
}
