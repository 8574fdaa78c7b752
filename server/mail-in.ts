import { join } from "node:path";
import type { Module } from "#events/define-module.ts";
import type { App } from "#platform/context.ts";
import { type MailCatcher, startMailCatcher } from "#platform/mail/mail-catcher.ts";
import type { InboundMail } from "#platform/mail/read-mail.ts";

/** Offers a mail that came in to the modules in order; the first that knows it takes it. */
export async function receiveMail(app: App, modules: readonly Module[], mail: InboundMail): Promise<void> {
  for (const module of modules) if (await module.receiveMail?.(app, mail)) return;
}

/**
 * Without SMTP_URL mail goes to a catcher of our own: a real SMTP server that keeps messages for the console to show, and
 * hands answers to the modules as an inbound mailbox would.
 */
export async function catchMail(
  app: Omit<App, "smtpUrl">,
  modules: readonly Module[],
  directory = join(app.config.dataDir, "mail"),
  port = 0,
): Promise<MailCatcher> {
  return startMailCatcher({ port, directory, onMessage: (mail) => receiveMail(app as App, modules, mail) });
}
