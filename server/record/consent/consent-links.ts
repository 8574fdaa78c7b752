import type { App, Locale } from "#platform/context.ts";
import { refuse } from "#platform/errors.ts";
import { signToken, verifyToken } from "#platform/signed-token.ts";

const dayMs = 86_400_000;
const confirmDays = 14;
/** An unsubscribe link must work long after the message: people keep mail for years. */
const unsubscribeDays = 3 * 365;

export interface Confirmation {
  contactId: string;
  purpose: string;
  textVersion: string;
  email: string;
  /** What was typed with the request, true once the link is followed (record/customers/claims.ts). */
  claimId?: string | undefined;
}

/** The page where a double opt-in is confirmed. The page posts the token: a mail scanner that follows links confirms nothing. */
export const confirmationLink = (app: App, subject: Confirmation, now: Date, locale: Locale): string =>
  `${app.config.publicUrl}/p/consent?lang=${locale}&token=${signToken([app.secret], { purpose: "consent-confirm", subject, expiresAt: new Date(now.getTime() + confirmDays * dayMs) })}`;

export function readConfirmation(app: App, token: string, now: Date): Confirmation {
  const read = verifyToken<Confirmation>([app.secret], token, { purpose: "consent-confirm", now });
  if (!read.ok) refuse(read.reason === "expired" ? "consent.link_expired" : "consent.link_invalid");
  return read.subject;
}

/** What a preference link may do: show and change one contact's preferences, nothing else of their account. `purpose`: what the message was for. */
export interface Preference {
  contactId: string;
  purpose: string;
}

export const preferenceToken = (app: App, subject: Preference, now: Date): string =>
  signToken([app.secret], {
    purpose: "preferences",
    subject: [subject.contactId, subject.purpose],
    expiresAt: new Date(now.getTime() + unsubscribeDays * dayMs),
  });

export const preferencesLink = (app: App, subject: Preference, now: Date, locale?: Locale): string =>
  `${app.config.publicUrl}/p/preferences?${locale ? `lang=${locale}&` : ""}token=${preferenceToken(app, subject, now)}`;
/** For the List-Unsubscribe header: one POST and it is done. */
export const unsubscribeLink = (app: App, subject: Preference, now: Date): string =>
  `${app.config.publicUrl}/u/${preferenceToken(app, subject, now)}`;

export function readPreference(app: App, token: string, now: Date): Preference {
  const read = verifyToken<[string, string]>([app.secret], token, { purpose: "preferences", now });
  if (!read.ok) refuse(read.reason === "expired" ? "consent.link_expired" : "consent.link_invalid");
  const [contactId, purpose] = read.subject;
  return { contactId, purpose };
}
