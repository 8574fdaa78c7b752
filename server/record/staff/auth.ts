import { apiKey } from "@better-auth/api-key";
import { betterAuth } from "better-auth";
import { APIError } from "better-auth/api";
import { customSession, genericOAuth, type GenericOAuthConfig, twoFactor } from "better-auth/plugins";
import { permissionsOf } from "#platform/http/authorise.ts";
import type { App } from "#platform/context.ts";
import { newId } from "#platform/ids.ts";
import { activeStaff, actorOf } from "./staff-member.ts";

export const cookiePrefix = "tl";
export const apiKeyHeader = "x-api-key";
const sessionDays = 7;

/** The provider vouches at sign-in and is not asked anything later: what could be stolen from us is not kept. */
const withoutTokens = { accessToken: null, refreshToken: null, idToken: null };

/**
 * Sign-in of staff: passwords, sessions, second factor, API keys; with `provider` also the organisation's own identity
 * provider (oidc/oidc-auth.ts). Nobody signs up: an administrator invites. Sessions live in real time, whatever the demo
 * clock says.
 */
export function makeAuth(app: App, provider?: GenericOAuthConfig) {
  const { publicUrl } = app.config;
  return betterAuth({
    appName: "Throughline",
    baseURL: publicUrl,
    basePath: "/api/auth",
    secret: app.secret,
    database: { db: app.db as never, type: "postgres", schemaName: "auth", transaction: true },
    telemetry: { enabled: false },
    logger: {
      level: "error",
      log: (_level, message, ...rest) => app.log.warn({ rest }, `sign-in: ${message}`),
    },
    trustedOrigins: (request) => [publicUrl, request ? new URL(request.url).origin : publicUrl],
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 12, maxPasswordLength: 200 },
    session: { expiresIn: sessionDays * 86_400, updateAge: 86_400 },
    // Only administrators make accounts, so an address nobody confirmed here yet (an invitation not opened) may be proven by the
    // provider; an address the provider itself has not confirmed proves nothing.
    account: { accountLinking: { enabled: true, requireLocalEmailVerified: false } },
    onAPIError: { errorURL: `${publicUrl}/sign-in` },
    user: {
      // asked whenever a provider's word would open or link an account; never for passwords
      validateUserInfo: ({ user }) => (user.emailVerified ? undefined : { error: "email_not_verified" }),
    },
    databaseHooks: {
      session: {
        create: {
          before: async ({ userId }) => {
            if (!(await activeStaff(app.db, userId))) throw new APIError("FORBIDDEN", { code: "ACCESS_ENDED" });
          },
        },
      },
      account: {
        create: { before: async () => ({ data: withoutTokens }) },
        update: { before: async () => ({ data: withoutTokens }) },
      },
    },
    rateLimit: { enabled: false }, // limited by address in front of it: platform/http/rate-limit.ts
    advanced: {
      cookiePrefix,
      useSecureCookies: publicUrl.startsWith("https:"),
      defaultCookieAttributes: { sameSite: "lax", httpOnly: true },
      database: { generateId: () => newId() },
      ipAddress: { ipAddressHeaders: ["x-throughline-ip"] },
    },
    plugins: [
      twoFactor({ issuer: "Throughline" }),
      apiKey({
        apiKeyHeaders: apiKeyHeader,
        defaultPrefix: "tl_",
        enableMetadata: true,
        rateLimit: { enabled: false },
        keyExpiration: { maxExpiresIn: 3650 },
      }),
      ...(provider ? [genericOAuth({ config: [provider] })] : []),
      customSession(async ({ user, session }) => {
        const member = await activeStaff(app.db, user.id);
        const actor = member && actorOf(member);
        return {
          user: {
            ...user,
            roles: member?.roles ?? [],
            role: member?.roles[0] ?? null,
            locale: member?.locale ?? "en",
            permissions: actor ? permissionsOf({ actor }) : [],
          },
          session,
        };
      }),
    ],
  });
}

export type Auth = ReturnType<typeof makeAuth>;
const made = new WeakMap<App, Auth>();

/** The sign-in of this installation, made at its first use. */
export function authOf(app: App): Auth {
  let auth = made.get(app);
  if (!auth) made.set(app, (auth = makeAuth(app)));
  return auth;
}
