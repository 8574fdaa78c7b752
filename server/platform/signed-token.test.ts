import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { signToken, verifyToken } from "./signed-token.ts";

const key = "k".repeat(32);
const older = "o".repeat(40);
const now = new Date("2026-11-21T10:00:00Z");
const expiresAt = new Date("2026-11-22T10:00:00Z");

test("a token says what was signed, for its purpose, until it expires", () => {
  const token = signToken([key], { purpose: "quote.view", subject: { id: "7", name: "Léa" }, expiresAt });
  assert.match(token, /^[\w-]+\.[\w-]+$/, "fits a link without escaping");
  assert.deepEqual(verifyToken([key], token, { purpose: "quote.view", now }), {
    ok: true,
    subject: { id: "7", name: "Léa" },
    expiresAt,
  });
  assert.deepEqual(verifyToken([key], token, { purpose: "quote.sign", now }), { ok: false, reason: "forged" });
  assert.deepEqual(verifyToken([key], token, { purpose: "quote.view", now: expiresAt }), { ok: false, reason: "expired" });
});

test("keys rotate: an older key still verifies until it is dropped", () => {
  const token = signToken([older], { purpose: "p", subject: 1, expiresAt });
  assert.equal(verifyToken([key, older], token, { purpose: "p", now }).ok, true);
  assert.deepEqual(verifyToken([key], token, { purpose: "p", now }), { ok: false, reason: "forged" });
  assert.throws(() => signToken(["short"], { purpose: "p", subject: 1, expiresAt }), /32 characters/);
});

test("no change to a token and no noise is ever accepted", () => {
  const token = signToken([key], { purpose: "p", subject: { id: "7" }, expiresAt });
  fc.assert(
    fc.property(fc.nat(token.length - 1), fc.string({ minLength: 1, maxLength: 1 }), (at, letter) => {
      const changed = token.slice(0, at) + letter + token.slice(at + 1);
      const decoded = changed
        .split(".")
        .map((part) => Buffer.from(part, "base64url").toString("hex"))
        .join(".");
      const original = token
        .split(".")
        .map((part) => Buffer.from(part, "base64url").toString("hex"))
        .join(".");
      fc.pre(decoded !== original);
      assert.equal(verifyToken([key], changed, { purpose: "p", now }).ok, false);
    }),
  );
  fc.assert(fc.property(fc.string(), (noise) => assert.equal(verifyToken([key], noise, { purpose: "p", now }).ok, false)));
  assert.deepEqual(verifyToken([key], "a".repeat(5000), { purpose: "p", now }), { ok: false, reason: "malformed" });
});
