import type { RecordedEvent } from "#events/envelope.ts";
import type { Subscriber } from "#events/reactions.ts";
import type { Context } from "#platform/context.ts";
import { sendMessage } from "#record/messaging/send-message.ts";
import { startAction } from "./start-action.ts";

interface Step {
  kind: "message" | "goodwill" | "task";
  template?: string;
  note?: { en: string; fr: string };
}
type Rule = Awaited<ReturnType<typeof rulesFor>>[number];

const rulesFor = (ctx: Context, event: RecordedEvent) =>
  ctx
    .tx!.selectFrom("action_rules")
    .selectAll()
    .where("active", "=", true)
    .where((eb) =>
      eb.or([
        eb("on_event", "=", event.type),
        ...(event.type === "kpi.missed" ? [eb("on_kpi", "=", String(event.data.kpi))] : []),
      ]),
    )
    .execute();

/** What a rule does at once: tell the customer before they ask; the goodwill and the rest are left to its owner. */
async function takeSteps(
  ctx: Context,
  rule: Rule,
  event: RecordedEvent,
): Promise<{ kind: string; done: boolean; note: string }[]> {
  const taken = [];
  for (const step of rule.steps as Step[]) {
    const note = step.note?.fr ?? "";
    if (step.kind !== "message") {
      taken.push({ kind: step.kind, done: false, note });
      continue;
    }
    const contactId = event.contactId ?? (await primaryContact(ctx, event.customerId));
    if (!contactId) {
      taken.push({ kind: "message", done: false, note: "aucune adresse" });
      continue;
    }
    const sent = await sendMessage(ctx, {
      contactId,
      purpose: "service",
      transactional: true,
      template: `actions:mail.${step.template}`,
      data: wordsOf(event),
    });
    taken.push({ kind: "message", done: sent.outcome !== "skipped", note: sent.outcome === "skipped" ? sent.reason : note });
  }
  return taken;
}

async function primaryContact(ctx: Context, customerId: string | null): Promise<string | undefined> {
  if (!customerId) return undefined;
  return (
    await ctx
      .tx!.selectFrom("contacts")
      .select("id")
      .where("customer_id", "=", customerId)
      .where("email", "is not", null)
      .orderBy("is_primary", "desc")
      .limit(1)
      .executeTakeFirst()
  )?.id;
}

const wordsOf = (event: RecordedEvent): Record<string, string> =>
  Object.fromEntries(Object.entries(event.data).filter((entry): entry is [string, string] => typeof entry[1] === "string"));

export const actionsSubscribers: readonly Subscriber[] = [
  {
    name: "actions/correct",
    to: ["kpi.missed", "order.jeopardised", "appointment.missed"],
    async react(ctx, event) {
      for (const rule of await rulesFor(ctx, event)) {
        const open = await ctx
          .tx!.selectFrom("action_plans")
          .select("id")
          .where("rule_id", "=", rule.id)
          .where("subject_id", "=", event.subjectId)
          .where("status", "=", "open")
          .executeTakeFirst();
        if (open) continue;
        await startAction(ctx, {
          ruleId: rule.id,
          causeEventId: event.id,
          subjectId: event.subjectId,
          name: (rule.name as { fr: string }).fr,
          reason: event.type,
          stage: String(event.data.stage ?? event.stage ?? "stay"),
          kpi: rule.measure_kpi ?? rule.on_kpi ?? undefined,
          customerId: event.customerId,
          contactId: event.contactId,
          ownerRole: rule.owner_role,
          dueAt: new Date(ctx.now.getTime() + rule.due_hours * 3_600_000),
          steps: await takeSteps(ctx, rule, event),
          measureAfterDays: rule.measure_after_days,
        });
      }
    },
  },
];
