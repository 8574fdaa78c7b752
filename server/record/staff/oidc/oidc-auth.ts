import type { GenericOAuthConfig } from "better-auth/plugins";
import type { App } from "#platform/context.ts";
import { refuse } from "#platform/errors.ts";
import type { OidcSettings } from "#platform/oidc-settings.ts";
import { type Auth, makeAuth } from "../auth.ts";
import { admitNewcomer } from "./admit-newcomer.ts";
import { discoverProvider, discoveryUrlOf, type ProviderDescription, ProviderProblem } from "./discover-provider.ts";
import { whoSignsIn } from "./who-signs-in.ts";

export const providerId = "oidc";

/** Where the provider sends people back to: to be registered there, to the letter. */
export const redirectUriOf = (publicUrl: string): string => `${publicUrl}/api/auth/callback/${providerId}`;

const made = new WeakMap<App, Promise<Auth>>();

/**
 * Sign-in through the organisation's provider, beside the one by password and never in its way: the provider is looked up
 * when someone first asks for it, and again when that failed. Same sessions, same cookies. Refuses auth.no_provider where
 * none is configured and auth.provider_unreachable while it cannot be used; the log says why.
 */
export async function oidcAuthOf(app: App): Promise<Auth> {
  const { oidc } = app.config;
  if (!oidc) refuse("auth.no_provider");
  let auth = made.get(app);
  if (!auth) {
    auth = discoverProvider(oidc).then((provider) => makeAuth(app, configOf(app, oidc, provider)));
    made.set(app, auth);
  }
  try {
    return await auth;
  } catch (error) {
    made.delete(app);
    if (!(error instanceof ProviderProblem)) throw error;
    app.log.warn(`single sign-on: ${error.message}`);
    return refuse("auth.provider_unreachable");
  }
}

function configOf(app: App, oidc: OidcSettings, provider: ProviderDescription): GenericOAuthConfig {
  const methods = provider.token_endpoint_auth_methods_supported;
  return {
    providerId,
    discoveryUrl: discoveryUrlOf(oidc.issuer),
    requireIdTokenVerification: true,
    clientId: oidc.clientId,
    clientSecret: oidc.clientSecret,
    authentication: methods.includes("client_secret_basic") ? "basic" : "post",
    scopes: ["openid", "email", "profile"],
    pkce: true,
    disableSignUp: true,
    async getUserInfo(tokens) {
      const person = await whoSignsIn(oidc, provider, tokens);
      if (!person) return null;
      await admitNewcomer(app, person);
      return { ...person, emailVerified: person.emailVerified, id: person.sub } as never;
    },
  };
}
