import assert from "node:assert/strict";
import { test } from "node:test";
import { readConfig } from "./config.ts";
import { ConfigError } from "./config-error.ts";

const whole = { OIDC_ISSUER: "https://id.rivage.example", OIDC_CLIENT_ID: "throughline", OIDC_CLIENT_SECRET: "secret" };

test("without OIDC_* there is no single sign-on; with the three there is, and nobody joins by themselves", () => {
  assert.equal(readConfig({}).oidc, undefined);
  assert.equal(readConfig({ OIDC_ISSUER: "" }).oidc, undefined);
  assert.deepEqual(readConfig(whole).oidc, {
    issuer: "https://id.rivage.example",
    clientId: "throughline",
    clientSecret: "secret",
    label: undefined,
    emailsVerified: false,
    newcomers: undefined,
  });
});

test("newcomers join with a role that is not the administrator's, from domains as people write them", () => {
  const env = { ...whole, OIDC_NEW_STAFF_ROLE: "agent", OIDC_NEW_STAFF_DOMAINS: "@Rivage.example, rivage.fr" };
  assert.deepEqual(readConfig(env).oidc?.newcomers, { role: "agent", domains: ["rivage.example", "rivage.fr"] });
});

test("what is wrong is named in one line", () => {
  const wrong: [Record<string, string>, RegExp][] = [
    [{ OIDC_ISSUER: whole.OIDC_ISSUER }, /incomplete: OIDC_CLIENT_ID, OIDC_CLIENT_SECRET must be set/],
    [{ ...whole, OIDC_CLIENT_SECRET: "" }, /incomplete: OIDC_CLIENT_SECRET must be set/],
    [{ OIDC_LABEL: "Rivage" }, /incomplete: OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET/],
    [{ ...whole, OIDC_ISSUER: "http://id.rivage.example" }, /OIDC_ISSUER is not valid: it must begin with https:/],
    [{ ...whole, OIDC_ISSUER: "id.rivage.example" }, /OIDC_ISSUER is not valid/],
    [{ ...whole, OIDC_ISSUER: "https://id.rivage.example/.well-known/openid-configuration" }, /give the issuer itself/],
    [
      { ...whole, OIDC_NEW_STAFF_ROLE: "admin", OIDC_NEW_STAFF_DOMAINS: "a.fr" },
      /OIDC_NEW_STAFF_ROLE is not valid: it must be one of/,
    ],
    [{ ...whole, OIDC_NEW_STAFF_ROLE: "agent" }, /go together/],
    [{ ...whole, OIDC_NEW_STAFF_ROLE: "agent", OIDC_NEW_STAFF_DOMAINS: "everyone" }, /"everyone" is not a domain/],
    [{ ...whole, OIDC_EMAILS_VERIFIED: "yes" }, /OIDC_EMAILS_VERIFIED is not valid/],
  ];
  for (const [env, said] of wrong)
    assert.throws(
      () => readConfig(env),
      (error) => error instanceof ConfigError && said.test(error.message) && !error.message.includes("\n"),
      JSON.stringify(env),
    );
  assert.ok(readConfig({ ...whole, OIDC_ISSUER: "http://localhost:8080/realms/rivage" }).oidc);
});

test("a secret that is not valid is not repeated", () => {
  assert.throws(
    () => readConfig({ THROUGHLINE_SECRET: "too short" }),
    (error: Error) => /THROUGHLINE_SECRET/.test(error.message) && !error.message.includes("too short"),
  );
});
