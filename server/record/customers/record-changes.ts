import type { Context } from "#platform/context.ts";
import { json, type Tx } from "#platform/database.ts";
import { newId } from "#platform/ids.ts";

/** Keeps what each field was and became. Fields that stay the same leave no trace. Returns the names of those that changed. */
export async function recordChanges(
  tx: Tx,
  ctx: Context,
  subject: { type: "customer" | "contact"; id: string; customerId: string | null },
  before: Record<string, unknown>,
  after: Record<string, unknown>,
): Promise<string[]> {
  const changed = Object.keys(after).filter((field) => json(before[field] ?? null) !== json(after[field] ?? null));
  if (changed.length === 0) return [];
  await tx
    .insertInto("customer_changes")
    .values(
      changed.map((field) => ({
        id: newId(),
        subject_type: subject.type,
        subject_id: subject.id,
        customer_id: subject.customerId,
        field,
        before: json(before[field] ?? null),
        after: json(after[field] ?? null),
        actor_type: ctx.actor.kind,
        actor_id: ctx.actor.id,
        changed_at: ctx.now,
      })),
    )
    .execute();
  return changed;
}
