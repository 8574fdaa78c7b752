import assert from "node:assert/strict";
import { test } from "node:test";
import { newWebhookSecret, signWebhook, verifyWebhook } from "./standard-webhooks.ts";

const now = new Date("2026-11-21T10:00:00Z");
const body = '{"type":"sample.happened","name":"Léa"}';
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);

test("matches the specification's published example", () => {
  const signed = signWebhook(["whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"], {
    id: "msg_p5jXN8AQM9LWM0D4loKWxJek",
    sentAt: new Date(1_614_265_330_000),
    body: '{"test": 2432232314}',
  });
  assert.equal(signed["webhook-signature"], "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  assert.equal(signed["webhook-timestamp"], "1614265330");
});

test("verifies what it signs, within five minutes either way", () => {
  const secret = newWebhookSecret();
  const headers = { ...signWebhook([secret], { id: "evt_1", sentAt: now, body }) };
  assert.deepEqual(verifyWebhook([secret], { headers, body, now: later(300) }), { ok: true, id: "evt_1", sentAt: now });
  assert.deepEqual(verifyWebhook([secret], { headers, body, now: later(301) }), { ok: false, reason: "too_old" });
  assert.deepEqual(verifyWebhook([secret], { headers, body, now: later(-301) }), { ok: false, reason: "too_new" });
  assert.deepEqual(verifyWebhook([secret], { headers, body: `${body} `, now }), { ok: false, reason: "forged" });
  assert.deepEqual(verifyWebhook([secret], { headers: { ...headers, "webhook-id": "evt_2" }, body, now }), {
    ok: false,
    reason: "forged",
  });
  assert.deepEqual(verifyWebhook([secret], { headers: {}, body, now }), { ok: false, reason: "headers_missing" });
});

test("secrets rotate: both sign for a while, either verifies, an unknown one does not", () => {
  const [older, newer] = [newWebhookSecret(), newWebhookSecret()];
  const headers = { ...signWebhook([newer, older], { id: "evt_1", sentAt: now, body }) };
  assert.equal(headers["webhook-signature"].split(" ").length, 2);
  assert.equal(verifyWebhook([older], { headers, body, now }).ok, true);
  assert.equal(verifyWebhook([newer], { headers, body, now }).ok, true);
  assert.equal(verifyWebhook([newWebhookSecret()], { headers, body, now }).ok, false);
  assert.throws(() => signWebhook(["whsec_c2hvcnQ="], { id: "e", sentAt: now, body }), /24 to 64 bytes/);
});
