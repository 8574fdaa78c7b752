import type { Context } from "#platform/context.ts";
import { createGuide, publishGuide } from "./save-guide.ts";

const option = (feature: string, en: string, fr: string) => ({ feature, label: { en, fr } });

/** The guide of the demo: what a workshop or a shop needs to be online, in four questions. */
export async function seedConfiguration(ctx: Context): Promise<void> {
  const { id } = await createGuide(ctx, {
    slug: "fibre-pro",
    name: { en: "Your Fibre Pro", fr: "Votre Fibre Pro" },
    intro: {
      en: "Four questions, and only combinations that work.",
      fr: "Quatre questions, et uniquement des combinaisons qui fonctionnent.",
    },
    model: {
      id: "fibre-pro",
      root: {
        id: "FibrePro",
        groups: [
          {
            kind: "mandatory",
            features: [
              { id: "Access", groups: [{ kind: "mandatory", features: [{ id: "Fibre" }] }] },
              {
                id: "Equipment",
                groups: [
                  { kind: "mandatory", features: [{ id: "Router" }] },
                  { kind: "optional", features: [{ id: "AccessPoint" }] },
                ],
              },
              { id: "Premises", groups: [{ kind: "alternative", features: [{ id: "Small" }, { id: "Large" }] }] },
              { id: "Setup", groups: [{ kind: "alternative", features: [{ id: "Technician" }, { id: "SelfInstall" }] }] },
            ],
          },
          { kind: "optional", features: [{ id: "Backup4G" }, { id: "CarePlus" }] },
        ],
      },
      rules: [
        {
          id: "large-needs-access-point",
          text: "Above 150 m² an access point is needed / Au-delà de 150 m², une borne Wi-Fi est nécessaire",
          expression: { op: "requires", feature: "Large", needs: ["AccessPoint"] },
        },
        {
          id: "access-point-needs-technician",
          text: "An access point is fixed by a technician / Une borne se pose par un technicien",
          expression: { op: "requires", feature: "AccessPoint", needs: ["Technician"] },
        },
        {
          id: "care-needs-technician",
          text: "Care Plus starts with a technician's visit / L’Assistance Plus commence par une visite",
          expression: { op: "requires", feature: "CarePlus", needs: ["Technician"] },
        },
      ],
    },
    questions: [
      {
        key: "premises",
        kind: "one",
        label: { en: "How large are your premises?", fr: "Quelle est la surface de vos locaux ?" },
        options: [option("Small", "Up to 150 m²", "Jusqu’à 150 m²"), option("Large", "More than 150 m²", "Plus de 150 m²")],
      },
      {
        key: "setup",
        kind: "one",
        label: { en: "Who sets it up?", fr: "Qui l’installe ?" },
        options: [
          option("Technician", "A technician comes", "Un technicien se déplace"),
          option("SelfInstall", "I do it myself", "Je le fais moi-même"),
        ],
      },
      {
        key: "wifi",
        kind: "many",
        label: { en: "Better Wi-Fi?", fr: "Un meilleur Wi-Fi ?" },
        options: [option("AccessPoint", "An extra access point", "Une borne Wi-Fi en plus")],
      },
      {
        key: "peace",
        kind: "many",
        label: { en: "And to work without worry?", fr: "Et pour travailler l’esprit tranquille ?" },
        options: [
          option("Backup4G", "4G takes over if the fibre fails", "La 4G prend le relais si la fibre tombe"),
          option("CarePlus", "Help around the clock", "Une assistance 24 h/24"),
        ],
      },
    ],
    lines: [
      { feature: "Router", sku: "ROUTER-PRO", quantity: "1" },
      { feature: "AccessPoint", sku: "WIFI-AP", quantity: "1" },
      { feature: "Technician", sku: "INSTALL", quantity: "1" },
      { feature: "Fibre", sku: "FIBRE-PRO", quantity: "1" },
      { feature: "Backup4G", sku: "BACKUP-4G", quantity: "1" },
      { feature: "CarePlus", sku: "CARE-PLUS", quantity: "1" },
    ],
  });
  await publishGuide(ctx, { guideId: id });
}
