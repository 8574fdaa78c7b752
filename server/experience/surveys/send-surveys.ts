import type { Selectable } from "kysely";
import type { DB } from "#db/schema.ts";
import { append } from "#events/append.ts";
import type { Context, Locale } from "#platform/context.ts";
import type { Tx } from "#platform/database.ts";
import { write } from "#platform/write.ts";
import { livingContact } from "#record/consent/living-contact.ts";
import { sendMessage } from "#record/messaging/send-message.ts";
import { surveyLink } from "./survey-link.ts";
import { type SurveyKind, tiredness } from "./survey.ts";

const batch = 200;

/** Asks those whose moment has come, or spares them and says why. */
export async function sendDueSurveys(ctx: Context): Promise<void> {
  const due = await ctx.app.db
    .selectFrom("survey_invitations")
    .select("id")
    .where("status", "=", "scheduled")
    .where("due_at", "<=", ctx.now)
    .orderBy("due_at")
    .limit(batch)
    .execute();
  for (const { id } of due) await write(ctx, (tx) => sendOne(tx, { ...ctx, tx }, id));
}

async function sendOne(tx: Tx, ctx: Context, invitationId: string): Promise<void> {
  const invitation = await tx
    .selectFrom("survey_invitations")
    .selectAll()
    .where("id", "=", invitationId)
    .where("status", "=", "scheduled")
    .forUpdate()
    .executeTakeFirst();
  if (!invitation) return;
  const survey = await tx.selectFrom("surveys").selectAll().where("id", "=", invitation.survey_id).executeTakeFirstOrThrow();
  const policy = await tx.selectFrom("survey_policy").selectAll().executeTakeFirstOrThrow();
  const contact = await livingContact(tx, invitation.contact_id);
  // two surveys of one person are judged one after the other, never side by side
  await tx.selectFrom("contacts").select("id").where("id", "=", contact.id).forUpdate().execute();
  const asked = await tx
    .selectFrom("survey_invitations")
    .select("sent_at")
    .where("contact_id", "in", [contact.id, invitation.contact_id])
    .where("sent_at", "is not", null)
    .execute();
  const kind = survey.kind as SurveyKind;
  const about = {
    subjectId: invitation.id,
    customerId: invitation.customer_id,
    contactId: contact.id,
    channel: "email" as const,
    causedBy: invitation.trigger_event_id,
  };
  const skip = async (reason: string) => {
    await tx.updateTable("survey_invitations").set({ status: "skipped", reason }).where("id", "=", invitation.id).execute();
    await append(tx, ctx, "survey.skipped", { ...about, data: { surveyId: survey.id, kind, reason } });
  };
  const tired = survey.active
    ? tiredness(
        asked.map((row) => row.sent_at!),
        { minGapDays: policy.min_gap_days, maxAsked: policy.max_asked, windowDays: policy.window_days },
        ctx.now,
      )
    : "survey_stopped";
  if (tired) return skip(tired);
  const expiresAt = new Date(ctx.now.getTime() + policy.expires_days * 86_400_000);
  const outcome = await sendMessage(ctx, {
    contactId: contact.id,
    purpose: "surveys",
    template: `surveys:mail.${kind}`,
    data: { name: contact.first_name, about: invitation.about, question: questionOf(survey, contact.locale as Locale) },
    actionUrl: surveyLink(ctx.app, invitation.id, expiresAt),
    causedBy: invitation.trigger_event_id,
  });
  if (outcome.outcome === "skipped") return skip(outcome.reason);
  await tx
    .updateTable("survey_invitations")
    .set({ status: "sent", sent_at: ctx.now, expires_at: expiresAt })
    .where("id", "=", invitation.id)
    .execute();
  await append(tx, ctx, "survey.sent", {
    ...about,
    data: { surveyId: survey.id, kind, about: invitation.about, journeyStage: survey.journey_stage },
  });
}

export const questionOf = (survey: Pick<Selectable<DB["surveys"]>, "question">, locale: Locale): string =>
  (survey.question as Record<Locale, string>)[locale];
