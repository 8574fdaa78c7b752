import type { Context } from "#platform/context.ts";
import { json } from "#platform/database.ts";
import { newId } from "#platform/ids.ts";
import { write } from "#platform/write.ts";

const why = { en: "What made you say so?", fr: "Qu’est-ce qui vous fait dire cela ?" };
const standard = [
  {
    key: "ces_signing",
    kind: "ces",
    name: { en: "Ease of signing", fr: "Facilité à signer" },
    question: {
      en: "We made it easy for you to choose and sign.",
      fr: "Nous vous avons rendu le choix et la signature faciles.",
    },
    trigger_event: "quote.signed",
    delay_hours: 1,
    journey_stage: "choose",
  },
  {
    key: "csat_installation",
    kind: "csat",
    name: { en: "Satisfaction after installation", fr: "Satisfaction après installation" },
    question: { en: "How satisfied are you with your installation?", fr: "Êtes-vous satisfait de votre installation ?" },
    trigger_event: "installation.confirmed",
    delay_hours: 2,
    journey_stage: "receive",
  },
  {
    key: "nps_30_days",
    kind: "nps",
    name: { en: "Recommendation after 30 days", fr: "Recommandation après 30 jours" },
    question: {
      en: "How likely are you to recommend us to a colleague or a friend?",
      fr: "Nous recommanderiez-vous à un collègue ou à un ami ?",
    },
    trigger_event: "subscription.started",
    delay_hours: 30 * 24,
    journey_stage: "use",
  },
] as const;

/** The three questions of the default journey. */
export const seedSurveys = (ctx: Context): Promise<void> =>
  write(ctx, async (tx) => {
    for (const survey of standard)
      await tx
        .insertInto("surveys")
        .values({
          ...survey,
          id: newId(),
          name: json(survey.name),
          question: json(survey.question),
          follow_up: json(why),
          created_at: ctx.now,
        })
        .onConflict((conflict) => conflict.column("key").doNothing())
        .execute();
  });
