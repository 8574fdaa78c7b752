import type { RecordedEvent } from "#events/envelope.ts";
import type { Subscriber } from "#events/reactions.ts";
import { startPlaybook } from "./start-playbook.ts";

/** {"kpi": "win_rate"} asks for that value; {"minPercent": 50} for at least that much of `percent`. */
function fits(condition: Record<string, unknown>, event: RecordedEvent): boolean {
  return Object.entries(condition).every(([key, wanted]) => {
    if (!key.startsWith("min")) return event.data[key] === wanted;
    const field = key.charAt(3).toLowerCase() + key.slice(4);
    return Number(event.data[field]) >= Number(wanted);
  });
}

export const playbooksSubscribers: readonly Subscriber[] = [
  {
    name: "playbooks/start",
    to: ["churn.risked", "kpi.missed", "complaint.opened", "order.jeopardised", "invoice.disputed"],
    async react(ctx, event) {
      const playbooks = await ctx
        .tx!.selectFrom("playbooks")
        .selectAll()
        .where("trigger_event", "=", event.type)
        .where("active", "=", true)
        .execute();
      for (const playbook of playbooks) {
        if (fits(playbook.condition as Record<string, unknown>, event))
          await startPlaybook(ctx, {
            playbookId: playbook.id,
            customerId: event.customerId,
            reason: event.type,
            causeEventId: event.id,
          });
      }
    },
  },
];
