import { z } from "zod";
import { ConfigError } from "./config-error.ts";
import { type Role, roles } from "./context.ts";

/** The organisation's identity provider, where its staff sign in with the account they already have. */
export interface OidcSettings {
  /** As the provider writes it in its tokens; its description is found below it. No trailing slash unless the provider has one. */
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** What the button on the sign-in page calls the provider; unset: "your organisation's account". */
  label: string | undefined;
  /** The provider never says `email_verified`, and its directory is trusted to hold checked addresses only. */
  emailsVerified: boolean;
  /** Who is not known yet but has a checked address of one of these domains is let in with this role; unset: nobody. */
  newcomers: { role: Exclude<Role, "admin">; domains: readonly string[] } | undefined;
}

const grantable = roles.filter((role) => role !== "admin");

/** The OIDC_* settings as they are written, each checked by itself. */
export const oidcShape = {
  OIDC_ISSUER: z.url().optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_LABEL: z.string().max(60, "at most 60 characters").optional(),
  OIDC_EMAILS_VERIFIED: z.enum(["0", "1"]).optional(),
  OIDC_NEW_STAFF_ROLE: z
    .enum(grantable as [Exclude<Role, "admin">, ...Exclude<Role, "admin">[]], `it must be one of ${grantable.join(", ")}`)
    .optional(),
  OIDC_NEW_STAFF_DOMAINS: z.string().optional(),
};

type Written = z.infer<z.ZodObject<typeof oidcShape>>;

/** Checks the OIDC_* settings together; undefined when none is set. Throws ConfigError with one line that names the setting. */
export function oidcSettings(written: Written): OidcSettings | undefined {
  const set = Object.keys(oidcShape).filter((name) => written[name as keyof Written] !== undefined);
  if (set.length === 0) return undefined;
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = written;
  if (issuer === undefined || clientId === undefined || clientSecret === undefined) {
    const missing = (["OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"] as const).filter((name) => !written[name]);
    throw new ConfigError(`The OIDC_* settings are incomplete: ${missing.join(", ")} must be set for single sign-on.`);
  }
  return {
    issuer: checkedIssuer(issuer),
    clientId,
    clientSecret,
    label: written.OIDC_LABEL,
    emailsVerified: written.OIDC_EMAILS_VERIFIED === "1",
    newcomers: newcomersOf(written),
  };
}

function checkedIssuer(issuer: string): string {
  const wrong = (must: string): never => {
    throw new ConfigError(`The setting OIDC_ISSUER is not valid: ${must} (it is ${JSON.stringify(issuer)}).`);
  };
  if (issuer.includes("/.well-known/")) wrong("give the issuer itself, without /.well-known/openid-configuration");
  if (/[?#]/.test(issuer)) wrong("an issuer has no ? and no #");
  if (!isHttpsOrLoopback(issuer)) wrong("it must begin with https:// (http:// only on this machine, to try it)");
  return issuer;
}

/** Secrets and tokens travel to this address: encrypted, or not leaving the machine. */
export function isHttpsOrLoopback(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  return protocol === "https:" || (protocol === "http:" && ["localhost", "127.0.0.1", "[::1]"].includes(hostname));
}

function newcomersOf({ OIDC_NEW_STAFF_ROLE: role, OIDC_NEW_STAFF_DOMAINS: list }: Written): OidcSettings["newcomers"] {
  if (role === undefined && list === undefined) return undefined;
  const domains = (list ?? "").split(/[\s,]+/).flatMap((domain) => (domain ? [domain.toLowerCase().replace(/^@/, "")] : []));
  if (role === undefined || domains.length === 0)
    throw new ConfigError(
      "OIDC_NEW_STAFF_ROLE and OIDC_NEW_STAFF_DOMAINS go together: the role newcomers get, and the domains of their addresses.",
    );
  const odd = domains.find((domain) => !/^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(domain));
  if (odd) throw new ConfigError(`The setting OIDC_NEW_STAFF_DOMAINS is not valid: ${JSON.stringify(odd)} is not a domain.`);
  return { role, domains };
}
