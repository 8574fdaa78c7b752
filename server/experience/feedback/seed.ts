import type { Context } from "#platform/context.ts";
import { json } from "#platform/database.ts";
import { newId } from "#platform/ids.ts";
import { write } from "#platform/write.ts";
import type { Theme } from "./engine/themes.ts";

/** What customers of a service speak of. Each organisation edits its own. */
export const standardThemes: readonly (Theme & { name: { en: string; fr: string } })[] = [
  {
    key: "delivery",
    name: { en: "Delivery", fr: "Livraison" },
    words: {
      en: ["deliver", "parcel", "shipment", "courier", "promised date"],
      fr: ["livr", "colis", "expédi", "transporteur", "date promise"],
    },
  },
  {
    key: "price",
    name: { en: "Price", fr: "Prix" },
    words: {
      en: ["price", "pricing", "expensive", "cheap", "cost", "discount"],
      fr: ["prix", "tarif", "cher", "chèr", "coût", "remise"],
    },
  },
  {
    key: "billing",
    name: { en: "Billing", fr: "Facturation" },
    words: { en: ["invoice", "bill", "charge", "payment", "overcharg"], fr: ["factur", "prélèvement", "paiement", "débit"] },
  },
  {
    key: "staff",
    name: { en: "People", fr: "Personnel" },
    words: {
      en: ["technician", "installer", "agent", "staff", "advisor", "salesperson", "friendly", "rude"],
      fr: ["technicien", "installateur", "conseiller", "agent", "personnel", "équipe", "aimable", "impoli", "commercial"],
    },
  },
  {
    key: "product",
    name: { en: "Product", fr: "Produit" },
    words: {
      en: ["router", "wi-fi", "wifi", "speed", "connection", "box", "product", "outage"],
      fr: ["routeur", "wi-fi", "wifi", "débit", "connexion", "box", "produit", "panne", "coupure"],
    },
  },
  {
    key: "install",
    name: { en: "Installation", fr: "Installation" },
    words: { en: ["install", "cable", "appointment", "visit"], fr: ["install", "câble", "rendez-vous", "pose", "passage"] },
  },
  {
    key: "website",
    name: { en: "Website and portal", fr: "Site et espace client" },
    words: {
      en: ["website", "portal", "app", "log in", "password", "page"],
      fr: ["site", "espace client", "appli", "connecter", "mot de passe", "page"],
    },
  },
  {
    key: "waiting",
    name: { en: "Waiting", fr: "Attente" },
    words: {
      en: ["wait", "late", "delay", "slow", "queue", "hold"],
      fr: ["attend", "attente", "retard", "lent", "tard", "délai"],
    },
  },
  {
    key: "information",
    name: { en: "Information", fr: "Information" },
    words: {
      en: ["inform", "unclear", "explain", "told", "answer", "contact"],
      fr: ["inform", "expliqu", "prévenu", "prévenir", "réponse", "répond", "contact"],
    },
  },
];

export const seedFeedback = (ctx: Context): Promise<void> =>
  write(ctx, async (tx) => {
    for (const { key, name, words } of standardThemes)
      await tx
        .insertInto("feedback_themes")
        .values({ id: newId(), key, name: json(name), words: json(words) })
        .onConflict((conflict) => conflict.column("key").doNothing())
        .execute();
  });
