import type { App } from "#platform/context.ts";
import { createMailer, type Mailer } from "#platform/mail/mailer.ts";

const made = new WeakMap<App, { url: string; mailer: Mailer }>();

/** The connection to the mail server, made at its first use. */
export function mailerOf(app: App): Mailer {
  const known = made.get(app);
  if (known?.url === app.smtpUrl) return known.mailer;
  known?.mailer.close();
  const mailer = createMailer({ url: app.smtpUrl, from: app.config.mailFrom });
  made.set(app, { url: app.smtpUrl, mailer });
  return mailer;
}
