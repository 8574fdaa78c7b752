import type { Context } from "#platform/context.ts";
import type { Tx } from "#platform/database.ts";
import { newId } from "#platform/ids.ts";
import { normaliseEmail, normalisePhone } from "./normalise.ts";

export interface Handle {
  kind: "email" | "phone" | "visitor" | "external";
  value: string;
}

/** The shape an identifier is compared in, or null when it is none. */
export const normaliseHandle = ({ kind, value }: Handle): string | null =>
  kind === "email" ? normaliseEmail(value) : kind === "phone" ? normalisePhone(value) : value.trim() || null;

/** Notes by which handles a contact may be recognised. Known ones stay as they are. */
export async function keepIdentifiers(
  tx: Tx,
  contact: { id: string; customerId: string | null },
  handles: readonly Handle[],
): Promise<void> {
  for (const handle of handles) {
    const norm = normaliseHandle(handle);
    if (!norm) continue;
    await tx
      .insertInto("identifiers")
      .values({
        id: newId(),
        contact_id: contact.id,
        customer_id: contact.customerId,
        kind: handle.kind,
        value: handle.value.trim(),
        value_norm: norm,
      })
      .onConflict((conflict) => conflict.columns(["kind", "value_norm", "contact_id"]).doNothing())
      .execute();
  }
}

/** Someone proved that this identifier is theirs (a code from their mailbox, a link confirmed). */
export async function verifyIdentifier(tx: Tx, ctx: Context, proof: { contactId: string } & Handle): Promise<void> {
  const contact = await tx
    .selectFrom("contacts")
    .select(["id", "customer_id"])
    .where("id", "=", proof.contactId)
    .executeTakeFirstOrThrow();
  await keepIdentifiers(tx, { id: contact.id, customerId: contact.customer_id }, [proof]);
  await tx
    .updateTable("identifiers")
    .set((eb) => ({ verified_at: eb.fn.coalesce("verified_at", eb.val(ctx.now)), invalid_at: null }))
    .where("contact_id", "=", proof.contactId)
    .where("kind", "=", proof.kind)
    .where("value_norm", "=", normaliseHandle(proof) ?? "")
    .execute();
}

/** Mail to this address comes back for good: nothing more is sent to it, whoever uses it. */
export async function markInvalid(tx: Tx, at: Date, handle: Handle): Promise<void> {
  await tx
    .updateTable("identifiers")
    .set({ invalid_at: at })
    .where("kind", "=", handle.kind)
    .where("value_norm", "=", normaliseHandle(handle) ?? "")
    .where("invalid_at", "is", null)
    .execute();
}
