import type { EventType } from "#events/catalog.ts";
import type { RecordedEvent } from "#events/envelope.ts";
import type { Subscriber } from "#events/reactions.ts";
import type { Context } from "#platform/context.ts";
import { newId } from "#platform/ids.ts";
import { write } from "#platform/write.ts";

/** The moments a survey may follow. */
export const moments = [
  "quote.signed",
  "installation.confirmed",
  "subscription.started",
  "order.completed",
  "delivery.confirmed",
  "conversation.resolved",
  "payment.matched",
] as const satisfies readonly EventType[];

/** Plans the surveys that follow a moment, each once, for the person it happened to (or the main contact of the account). */
const scheduleSurveys = (ctx: Context, event: RecordedEvent): Promise<void> =>
  write(ctx, async (tx) => {
    const surveys = await tx
      .selectFrom("surveys")
      .selectAll()
      .where("trigger_event", "=", event.type)
      .where("active", "=", true)
      .execute();
    if (surveys.length === 0) return;
    const contact = event.contactId
      ? { id: event.contactId }
      : await tx
          .selectFrom("contacts")
          .select("id")
          .where("customer_id", "=", event.customerId ?? null)
          .where("merged_into_id", "is", null)
          .where("email", "is not", null)
          .orderBy("is_primary", "desc")
          .orderBy("created_at")
          .executeTakeFirst();
    if (!contact) return;
    const { number, name } = event.data as { number?: string; name?: string };
    for (const survey of surveys)
      await tx
        .insertInto("survey_invitations")
        .values({
          id: newId(),
          survey_id: survey.id,
          contact_id: contact.id,
          customer_id: event.customerId,
          about: number ?? name ?? "",
          trigger_event_id: event.id,
          due_at: new Date(event.occurredAt.getTime() + survey.delay_hours * 3_600_000),
          status: "scheduled",
        })
        .onConflict((conflict) => conflict.columns(["survey_id", "trigger_event_id", "contact_id"]).doNothing())
        .execute();
  });

export const surveysSubscribers: readonly Subscriber[] = [{ name: "surveys/schedule", to: [...moments], react: scheduleSurveys }];
