import type { Context } from "#platform/context.ts";
import type { Tx } from "#platform/database.ts";
import { found } from "#platform/errors.ts";

/** The order, held until the transaction ends. A portal customer finds only their own. */
export async function lockOrder(tx: Tx, ctx: Context, orderId: string) {
  let query = tx.selectFrom("orders").selectAll().where("id", "=", orderId).forUpdate();
  if (ctx.actor.kind === "customer") query = query.where("customer_id", "=", ctx.actor.customerId);
  return found(await query.executeTakeFirst(), "order", orderId);
}
