import type { MessageParams } from "#platform/i18n/translate.ts";
import type { MailContent } from "#platform/mail/mail-content.ts";

/** A message asked for. Say what it is for; whether it may leave is decided here. */
export interface MessageInput {
  contactId: string;
  /** Marketing and surveys: a consent purpose ("marketing_email", "surveys"). Transactional: a word for the record ("quote", "invoice"). */
  purpose: string;
  /** Needed for what the customer asked for or bought. Such a message asks for no consent and carries no unsubscribe link. */
  transactional?: boolean | undefined;
  template: string;
  data?: MessageParams | undefined;
  actionUrl?: string | undefined;
  facts?: readonly { label: string; value: string }[] | undefined;
  /** A content written by people (a campaign, an answer) instead of the texts of the template. */
  content?: MailContent | undefined;
  campaignId?: string | undefined;
  /** Web addresses outside our own that links of this message may lead to. */
  allowedUrls?: readonly string[] | undefined;
  /** Kept files to attach: the key in the file store. */
  attachments?: readonly { name: string; key: string; mime: string }[] | undefined;
  replyTo?: string | undefined;
  /** For answers in a conversation: what a mail program threads by. */
  inReplyTo?: string | undefined;
  references?: readonly string[] | undefined;
  /** The content holds a secret: it is emptied once sent. */
  sensitive?: boolean | undefined;
  /** What it grew out of, when nothing is being reacted to. */
  follows?: string | undefined;
  causedBy?: string | undefined;
}

export type SendOutcome =
  | { outcome: "sent"; messageId: string; decisionId: string }
  | { outcome: "deferred"; until: Date; decisionId: string }
  | { outcome: "skipped"; reason: string; decisionId: string };
