import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { AddressInfo } from "node:net";
import { readConfig } from "#platform/config.ts";
import { browsing } from "#test/harness/browsing.ts";
import { forgingProvider, type ForgingProvider } from "#test/harness/forging-provider.ts";
import { buildHttpServer } from "#server/http-server.ts";
import { modules } from "#server/modules.ts";
import { type TestServer, testServer } from "#test/harness/http.ts";
import { staff } from "#test/story/cast.ts";

const person = { sub: "u-1", email: staff.seller.email, email_verified: true };

let t: TestServer;
before(async () => {
  t = await testServer();
});
after(() => t.close());

/** Goes through the sign-in at a provider that lies as told, and tells where it ended and whether one is in. */
async function through(lie: (provider: ForgingProvider) => void, env: Record<string, string> = {}) {
  const provider = await forgingProvider(person, "throughline");
  lie(provider);
  const { oidc } = readConfig({
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: "throughline",
    OIDC_CLIENT_SECRET: "x",
    ...env,
  });
  const app = { ...t.app, config: { ...t.app.config, oidc } };
  const server = await buildHttpServer(app, modules, t.app.pool.options, { rateLimits: false });
  try {
    await server.listen({ port: 0, host: "127.0.0.1" });
    app.config.publicUrl = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
    return await signIn(app.config.publicUrl);
  } finally {
    await server.close();
    await provider.close();
  }
}

async function signIn(base: string) {
  const browser = browsing();
  const pressed = await browser.once(`${base}/api/auth/sign-in/oidc`, { method: "POST", body: "{}", headers: { origin: base } });
  const body = (await pressed.json()) as { url?: string; code?: string };
  if (!body.url) return { status: pressed.status, code: body.code };
  const { url } = await browser.follow(body.url, {}, (at) => at.pathname === "/sign-in" || at.pathname === "/");
  return { at: `${url.pathname}${url.search}`, in: (await browser.once(`${base}/api/staff/me`)).status === 200 };
}

const letIn = { at: "/", in: true };
const notProven = { at: "/sign-in?refused=not_proven", in: false };

test("a provider that keeps to the rules lets its people in", async () => {
  assert.deepEqual(await through(() => {}), letIn);
});

test("a token of another issuer, for another application, too old or for another sign-in is refused", async () => {
  const wrong: Record<string, Record<string, unknown>> = {
    issuer: { iss: "https://accounts.elsewhere.example" },
    audience: { aud: "another application" },
    expiry: { exp: Math.floor(Date.now() / 1000) - 60 },
    nonce: { nonce: "of another sign-in" },
    "no nonce": { nonce: undefined },
  };
  for (const [name, claims] of Object.entries(wrong))
    assert.deepEqual(await through((provider) => provider.forge((honest) => ({ ...honest, ...claims }))), notProven, name);
});

test("a token signed by someone else, or none at all, is refused", async () => {
  assert.deepEqual(await through((provider) => provider.signWithStrangeKey()), notProven);
  assert.deepEqual(await through((provider) => void (provider.withoutToken = true)), notProven);
});

test("what the userinfo address says of someone else is not believed", async () => {
  const thin = (provider: ForgingProvider) =>
    provider.forge((honest) => ({ ...honest, email: undefined, email_verified: undefined }));
  assert.deepEqual(await through(thin), letIn);
  const swapped = (provider: ForgingProvider) => {
    thin(provider);
    provider.userInfo = { sub: "u-9", email: staff.admin.email, email_verified: true };
  };
  assert.deepEqual(await through(swapped), notProven);
});

test("a provider that never says whether addresses are checked is believed only where the settings say so", async () => {
  const silent = (provider: ForgingProvider) =>
    provider.forge((honest) => ({ ...honest, email_verified: undefined, sub: "u-2" }));
  assert.deepEqual(await through(silent), { at: "/sign-in?refused=email_not_verified", in: false });
  assert.deepEqual(await through(silent, { OIDC_EMAILS_VERIFIED: "1" }), letIn);
  const denied = (provider: ForgingProvider) => provider.forge((honest) => ({ ...honest, email_verified: false }));
  assert.deepEqual(await through(denied, { OIDC_EMAILS_VERIFIED: "1" }), {
    at: "/sign-in?refused=email_not_verified",
    in: false,
  });
});

test("a provider that is away, or calls itself otherwise, is said so", async () => {
  const unreachable = { status: 503, code: "auth.provider_unreachable" };
  assert.deepEqual(await through(() => {}, { OIDC_ISSUER: "http://127.0.0.1:9" }), unreachable);
  assert.deepEqual(await through((provider) => provider.callItself("https://accounts.elsewhere.example")), unreachable);
});
