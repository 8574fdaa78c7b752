/** Hands mails to an SMTP server, over a few kept connections. */
import nodemailer from "nodemailer";

export interface MailerOptions {
  /** "smtps://user:password@host:465" or "smtp://host:587". */
  url: string;
  /** Who sends when a mail does not say: "Océane <bonjour@oceane.example>". */
  from: string;
  /** Signs every mail so that receivers can trust the domain. */
  dkim?: { domainName: string; keySelector: string; privateKey: string };
  timeoutMs?: number;
}

export interface OutgoingMail {
  to: string | readonly string[];
  from?: string;
  replyTo?: string;
  subject: string;
  html?: string;
  text: string;
  /** "<id@domain>", chosen by the sender so that a retry is recognised and answers find their way. */
  messageId?: string;
  inReplyTo?: string;
  references?: readonly string[];
  /** One-click unsubscribe (RFC 8058): an https address that takes a POST. */
  listUnsubscribe?: string;
  headers?: Readonly<Record<string, string>>;
  attachments?: readonly {
    name: string;
    bytes: Uint8Array;
    mime: string /** For pictures in the HTML: src="cid:<this>". */;
    contentId?: string;
  }[];
  /** An iCalendar invitation, which mail programs offer to accept. */
  invitation?: { method: "REQUEST" | "CANCEL"; content: string };
}

export interface Mailer {
  /** Resolves once the server has accepted the mail; rejects with its answer otherwise (see `isPermanentFailure`). */
  send(mail: OutgoingMail): Promise<{ messageId: string; refused: readonly string[] }>;
  /** Whether the server answers and takes our credentials; rejects with the reason. */
  verify(): Promise<void>;
  close(): void;
}

export function createMailer({ url, from, dkim, timeoutMs = 30_000 }: MailerOptions): Mailer {
  const transport = nodemailer.createTransport(
    {
      url,
      pool: true,
      maxConnections: 5,
      maxMessages: 200,
      connectionTimeout: timeoutMs,
      greetingTimeout: timeoutMs,
      socketTimeout: 2 * timeoutMs,
      ...(dkim && { dkim }),
    },
    { from },
  );
  return {
    async send(mail) {
      const sent = await transport.sendMail({
        to: typeof mail.to === "string" ? mail.to : [...mail.to],
        ...(mail.from !== undefined && { from: mail.from }),
        ...(mail.replyTo !== undefined && { replyTo: mail.replyTo }),
        subject: mail.subject,
        text: mail.text,
        ...(mail.html !== undefined && { html: mail.html }),
        ...(mail.messageId !== undefined && { messageId: mail.messageId }),
        ...(mail.inReplyTo !== undefined && { inReplyTo: mail.inReplyTo }),
        ...(mail.references && { references: [...mail.references] }),
        headers: { ...mail.headers, ...unsubscribeHeaders(mail.listUnsubscribe) },
        ...(mail.attachments && {
          attachments: mail.attachments.map(({ name, bytes, mime, contentId }) => ({
            filename: name,
            content: Buffer.from(bytes),
            contentType: mime,
            ...(contentId !== undefined && { cid: contentId, contentDisposition: "inline" as const }),
          })),
        }),
        ...(mail.invitation && {
          icalEvent: { method: mail.invitation.method, content: mail.invitation.content, filename: "invitation.ics" },
        }),
        // What a mail carries is given as bytes: text from outside can never make it read our files or fetch an address.
        disableFileAccess: true,
        disableUrlAccess: true,
      });
      return {
        messageId: sent.messageId,
        refused: sent.rejected,
      };
    },
    async verify() {
      await transport.verify();
    },
    close: () => transport.close(),
  };
}

/** Each on one line, unfolded: some receivers only look at the first line of a folded header. */
function unsubscribeHeaders(url: string | undefined): Record<string, { prepared: true; value: string }> {
  if (url === undefined) return {};
  if (!/^https?:\/\/[^\s<>]{1,900}$/.test(url))
    throw new RangeError("listUnsubscribe must be a web address of at most 900 characters");
  return {
    "List-Unsubscribe": { prepared: true, value: `<${url}>` },
    "List-Unsubscribe-Post": { prepared: true, value: "List-Unsubscribe=One-Click" },
  };
}

/** Whether trying again is pointless: the server answered 5xx (unknown address, refused content). Anything else may pass later. */
export function isPermanentFailure(error: unknown): boolean {
  const code = error instanceof Error && "responseCode" in error ? error.responseCode : undefined;
  return typeof code === "number" && code >= 500 && code < 600;
}
