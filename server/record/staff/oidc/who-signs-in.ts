import type { OidcSettings } from "#platform/oidc-settings.ts";
import type { ProviderDescription } from "./discover-provider.ts";

const timeoutMs = 10_000;

/** What the provider says of the person, once its word is proven. */
export interface ProvenPerson {
  [claim: string]: unknown;
  /** The provider's own name for the person: never changes, unlike an address. */
  sub: string;
  email: string | undefined;
  emailVerified: boolean;
  name: string | undefined;
  locale: string | undefined;
}

/**
 * Reads the person out of the identity token (already checked: signature, issuer, audience, expiry, nonce) and, where the
 * token is thin, out of the userinfo address. That answer must speak of the same person (OpenID Connect Core 5.3.2).
 * Null when there is no identity token or the two differ.
 */
export async function whoSignsIn(
  oidc: OidcSettings,
  provider: ProviderDescription,
  tokens: { idToken?: string | undefined; accessToken?: string | undefined },
): Promise<ProvenPerson | null> {
  if (!tokens.idToken) return null; // without one nothing has been proven
  let claims: Record<string, unknown> = claimsOf(tokens.idToken);
  const { sub } = claims;
  if (typeof sub !== "string" || sub === "") return null;
  if (!textOf(claims.email) && provider.userinfo_endpoint && tokens.accessToken) {
    const more = await userInfo(provider.userinfo_endpoint, tokens.accessToken);
    if (!more || more.sub !== sub) return null;
    claims = { ...more, ...claims };
  }
  return {
    sub,
    email: textOf(claims.email)?.toLowerCase(),
    emailVerified: isVerified(claims.email_verified, oidc),
    name: textOf(claims.name),
    locale: textOf(claims.locale),
  };
}

/** An address called unverified is unverified; one about which nothing is said is so too, unless the directory is trusted. */
function isVerified(claim: unknown, oidc: OidcSettings): boolean {
  if (claim === undefined || claim === null) return oidc.emailsVerified;
  return claim === true || claim === "true"; // some providers write it as text
}

/** The middle part of a token whose signature was checked before. */
const claimsOf = (token: string): Record<string, unknown> =>
  JSON.parse(Buffer.from(token.split(".")[1]!, "base64url").toString("utf8")) as Record<string, unknown>;

async function userInfo(url: string, accessToken: string): Promise<Record<string, unknown> | undefined> {
  const answer = await fetch(url, {
    headers: { authorization: `Bearer ${accessToken}`, accept: "application/json" },
    signal: AbortSignal.timeout(timeoutMs),
  }).catch(() => undefined);
  if (!answer?.ok) return undefined;
  const read: unknown = await answer.json().catch(() => undefined);
  return typeof read === "object" && read !== null ? (read as Record<string, unknown>) : undefined;
}

const textOf = (claim: unknown): string | undefined =>
  typeof claim === "string" && claim.trim() !== "" ? claim.trim() : undefined;
