import type { Tx } from "#platform/database.ts";

/**
 * Where money given back on a line comes from: first what is not earned yet, the latest months before the earlier ones,
 * then revenue. Lowers the schedule by what it takes. Both parts are positive and add up to `amountMinor`.
 */
export async function giveBack(
  tx: Tx,
  original: { id: string },
  amountMinor: bigint,
): Promise<{ deferredMinor: bigint; earnedMinor: bigint }> {
  const pending = await tx
    .selectFrom("revenue_schedules")
    .selectAll()
    .where("invoice_line_id", "=", original.id)
    .where("entry_id", "is", null)
    .orderBy("recognise_on", "desc")
    .forUpdate()
    .execute();
  let left = amountMinor;
  for (const row of pending) {
    const free = row.amount_minor - row.cancelled_minor;
    const taken = free < left ? free : left;
    if (taken <= 0n) continue;
    await tx
      .updateTable("revenue_schedules")
      .set({ cancelled_minor: row.cancelled_minor + taken })
      .where("id", "=", row.id)
      .execute();
    left -= taken;
  }
  return { deferredMinor: amountMinor - left, earnedMinor: left };
}
