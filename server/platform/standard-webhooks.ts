/**
 * Webhooks signed as the Standard Webhooks specification 1.0 asks, so that any receiver's library can check ours and we
 * can check others': headers webhook-id, webhook-timestamp, webhook-signature; the secret is "whsec_" + base64.
 */
import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";

const toleranceSeconds = 5 * 60;

export interface WebhookHeaders {
  "webhook-id": string;
  "webhook-timestamp": string;
  "webhook-signature": string;
}

export type WebhookCheck =
  | { ok: true; id: string; sentAt: Date }
  | { ok: false; reason: "headers_missing" | "too_old" | "too_new" | "forged" };

/** A new secret to share with a receiver: 32 random bytes. */
export const newWebhookSecret = (): string => `whsec_${randomBytes(32).toString("base64")}`;

/**
 * The headers to send with `body` (the exact text sent). `id` names the event and stays the same over retries, so that the
 * receiver can drop repeats. Several secrets sign side by side while one replaces another.
 */
export function signWebhook(secrets: readonly string[], message: { id: string; sentAt: Date; body: string }): WebhookHeaders {
  if (secrets.length === 0) throw new RangeError("signWebhook: no secret");
  if (message.id === "" || message.id.includes(".")) throw new RangeError("signWebhook: the id must be there and hold no dot");
  const timestamp = String(Math.floor(message.sentAt.getTime() / 1000));
  const signatures = secrets.map((secret) => `v1,${mac(secret, message.id, timestamp, message.body).toString("base64")}`);
  return { "webhook-id": message.id, "webhook-timestamp": timestamp, "webhook-signature": signatures.join(" ") };
}

/**
 * Whether a received webhook is genuine and fresh (5 minutes either way). `body` is the raw text received, before any
 * parsing. One good signature among those sent, under one of the secrets, is enough. Header names in lower case.
 */
export function verifyWebhook(
  secrets: readonly string[],
  message: { headers: Readonly<Record<string, string | string[] | undefined>>; body: string; now: Date },
): WebhookCheck {
  const [id, timestamp, signatures] = ["webhook-id", "webhook-timestamp", "webhook-signature"].map(
    (name) => message.headers[name],
  );
  if (
    typeof id !== "string" ||
    typeof timestamp !== "string" ||
    typeof signatures !== "string" ||
    !/^\d{1,12}$/.test(timestamp)
  ) {
    return { ok: false, reason: "headers_missing" };
  }
  const ageSeconds = Math.floor(message.now.getTime() / 1000) - Number(timestamp);
  if (ageSeconds > toleranceSeconds) return { ok: false, reason: "too_old" };
  if (ageSeconds < -toleranceSeconds) return { ok: false, reason: "too_new" };
  const given = signatures
    .slice(0, 4096)
    .split(" ")
    .filter((part) => part.startsWith("v1,"))
    .map((part) => Buffer.from(part.slice(3), "base64"));
  const genuine = secrets.some((secret) => {
    const right = mac(secret, id, timestamp, message.body);
    return given.some((signature) => signature.length === right.length && timingSafeEqual(signature, right));
  });
  return genuine ? { ok: true, id, sentAt: new Date(Number(timestamp) * 1000) } : { ok: false, reason: "forged" };
}

function mac(secret: string, id: string, timestamp: string, body: string): Buffer {
  const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
  if (key.length < 24 || key.length > 64) throw new RangeError("a webhook secret is whsec_ followed by 24 to 64 bytes in base64");
  return createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest();
}
