import type { Context } from "#platform/context.ts";
import type { Tx } from "#platform/database.ts";
import { found } from "#platform/errors.ts";

/** An issued document with what became of it, locked until the transaction ends; 404 for strangers. */
export async function lockInvoice(tx: Tx, ctx: Context, invoiceId: string) {
  await tx.selectFrom("invoice_follow_ups").select("invoice_id").where("invoice_id", "=", invoiceId).forUpdate().execute();
  let query = tx.selectFrom("invoice_list").selectAll().where("id", "=", invoiceId);
  if (ctx.actor.kind === "customer") query = query.where("customer_id", "=", ctx.actor.customerId);
  const row = found(await query.executeTakeFirst(), "invoice", invoiceId);
  const about = { subjectId: row.id!, customerId: row.customer_id, contactId: row.contact_id };
  return { row, about };
}
