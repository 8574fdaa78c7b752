import type { Context } from "#platform/context.ts";
import { createSegment } from "#record/segments/save-segment.ts";
import { createCampaign } from "./save-campaign.ts";

/** The campaign of the story, ready to launch: fibre for workshops and shops. */
export async function seedCampaigns(ctx: Context): Promise<void> {
  const segment = await createSegment(ctx, {
    name: "Accord e-mail",
    description: "Personnes qui ont accepté nos e-mails",
    definition: {
      match: "all",
      groups: [{ match: "all", rules: [{ kind: "consent", purpose: "marketing_email", state: "given", not: false }] }],
    },
  });
  await createCampaign(ctx, {
    name: "Fibre Pro 2026",
    offer: "fibre-pro",
    segmentId: segment.id,
    landingSlug: "fibre-pro",
    formSlug: "fibre-pro",
    email: {
      en: {
        subject: "{first_name}, your workshop on fibre",
        preview: "Installed in a week, repaired in four hours",
        title: "Fibre that works as hard as you do",
        body: "Hello {first_name},\n\nFibre Pro is installed by a technician on the day you choose, and repaired within four hours if it ever fails.\n\nFour questions tell you what you need and what it costs.",
        action: "See Fibre Pro",
      },
      fr: {
        subject: "{first_name}, votre atelier en fibre",
        preview: "Installée en une semaine, rétablie en quatre heures",
        title: "Une fibre qui travaille autant que vous",
        body: "Bonjour {first_name},\n\nFibre Pro est installée par un technicien le jour qui vous convient, et rétablie en quatre heures en cas de panne.\n\nQuatre questions suffisent pour savoir ce qu’il vous faut, et à quel prix.",
        action: "Découvrir Fibre Pro",
      },
    },
    page: {
      en: {
        title: "Fibre Pro, for those who work",
        lead: "One gigabit, a technician on the day you choose, repair within four hours.",
        points: ["Installed in about a week", "4-hour repair, guaranteed", "One invoice, explained line by line"],
        action: "Call me back",
      },
      fr: {
        title: "Fibre Pro, pour ceux qui travaillent",
        lead: "Un gigabit, un technicien le jour de votre choix, un rétablissement en quatre heures.",
        points: [
          "Installée en une semaine environ",
          "Rétablissement en 4 h garanti",
          "Une seule facture, expliquée ligne par ligne",
        ],
        action: "Être rappelé",
      },
    },
  });
}
