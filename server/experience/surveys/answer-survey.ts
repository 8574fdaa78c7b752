import { append } from "#events/append.ts";
import { type Context, type Locale, reader } from "#platform/context.ts";
import { found, refuseUnless } from "#platform/errors.ts";
import { write } from "#platform/write.ts";
import { invitationOf } from "./survey-link.ts";
import { isOnScale, type SurveyKind } from "./survey.ts";

/** The question behind a link, and the answer if there is one already. Opening it answers nothing: mail programs open links too. */
export async function openSurvey(ctx: Context, input: { token: string }) {
  const db = reader(ctx);
  const id = invitationOf(ctx.app, input.token, ctx.now);
  const invitation = found(
    await db.selectFrom("survey_invitations").selectAll().where("id", "=", id).executeTakeFirst(),
    "survey",
    id,
  );
  const survey = await db.selectFrom("surveys").selectAll().where("id", "=", invitation.survey_id).executeTakeFirstOrThrow();
  const answer = await db.selectFrom("survey_answers").selectAll().where("invitation_id", "=", id).executeTakeFirst();
  return {
    kind: survey.kind as SurveyKind,
    question: survey.question as Record<Locale, string>,
    followUp: survey.follow_up as Record<Locale, string>,
    about: invitation.about,
    answered: answer ? { score: answer.score, comment: answer.comment } : null,
  };
}

/** One answer per invitation: the same again changes nothing, another is refused. */
export const answerSurvey = (ctx: Context, input: { token: string; score: number; comment?: string | undefined }) =>
  write(ctx, async (tx) => {
    const id = invitationOf(ctx.app, input.token, ctx.now);
    const invitation = found(
      await tx.selectFrom("survey_invitations").selectAll().where("id", "=", id).forUpdate().executeTakeFirst(),
      "survey",
      id,
    );
    const survey = await tx.selectFrom("surveys").selectAll().where("id", "=", invitation.survey_id).executeTakeFirstOrThrow();
    const kind = survey.kind as SurveyKind;
    refuseUnless(isOnScale(kind, input.score), "survey.off_scale", { kind });
    const comment = input.comment?.trim() || null;
    const kept = await tx.selectFrom("survey_answers").selectAll().where("invitation_id", "=", id).executeTakeFirst();
    if (kept) {
      refuseUnless(kept.score === input.score && kept.comment === comment, "survey.answered_already");
      return { id };
    }
    refuseUnless(invitation.status === "sent", "survey.not_open");
    await tx
      .insertInto("survey_answers")
      .values({
        invitation_id: id,
        survey_id: survey.id,
        contact_id: invitation.contact_id,
        customer_id: invitation.customer_id,
        score: input.score,
        comment,
        locale: ctx.locale,
        answered_at: ctx.now,
      })
      .execute();
    await tx.updateTable("survey_invitations").set({ status: "answered" }).where("id", "=", id).execute();
    await append(tx, ctx, "survey.answered", {
      subjectId: id,
      customerId: invitation.customer_id,
      contactId: invitation.contact_id,
      channel: "email",
      data: {
        surveyId: survey.id,
        kind,
        score: input.score,
        ...(comment && { comment }),
        journeyStage: survey.journey_stage,
        about: invitation.about,
      },
    });
    return { id };
  });
