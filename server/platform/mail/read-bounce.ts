/** Mails that came back: which address failed, for which mail, for good or for now. */
import type { InboundMail } from "./read-mail.ts";

export interface Bounce {
  /** The address that could not be reached, lower case. */
  recipient: string;
  /** Of the mail that was sent, when the report says it. */
  messageId: string | undefined;
  /** The address does not work (5.x.x), rather than not now (4.x.x). */
  permanent: boolean;
  /** "5.1.1". */
  status: string;
  reason: string;
}

/** The failures that a delivery report (RFC 3464) tells, empty for any other mail: delays and successes are not failures. */
export function readBounces(mail: Pick<InboundMail, "attachments" | "text">): Bounce[] {
  const text = (mime: string) => {
    const part = mail.attachments.find((attachment) => attachment.mime === mime);
    return (
      part &&
      Buffer.from(part.bytes)
        .toString("utf8")
        .replace(/\r\n/g, "\n")
        .replace(/\n[ \t]+/g, " ")
    );
  };
  const report = text("message/delivery-status");
  if (report === undefined) return [];
  const original = text("message/rfc822") ?? text("text/rfc822-headers") ?? mail.text;
  const messageId = /^message-id:\s*<([^<>\s]+)>/im.exec(original)?.[1];
  return report.split(/\n{2,}/).flatMap((group) => {
    const field = (name: string) => new RegExp(`^${name}:\\s*(?:[\\w-]+;)?\\s*(.+)$`, "im").exec(group)?.[1]?.trim();
    const recipient = field("final-recipient") ?? field("original-recipient");
    const status = field("status") ?? "";
    if (recipient === undefined || field("action")?.toLowerCase() !== "failed") return [];
    return [
      {
        recipient: recipient.replace(/[<>]/g, "").toLowerCase(),
        messageId,
        permanent: status.startsWith("5"),
        status,
        reason: field("diagnostic-code") ?? "",
      },
    ];
  });
}
