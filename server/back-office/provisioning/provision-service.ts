import { createHash } from "node:crypto";
import { append } from "#events/append.ts";
import type { SoldLine } from "#cpq/quotes/events.ts";
import type { Context } from "#platform/context.ts";
import { newId } from "#platform/ids.ts";
import { write } from "#platform/write.ts";

/**
 * Switches a service on. This installation has no network of its own to drive: the identifier is made here, stable per
 * order item; a connector to a real network takes the place of `identifierOf`, the facts stay the same.
 */
export const provisionService = (
  ctx: Context,
  input: { taskId: string; orderId: string; itemId: string; customerId: string; contactId: string | null },
) =>
  write(ctx, async (tx) => {
    const known = await tx.selectFrom("installed_services").select("id").where("item_id", "=", input.itemId).executeTakeFirst();
    if (known) return known;
    const item = await tx.selectFrom("order_items").select("line").where("id", "=", input.itemId).executeTakeFirstOrThrow();
    const line = item.line as SoldLine;
    const id = newId();
    const identifier = identifierOf(line.sku, input.itemId);
    await tx
      .insertInto("installed_services")
      .values({
        id,
        customer_id: input.customerId,
        order_id: input.orderId,
        item_id: input.itemId,
        task_id: input.taskId,
        service: line.name,
        sku: line.sku,
        identifier,
        status: "active",
        activated_at: ctx.now,
      })
      .execute();
    await append(tx, ctx, "service.provisioned", {
      subjectId: id,
      customerId: input.customerId,
      contactId: input.contactId,
      data: { orderId: input.orderId, itemId: input.itemId, taskId: input.taskId, service: line.name, identifier },
    });
    return { id };
  });

const identifierOf = (sku: string, itemId: string): string =>
  `${sku.split("-")[0]}-${createHash("sha256").update(itemId).digest("hex").slice(0, 10).toUpperCase()}`;
