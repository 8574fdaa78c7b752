import { apiKey } from "@better-auth/api-key";
import { betterAuth } from "better-auth";
import { customSession, genericOAuth, twoFactor } from "better-auth/plugins";
import { permissionsOf } from "#platform/http/authorise.ts";
import type { App } from "#platform/context.ts";
import { newId } from "#platform/ids.ts";
import { activeStaff, actorOf } from "./staff-member.ts";

export const cookiePrefix = "tl";
export const apiKeyHeader = "x-api-key";
const sessionDays = 7;

/**
 * Sign-in of staff: passwords, sessions, second factor, API keys, and the organisation's own identity provider where
 * OIDC_* is set. Nobody signs up: an administrator invites. Sessions live in real time, whatever the demo clock says.
 */
function makeAuth(app: App) {
  const { publicUrl, oidc } = app.config;
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
    account: { accountLinking: { enabled: true, trustedProviders: ["oidc"] } },
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
      ...(oidc
        ? [
            genericOAuth({
              config: [
                {
                  providerId: "oidc",
                  discoveryUrl: oidc.discoveryUrl,
                  clientId: oidc.clientId,
                  clientSecret: oidc.clientSecret,
                  scopes: ["openid", "email", "profile"],
                  disableSignUp: true,
                },
              ],
            }),
          ]
        : []),
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
