import { createHash } from "node:crypto";
import type { Context } from "#platform/context.ts";
import { reader } from "#platform/context.ts";
import { json, type Tx } from "#platform/database.ts";
import { canonicalJson } from "#cpq/pricing/engine/canonical.ts";

export type EvidenceKind = "opened" | "code_sent" | "code_refused" | "code_confirmed" | "consent_given" | "marked" | "signed";
export interface Evidence {
  position: number;
  kind: EvidenceKind;
  happenedAt: Date;
  detail: Record<string, string>;
  previousHash: string;
  hash: string;
}

const beginning = "0".repeat(64);

/** The hash of a row covers the row and, by the hash before, all rows before it. */
export const evidenceHash = (envelopeId: string, row: Omit<Evidence, "hash">): string =>
  createHash("sha256")
    .update(
      canonicalJson({
        envelopeId,
        position: row.position,
        kind: row.kind,
        happenedAt: row.happenedAt.toISOString(),
        detail: row.detail,
        previousHash: row.previousHash,
      }),
    )
    .digest("hex");

/** Adds one fact to the record of an envelope, with where it came from. The envelope must be locked. Returns the hash. */
export async function addEvidence(
  tx: Tx,
  ctx: Context,
  envelopeId: string,
  kind: EvidenceKind,
  detail: Record<string, string>,
): Promise<string> {
  const last = await tx
    .selectFrom("signature_evidence")
    .select(["position", "hash"])
    .where("envelope_id", "=", envelopeId)
    .orderBy("position", "desc")
    .limit(1)
    .executeTakeFirst();
  const row = {
    position: (last?.position ?? 0) + 1,
    kind,
    happenedAt: ctx.now,
    detail: { ...detail, ...(ctx.origin && { ip: ctx.origin.ip, userAgent: ctx.origin.userAgent.slice(0, 200) }) },
    previousHash: last?.hash ?? beginning,
  };
  const hash = evidenceHash(envelopeId, row);
  await tx
    .insertInto("signature_evidence")
    .values({
      envelope_id: envelopeId,
      position: row.position,
      kind,
      happened_at: row.happenedAt,
      detail: json(row.detail),
      previous_hash: row.previousHash,
      hash,
    })
    .execute();
  return hash;
}

export async function evidenceOf(ctx: Context, envelopeId: string): Promise<Evidence[]> {
  const rows = await reader(ctx)
    .selectFrom("signature_evidence")
    .selectAll()
    .where("envelope_id", "=", envelopeId)
    .orderBy("position")
    .execute();
  return rows.map((row) => ({
    position: row.position,
    kind: row.kind as EvidenceKind,
    happenedAt: row.happened_at,
    detail: row.detail as Record<string, string>,
    previousHash: row.previous_hash,
    hash: row.hash,
  }));
}

/** Whether no row was changed, added or taken away in the middle, and the record ends where it should. */
export function isIntact(envelopeId: string, rows: readonly Evidence[]): boolean {
  let previous = beginning;
  for (const [index, row] of rows.entries()) {
    if (row.position !== index + 1 || row.previousHash !== previous || row.hash !== evidenceHash(envelopeId, row)) return false;
    previous = row.hash;
  }
  return rows.at(-1)?.kind === "signed";
}
