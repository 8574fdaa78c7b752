import type { Tx } from "#platform/database.ts";
import { found } from "#platform/errors.ts";

/** A payment and what of it is neither allocated nor refunded, locked until the transaction ends. */
export async function lockPayment(tx: Tx, paymentId: string) {
  const payment = found(
    await tx.selectFrom("payments").selectAll().where("id", "=", paymentId).forUpdate().executeTakeFirst(),
    "payment",
    paymentId,
  );
  const used = await tx
    .selectFrom("payment_list")
    .select(["allocated_minor", "refunded_minor"])
    .where("id", "=", paymentId)
    .executeTakeFirstOrThrow();
  return { payment, unusedMinor: payment.amount_minor - used.allocated_minor! - used.refunded_minor! };
}
