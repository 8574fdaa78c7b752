import type { App } from "#platform/context.ts";

/** Why single sign-on let nobody in, as the sign-in page says it: `?refused=<one of these>`. */
type WhyNot = "unknown" | "email_not_verified" | "no_email" | "access_ended" | "expired" | "cancelled" | "not_proven";

const reasons: Record<string, WhyNot> = {
  signup_disabled: "unknown",
  account_not_linked: "email_not_verified", // the only way left to this answer: see accountLinking in auth.ts
  email_not_verified: "email_not_verified",
  email_not_found: "no_email",
  ACCESS_ENDED: "access_ended",
  state_not_found: "expired",
  state_mismatch: "expired",
  state_invalid: "expired",
  please_restart_the_process: "expired",
  no_code: "expired",
  invalid_code: "expired",
  access_denied: "cancelled",
};

/**
 * The way back to the sign-in page names one of our reasons; what the provider wrote itself goes to the log and is not shown:
 * anyone can write an address.
 */
export function sayWhyNot(app: App, answer: Response): Response {
  const location = answer.headers.get("location");
  if (!location) return answer;
  const to = new URL(location, app.config.publicUrl);
  const said = to.searchParams.get("error");
  if (to.origin !== new URL(app.config.publicUrl).origin || to.pathname !== "/sign-in" || said === null) return answer;
  app.log.info({ said, description: to.searchParams.get("error_description") }, "single sign-on refused");
  to.searchParams.delete("error");
  to.searchParams.delete("error_description");
  to.searchParams.set("refused", reasons[said] ?? "not_proven");
  const headers = new Headers(answer.headers);
  headers.set("location", `${to.pathname}${to.search}`);
  return new Response(null, { status: answer.status, headers });
}
