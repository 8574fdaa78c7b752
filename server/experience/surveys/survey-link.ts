import type { App } from "#platform/context.ts";
import { refuse } from "#platform/errors.ts";
import { signToken, verifyToken } from "#platform/signed-token.ts";

const purpose = "survey-answer";

/** The address where one person answers one survey, without an account. */
export const surveyLink = (app: App, invitationId: string, expiresAt: Date): string =>
  `${app.config.publicUrl}/portal/surveys/${invitationId}?token=${signToken([app.secret], { purpose, subject: invitationId, expiresAt })}`;

/** The invitation a link is for. Refuses what is forged, incomplete or too old. */
export function invitationOf(app: App, token: string, now: Date): string {
  const read = verifyToken<string>([app.secret], token, { purpose, now });
  if (!read.ok) refuse(read.reason === "expired" ? "survey.expired" : "survey.link_invalid");
  return read.subject;
}
