import type { Context } from "#platform/context.ts";
import { json } from "#platform/database.ts";
import { newId } from "#platform/ids.ts";
import { write } from "#platform/write.ts";

const step = (en: string, fr: string, dueDays: number) => ({ name: { en, fr }, dueDays });
const playbooks = [
  {
    key: "keep-customer",
    name: { en: "Keep the customer", fr: "Garder le client" },
    trigger: "churn.risked",
    condition: { minPercent: 50 },
    role: "sales_manager",
    steps: [
      step("Call and listen", "Appeler et écouter", 1),
      step("Mend what hurts first", "Réparer d’abord ce qui fait mal", 3),
      step("Offer what fits the value at risk", "Proposer un geste à la mesure de la valeur menacée", 5),
      step("Ask again how it goes", "Reprendre des nouvelles", 30),
    ],
  },
  {
    key: "mend-promise",
    name: { en: "A promise slips", fr: "Une promesse glisse" },
    trigger: "order.jeopardised",
    condition: {},
    role: "planner",
    steps: [
      step("Tell the customer before they ask", "Prévenir le client avant qu’il demande", 0),
      step("Find another way or another date", "Trouver une autre solution ou une autre date", 1),
    ],
  },
  {
    key: "answer-complaint",
    name: { en: "Answer a complaint", fr: "Répondre à une réclamation" },
    trigger: "complaint.opened",
    condition: {},
    role: "agent",
    steps: [
      step("Acknowledge today", "Accuser réception aujourd’hui", 0),
      step("Say what will be done", "Dire ce qui sera fait", 2),
    ],
  },
];

export const seedPlaybooks = (ctx: Context): Promise<void> =>
  write(ctx, async (tx) => {
    for (const { key, name, trigger, condition, role, steps } of playbooks) {
      await tx
        .insertInto("playbooks")
        .values({
          id: newId(),
          key,
          name: json(name),
          trigger_event: trigger,
          condition: json(condition),
          owner_role: role,
          steps: json(steps),
        })
        .execute();
    }
  });
