/**
 * Opaque tokens for links sent to people: "this bearer may view quote X until Friday". Signed with HMAC-SHA256, bound to
 * one purpose so a link for viewing never signs, and expiring. The content is readable by whoever holds it: no secrets in it.
 */
import { createHmac, timingSafeEqual } from "node:crypto";

export type TokenRefusal = "malformed" | "forged" | "expired";
export type VerifiedToken<T> = { ok: true; subject: T; expiresAt: Date } | { ok: false; reason: TokenRefusal };

const maximumLength = 4096;

/**
 * A token for `subject` (any JSON), good for one `purpose` until `expiresAt`. `keys` is the rotation list: the first
 * signs, all of them verify; put a new secret first and drop the old one once its last token has expired. Each at least
 * 32 characters. Throws RangeError on a weak key or a token longer than 4,096 characters.
 */
export function signToken(keys: readonly string[], token: { purpose: string; subject: unknown; expiresAt: Date }): string {
  const seconds = Math.floor(token.expiresAt.getTime() / 1000);
  if (!Number.isSafeInteger(seconds)) throw new RangeError("signToken: expiresAt is not a date");
  const content = Buffer.from(JSON.stringify([seconds, token.subject])).toString("base64url");
  const signed = `${content}.${mac(checked(keys)[0]!, token.purpose, content).toString("base64url")}`;
  if (signed.length > maximumLength) throw new RangeError("signToken: the subject is too long for a link");
  return signed;
}

/** What a token says, or why it is refused. The signature is checked before anything in the token is believed. */
export function verifyToken<T = unknown>(
  keys: readonly string[],
  token: string,
  expected: { purpose: string; now: Date },
): VerifiedToken<T> {
  const [content, signature, ...more] = token.length > maximumLength ? [] : token.split(".");
  if (!content || !signature || more.length > 0) return { ok: false, reason: "malformed" };
  const given = Buffer.from(signature, "base64url");
  const genuine = checked(keys).some((key) => same(given, mac(key, expected.purpose, content)));
  if (!genuine) return { ok: false, reason: "forged" };
  const [seconds, subject] = JSON.parse(Buffer.from(content, "base64url").toString("utf8")) as [number, T];
  const expiresAt = new Date(seconds * 1000);
  return expiresAt <= expected.now ? { ok: false, reason: "expired" } : { ok: true, subject, expiresAt };
}

/** The length prefix keeps purpose "a" + content "b.c" apart from purpose "a.b" + content "c". */
const mac = (key: string, purpose: string, content: string): Buffer =>
  createHmac("sha256", key).update(`token:${purpose.length}:${purpose}:${content}`).digest();

const same = (a: Buffer, b: Buffer): boolean => a.length === b.length && timingSafeEqual(a, b);

function checked(keys: readonly string[]): readonly string[] {
  if (keys.length === 0 || keys.some((key) => key.length < 32))
    throw new RangeError("signed tokens need secrets of at least 32 characters");
  return keys;
}
