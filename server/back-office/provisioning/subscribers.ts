import type { Subscriber } from "#events/reactions.ts";
import { confirmDelivery } from "./confirm-delivery.ts";
import { provisionService } from "./provision-service.ts";

export const provisioningSubscribers: readonly Subscriber[] = [
  {
    name: "provisioning/provision",
    to: ["task.started"],
    async react(ctx, event) {
      const { orderId, kind, itemId } = event.data as { orderId: string; kind: string; itemId: string | null };
      if (kind === "provision" && itemId)
        await provisionService(ctx, {
          taskId: event.subjectId,
          orderId,
          itemId,
          customerId: event.customerId!,
          contactId: event.contactId,
        });
    },
  },
  {
    name: "provisioning/confirm-delivery",
    to: ["task.completed"],
    react: (ctx, event) => confirmDelivery(ctx, event.data.orderId as string),
  },
  {
    name: "provisioning/confirm-empty-plan",
    to: ["order.planned"],
    async react(ctx, event) {
      if ((event.data.tasks as unknown[]).length === 0) await confirmDelivery(ctx, event.subjectId);
    },
  },
  {
    name: "provisioning/stop",
    to: ["subscription.cancelled"],
    async react(ctx, event) {
      const started = await ctx
        .tx!.selectFrom("events")
        .select("data")
        .where("subject_id", "=", event.subjectId)
        .where("type", "=", "subscription.started")
        .executeTakeFirst();
      const itemId = (started?.data as { itemId?: string } | undefined)?.itemId;
      if (itemId)
        await ctx
          .tx!.updateTable("installed_services")
          .set({ status: "stopped", stopped_at: ctx.now })
          .where("item_id", "=", itemId)
          .execute();
    },
  },
];
