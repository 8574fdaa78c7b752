import type { Context } from "#platform/context.ts";
import { json } from "#platform/database.ts";
import { newId } from "#platform/ids.ts";
import { write } from "#platform/write.ts";
import { type Stage, stages } from "#events/define-event.ts";
import { changeStages } from "./change-journey.ts";
import type { Bilingual } from "./journey.ts";

const words: Record<Stage, { name: Bilingual; expects: Bilingual }> = {
  discover: { name: { en: "Discover", fr: "Découvrir" }, expects: { en: "Relevant and honest", fr: "Pertinence et honnêteté" } },
  enquire: { name: { en: "Enquire", fr: "Se renseigner" }, expects: { en: "To be answered fast", fr: "Une réponse rapide" } },
  choose: {
    name: { en: "Choose", fr: "Choisir" },
    expects: { en: "Clear information, speed, a fair price", fr: "De la clarté, de la rapidité, un prix juste" },
  },
  receive: {
    name: { en: "Receive", fr: "Recevoir" },
    expects: { en: "The promised date, live status", fr: "La date promise, un suivi en direct" },
  },
  use: {
    name: { en: "Use", fr: "Utiliser" },
    expects: { en: "Reassurance, one answer on every channel", fr: "Être rassuré, une même réponse partout" },
  },
  pay: { name: { en: "Pay", fr: "Payer" }, expects: { en: "No surprise", fr: "Aucune surprise" } },
  stay: { name: { en: "Stay", fr: "Rester" }, expects: { en: "Recognition", fr: "De la reconnaissance" } },
  recommend: {
    name: { en: "Recommend", fr: "Recommander" },
    expects: { en: "Thanks, and to be heard", fr: "Être remercié et entendu" },
  },
};

/** The default journey, and whom it is told for. */
export const seedJourneys = (ctx: Context): Promise<void> =>
  write(ctx, async (tx) => {
    const id = newId();
    await tx
      .insertInto("journeys")
      .values({ id, slug: "customer", name: json({ en: "Customer journey", fr: "Parcours client" }) })
      .execute();
    await changeStages({ ...ctx, tx }, { slug: "customer", stages: stages.map((key) => ({ key, ...words[key] })) });
    await tx
      .insertInto("journey_personas")
      .values([
        {
          id: newId(),
          journey_id: id,
          name: ctx.locale === "fr" ? "Dirigeante de petite entreprise" : "Small-business owner",
          goals:
            ctx.locale === "fr"
              ? "Être reliée vite, sans surprise sur la facture"
              : "To be connected fast, with no surprise on the bill",
          position: 0,
        },
      ])
      .execute();
  });
