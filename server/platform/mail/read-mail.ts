/** Reads a raw mail as it came over the wire. */
import PostalMime, { type Address } from "postal-mime";

export interface MailAddress {
  name: string;
  /** Lower case. */
  address: string;
}

export interface MailAttachment {
  name: string;
  mime: string;
  bytes: Uint8Array;
  /** For pictures shown inside the HTML. */
  contentId?: string;
}

export interface InboundMail {
  /** Without angle brackets; made up from the content when the sender gave none, so that a repeat is still recognised. */
  messageId: string;
  inReplyTo: string | undefined;
  /** Oldest first. */
  references: readonly string[];
  from: MailAddress;
  replyTo: readonly MailAddress[];
  to: readonly MailAddress[];
  cc: readonly MailAddress[];
  /** Who really received it, as the SMTP conversation said; may differ from `to`. */
  envelopeTo: readonly string[];
  envelopeFrom: string;
  subject: string;
  /** As the sender claims. */
  sentAt: Date | undefined;
  text: string;
  html: string;
  attachments: readonly MailAttachment[];
  /** Header names in lower case, in order. */
  headers: readonly { name: string; value: string }[];
  /** Written by a machine (absence note, bounce, list): never answer one automatically, or two machines write forever. */
  automatic: boolean;
}

/** Throws when the bytes are not a mail at all. `envelope` is what the SMTP conversation said, if there was one. */
export async function readMail(raw: Uint8Array, envelope: { from?: string; to?: readonly string[] } = {}): Promise<InboundMail> {
  const parsed = await new PostalMime({ maxNestingDepth: 50, maxHeadersSize: 1_000_000 }).parse(raw);
  const headers = parsed.headers.map(({ key, value }) => ({ name: key, value }));
  const to = mailboxes(parsed.to);
  const envelopeFrom = envelope.from ?? parsed.returnPath?.replace(/[<>]/g, "") ?? "";
  const from = mailboxes(parsed.from ? [parsed.from] : [])[0] ?? { name: "", address: envelopeFrom.toLowerCase() };
  const sentAt = parsed.date === undefined ? undefined : new Date(parsed.date);
  return {
    messageId: messageIds(parsed.messageId)[0] ?? `${await digest(raw)}@without-message-id.invalid`,
    inReplyTo: messageIds(parsed.inReplyTo)[0],
    references: messageIds(parsed.references),
    from,
    replyTo: mailboxes(parsed.replyTo),
    to,
    cc: mailboxes(parsed.cc),
    envelopeTo: (envelope.to ?? to.map(({ address }) => address)).map((address) => address.toLowerCase()),
    envelopeFrom: envelopeFrom.toLowerCase(),
    subject: parsed.subject ?? "",
    sentAt: sentAt && !Number.isNaN(sentAt.getTime()) ? sentAt : undefined,
    text: parsed.text ?? "",
    html: parsed.html ?? "",
    attachments: parsed.attachments.map((attachment, index) => ({
      name: attachment.filename ?? `attachment-${index + 1}`,
      mime: attachment.mimeType,
      bytes: bytesOf(attachment.content),
      ...(attachment.contentId !== undefined && { contentId: attachment.contentId.replace(/[<>]/g, "") }),
    })),
    headers,
    automatic: isAutomatic(headers, envelope.from === "" || /^<?>?$/.test(parsed.returnPath ?? "x")),
  };
}

/** "<a@b> <c@d>" as ["a@b", "c@d"]; at most the last 100. */
function messageIds(text: string | undefined): string[] {
  return [...(text ?? "").matchAll(/<([^<>\s]{3,500})>/g)].map((match) => match[1]!).slice(-100);
}

const mailboxes = (addresses: readonly Address[] | undefined): MailAddress[] =>
  (addresses ?? [])
    .flatMap((address) => (address.group ? address.group : [address]))
    .map(({ name, address }) => ({ name, address: address.toLowerCase() }));

/** RFC 3834, and the older habits that are still seen. A bounce has an empty return path. */
function isAutomatic(headers: InboundMail["headers"], emptyReturnPath: boolean): boolean {
  const value = (name: string) =>
    headers
      .find((header) => header.name === name)
      ?.value.trim()
      .toLowerCase();
  const submitted = value("auto-submitted");
  return (
    emptyReturnPath ||
    (submitted !== undefined && submitted !== "no") ||
    ["bulk", "junk", "list", "auto_reply"].includes(value("precedence") ?? "") ||
    value("x-autoreply") !== undefined ||
    value("x-auto-response-suppress") === "all" ||
    (value("content-type") ?? "").startsWith("multipart/report")
  );
}

const bytesOf = (content: ArrayBuffer | Uint8Array | string): Uint8Array =>
  typeof content === "string" ? Buffer.from(content) : content instanceof Uint8Array ? content : new Uint8Array(content);

const digest = async (raw: Uint8Array): Promise<string> =>
  Buffer.from(await crypto.subtle.digest("SHA-256", raw as Uint8Array<ArrayBuffer>))
    .toString("hex")
    .slice(0, 40);
