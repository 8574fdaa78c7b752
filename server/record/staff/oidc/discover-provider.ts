import { z } from "zod";
import { isHttpsOrLoopback, type OidcSettings } from "#platform/oidc-settings.ts";

const timeoutMs = 5_000;

const address = z.url().refine(isHttpsOrLoopback, "must begin with https://");
const description = z.object({
  issuer: z.string(),
  authorization_endpoint: address,
  token_endpoint: address,
  userinfo_endpoint: address.optional(),
  jwks_uri: address,
  id_token_signing_alg_values_supported: z.array(z.string()).min(1),
  token_endpoint_auth_methods_supported: z.array(z.string()).default(["client_secret_basic"]),
});

export type ProviderDescription = z.infer<typeof description>;

/** The provider cannot be used: the message says why, for the person who wrote the settings. */
export class ProviderProblem extends Error {
  override name = "ProviderProblem";
}

/** Where a provider describes itself (OpenID Connect Discovery 1.0, section 4). */
export const discoveryUrlOf = (issuer: string): string => `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`;

/**
 * Reads how the provider is to be spoken to. Throws ProviderProblem when it does not answer within five seconds, does not
 * describe itself fully, or is another issuer than the settings name (section 4.3: they must be the same, to the letter).
 */
export async function discoverProvider({ issuer }: OidcSettings): Promise<ProviderDescription> {
  const url = discoveryUrlOf(issuer);
  let answer: unknown;
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(timeoutMs), headers: { accept: "application/json" } });
    if (!response.ok) throw new Error(`it answers ${response.status}`);
    answer = await response.json();
  } catch (error) {
    throw new ProviderProblem(`${url} cannot be read: ${reasonOf(error)}`);
  }
  const read = description.safeParse(answer);
  if (!read.success) {
    const { path, message } = read.error.issues[0]!;
    throw new ProviderProblem(`${url} is not the description of an OpenID provider: ${path.join(".")}: ${message}`);
  }
  if (read.data.issuer !== issuer)
    throw new ProviderProblem(
      `the provider calls itself ${read.data.issuer}; OIDC_ISSUER must say exactly that, it is ${issuer}`,
    );
  return read.data;
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === "TimeoutError") return `no answer within ${timeoutMs / 1000} s`;
  const { cause } = error as { cause?: { code?: string } };
  return cause?.code ?? error.message;
}
