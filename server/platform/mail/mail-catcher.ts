/**
 * A real SMTP server that delivers nowhere: the demo, development and tests send to it and look at what was sent. It keeps
 * the last mails on disk. Given `onMessage` it is also how answers come in without a mail account.
 */
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { type CaughtSummary, openMailStore } from "./mail-store.ts";
import { type InboundMail, readMail } from "./read-mail.ts";

export interface MailCatcherOptions {
  /** 0 takes a free one. */
  port: number;
  host?: string;
  /** How many mails to keep; default 500. The oldest go first. */
  keep?: number;
  directory: string;
  /** Default 30 MB a mail. */
  maxBytes?: number;
  /**
   * Told every mail before it is accepted. When it throws, the sender is asked to try again later (451), so nothing is
   * lost; it must therefore cope with the same message id twice.
   */
  onMessage?: (mail: InboundMail) => Promise<void>;
}

export interface MailCatcher {
  /** For createMailer. */
  smtpUrl: string;
  /** Newest first, those to one address when `to` is given. `cursor` is the `nextCursor` of the page before. */
  list(query: { to?: string; cursor?: string; limit: number }): {
    items: readonly CaughtSummary[];
    nextCursor: string | undefined;
  };
  get(id: string): Promise<(InboundMail & CaughtSummary & { raw: Uint8Array }) | undefined>;
  clear(): Promise<void>;
  close(): Promise<void>;
}

/** Starts listening. Throws when the port is taken. */
export async function startMailCatcher(options: MailCatcherOptions): Promise<MailCatcher> {
  const { port, host = "127.0.0.1", keep = 500, directory, maxBytes = 30_000_000, onMessage } = options;
  const store = await openMailStore(directory, keep);

  const receive = async (raw: Buffer, envelope: { from: string; to: string[] }) => {
    const mail = await readMail(raw, envelope);
    await onMessage?.(mail);
    await store.add(raw, mail);
  };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    disableReverseLookup: true,
    size: maxBytes,
    maxClients: 50,
    socketTimeout: 60_000,
    closeTimeout: 1000,
    banner: "caught mail stays here",
    onData(stream, session, done) {
      const parts: Buffer[] = [];
      stream.on("data", (part: Buffer) => {
        if (!stream.sizeExceeded) parts.push(part);
      });
      stream.on("error", done);
      stream.on("end", () => {
        if (stream.sizeExceeded) return done(answer(552, `this mail is larger than ${maxBytes} bytes`));
        const from = session.envelope.mailFrom ? session.envelope.mailFrom.address : "";
        receive(Buffer.concat(parts), { from, to: session.envelope.rcptTo.map(({ address }) => address) }).then(
          () => done(null, "kept"),
          (error: unknown) =>
            done(answer(451, `try again later: ${error instanceof Error ? error.message.slice(0, 200) : "failed"}`)),
        );
      });
    },
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      resolve();
    });
  });
  // A client that hangs up or speaks nonsense is its own trouble.
  server.on("error", () => {});

  return {
    smtpUrl: `smtp://${host}:${(server.server.address() as AddressInfo).port}`,
    list: (query) => store.list(query),
    async get(id) {
      const kept = await store.read(id);
      if (!kept) return undefined;
      const mail = await readMail(kept.raw, { from: kept.summary.envelopeFrom, to: kept.summary.envelopeTo });
      return { ...mail, ...kept.summary, raw: kept.raw };
    },
    clear: async () => await store.clear(),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

const answer = (responseCode: number, message: string): Error => Object.assign(new Error(message), { responseCode });
