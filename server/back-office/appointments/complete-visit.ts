import { createHash } from "node:crypto";
import { append } from "#events/append.ts";
import type { Context } from "#platform/context.ts";
import { refuseUnless } from "#platform/errors.ts";
import { newId } from "#platform/ids.ts";
import { write } from "#platform/write.ts";
import { lockVisit, refuseUnlessNext } from "./visit.ts";

interface Proof {
  kind: "photo" | "signature";
  contentType: "image/png" | "image/jpeg" | "image/svg+xml";
  base64: string;
}
const extension = { "image/png": "png", "image/jpeg": "jpg", "image/svg+xml": "svg" } as const;

/** The first bytes must be those of the kind of picture they claim to be: what is kept as proof must open as one. */
function isPicture(bytes: Buffer, type: Proof["contentType"]): boolean {
  if (type === "image/png") return bytes.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));
  if (type === "image/jpeg") return bytes[0] === 0xff && bytes[1] === 0xd8;
  const text = bytes.toString("utf8");
  return /^\s*<svg[\s>]/.test(text) && !/<script|\son\w+=|javascript:|<foreignObject|<!ENTITY/i.test(text);
}

/** The work is done. Proofs are kept by their hash; the fact carries the hashes, so a picture cannot be swapped later. */
export const completeVisit = (ctx: Context, input: { appointmentId: string; notes?: string | undefined; proofs: Proof[] }) =>
  write(ctx, async (tx) => {
    const { visit, about } = await lockVisit(tx, ctx, input.appointmentId);
    if (visit.status === "completed" || visit.status === "confirmed") return { id: visit.id };
    refuseUnlessNext(visit.status, "completed");
    const kept: { kind: string; sha256: string }[] = [];
    for (const proof of input.proofs) {
      const bytes = Buffer.from(proof.base64, "base64");
      refuseUnless(isPicture(bytes, proof.contentType), "appointment.proof_not_a_picture", { contentType: proof.contentType });
      const sha256 = createHash("sha256").update(bytes).digest("hex");
      const fileKey = `appointments/${visit.id}/${sha256.slice(0, 16)}.${extension[proof.contentType]}`;
      await ctx.app.files.put(fileKey, bytes, { contentType: proof.contentType });
      await tx
        .insertInto("appointment_proofs")
        .values({
          id: newId(),
          appointment_id: visit.id,
          kind: proof.kind,
          file_key: fileKey,
          sha256,
          content_type: proof.contentType,
          taken_at: ctx.now,
        })
        .onConflict((c) => c.doNothing())
        .execute();
      kept.push({ kind: proof.kind, sha256 });
    }
    await tx
      .updateTable("appointments")
      .set({ status: "completed", completed_at: ctx.now, notes: input.notes ?? null })
      .where("id", "=", visit.id)
      .execute();
    await append(tx, ctx, "installation.completed", {
      ...about,
      channel: "field",
      data: {
        orderId: visit.order_id,
        appointmentId: visit.id,
        taskId: visit.task_id,
        proofs: kept,
        ...(input.notes && { notes: input.notes }),
      },
    });
    return { id: visit.id };
  });
