import type { Context } from "#platform/context.ts";
import { found, refuseUnless } from "#platform/errors.ts";
import { write } from "#platform/write.ts";
import { append } from "#events/append.ts";
import { type ChangedFields, columnsOf } from "./create-customer.ts";
import { fieldName } from "./field-names.ts";
import { recordChanges } from "./record-changes.ts";
import { seeCustomer } from "./visible.ts";

/** Changes fields of an account. What each was before is kept; a new owner is a fact on the line. */
export const changeCustomer = (ctx: Context, input: ChangedFields & { customerId: string }) =>
  write(ctx, async (tx) => {
    const { customerId, ...fields } = input;
    await seeCustomer(ctx, tx, customerId);
    const before = found(
      await tx
        .selectFrom("customers")
        .selectAll()
        .where("id", "=", customerId)
        .where("merged_into_id", "is", null)
        .forUpdate()
        .executeTakeFirst(),
      "customer",
      customerId,
    );
    if (fields.parentId) refuseUnless(!(await isAbove(tx, customerId, fields.parentId)), "customer.parent_loop");
    const columns = columnsOf(fields);
    const after = { ...columns, ...(fields.billingAddress === undefined ? {} : { billing_address: fields.billingAddress }) };
    const changed = await recordChanges(tx, ctx, { type: "customer", id: customerId, customerId }, before, after);
    if (changed.length === 0) return { id: customerId };
    await tx
      .updateTable("customers")
      .set({ ...columns, updated_at: ctx.now })
      .where("id", "=", customerId)
      .execute();
    await append(tx, ctx, "customer.changed", { subjectId: customerId, customerId, data: { fields: changed.map(fieldName) } });
    if (changed.includes("owner_id") && fields.ownerId) {
      const owner = await tx.selectFrom("staff").select("name").where("id", "=", fields.ownerId).executeTakeFirst();
      await append(tx, ctx, "customer.assigned", {
        subjectId: customerId,
        customerId,
        data: { ownerId: fields.ownerId, ownerName: owner?.name ?? "" },
      });
    }
    return { id: customerId };
  });

/** Whether making `parentId` the parent would close a circle. */
async function isAbove(tx: Parameters<Parameters<typeof write>[1]>[0], customerId: string, parentId: string): Promise<boolean> {
  for (let at: string | null = parentId, steps = 0; at && steps < 50; steps += 1) {
    if (at === customerId) return true;
    const row: { parent_id: string | null } | undefined = await tx
      .selectFrom("customers")
      .select("parent_id")
      .where("id", "=", at)
      .executeTakeFirst();
    at = row?.parent_id ?? null;
  }
  return false;
}
