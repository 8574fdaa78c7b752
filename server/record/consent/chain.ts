import { createHash } from "node:crypto";

/** What a link of the ledger's chain vouches for. */
export interface LedgerContent {
  number: string;
  contactId: string;
  purpose: string;
  textVersion: string;
  action: string;
  /** ISO instant */
  at: string;
  proof: unknown;
}

/** The hash of a link: SHA-256 over the hash before it and the content in canonical JSON (keys sorted at every depth). */
export const linkHash = (previous: Buffer, content: LedgerContent): Buffer =>
  createHash("sha256").update(previous).update(canonical(content)).digest();

/** JSON with one spelling: keys in code-point order, no spaces. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (value !== null && typeof value === "object") {
    const parts = Object.entries(value)
      .filter(([, part]) => part !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${parts.map(([key, part]) => `${JSON.stringify(key)}:${canonical(part)}`).join(",")}}`;
  }
  return JSON.stringify(value) ?? "null";
}
