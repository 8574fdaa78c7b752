import { createHmac, randomInt, timingSafeEqual } from "node:crypto";
import type { App } from "#platform/context.ts";

export const codeMinutes = 10;
export const maxTries = 5;
/** Codes one envelope may ask for within an hour. */
export const maxCodesPerHour = 5;

export const newCode = (): string => randomInt(0, 1_000_000).toString().padStart(6, "0");

/** Only a keyed hash is kept: six digits would not survive a guess over a plain one. */
export const codeHash = (app: App, envelopeId: string, code: string): Buffer =>
  createHmac("sha256", app.secret).update(`signing-code:${envelopeId}:${code}`).digest();

export const isCode = (app: App, envelopeId: string, code: string, kept: Buffer): boolean =>
  timingSafeEqual(kept, codeHash(app, envelopeId, code));
