import type { Context } from "#platform/context.ts";
import { json } from "#platform/database.ts";
import { newId } from "#platform/ids.ts";
import { write } from "#platform/write.ts";

const rules = [
  {
    key: "tell_before_slip",
    name: { en: "Tell the customer before the date slips", fr: "Prévenir le client avant que la date ne glisse" },
    on_event: "order.jeopardised",
    steps: [
      {
        kind: "message",
        template: "slip",
        note: { en: "Tell the customer by e-mail", fr: "Prévenir le client par e-mail" },
      },
      {
        kind: "goodwill",
        note: { en: "10 % of the installation on the next invoice", fr: "10 % de l’installation sur la prochaine facture" },
      },
      { kind: "task", note: { en: "Find another way or another date", fr: "Trouver une autre solution ou une autre date" } },
    ],
    owner_role: "planner",
    due_hours: 4,
    measure_kpi: "promise_kept",
  },
  {
    key: "mend_promises",
    name: { en: "Review how dates are promised", fr: "Revoir la façon de promettre les dates" },
    on_kpi: "promise_kept",
    steps: [
      {
        kind: "task",
        note: {
          en: "Look at the tasks that were late and their lead times",
          fr: "Examiner les tâches en retard et leurs délais",
        },
      },
    ],
    owner_role: "planner",
    due_hours: 72,
  },
  {
    key: "speed_up_response",
    name: { en: "Answer leads faster", fr: "Répondre plus vite aux prospects" },
    on_kpi: "lead_response",
    steps: [
      {
        kind: "task",
        note: {
          en: "Re-route waiting leads, look at the load of each seller",
          fr: "Réaffecter les prospects en attente, regarder la charge de chacun",
        },
      },
    ],
    owner_role: "sales_manager",
    due_hours: 24,
  },
] as const;

/** What starts by itself in the default journey. */
export const seedActions = (ctx: Context): Promise<void> =>
  write(ctx, async (tx) => {
    for (const rule of rules) {
      await tx
        .insertInto("action_rules")
        .values({
          id: newId(),
          key: rule.key,
          name: json(rule.name),
          on_kpi: "on_kpi" in rule ? rule.on_kpi : null,
          on_event: "on_event" in rule ? rule.on_event : null,
          steps: json(rule.steps),
          owner_role: rule.owner_role,
          due_hours: rule.due_hours,
          measure_kpi: "measure_kpi" in rule ? rule.measure_kpi : null,
        })
        .execute();
    }
  });
