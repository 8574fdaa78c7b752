import type { Locale } from "#platform/i18n/locale.ts";

/** What is Léa's own, or the demo organisation's, in each language: everything else she reads is in the product's messages. */
export interface Answers {
  browser: string;
  form: { firstName: RegExp; lastName: RegExp; phone: RegExp; company: RegExp };
  guide: { small: string; large: string; self: string; technician: string };
  change: string;
  technicianNotes: string;
  /** What her quote and her invoice come to, as her language writes it. */
  quoteTotal: string;
  invoice: string[];
}

export const answers: Record<Locale, Answers> = {
  fr: {
    browser: "fr-FR",
    form: { firstName: /^Prénom/, lastName: /^Nom/, phone: /^Téléphone/, company: /^Entreprise/ },
    guide: {
      small: "Jusqu’à 150 m²",
      large: "Plus de 150 m²",
      self: "Je le fais moi-même",
      technician: "Un technicien se déplace",
    },
    change: "Peut-on ajouter l’assistance 24 h/24 ?",
    technicianNotes: "Débit mesuré : 940 Mb/s",
    quoteTotal: "535,20 €",
    invoice: ["Facture", "Net à payer", "Émise le 1er", "189,00 €"],
  },
  en: {
    browser: "en-GB",
    form: { firstName: /^First name/, lastName: /^Last name/, phone: /^Phone/, company: /^Company/ },
    guide: {
      small: "Up to 150 m²",
      large: "More than 150 m²",
      self: "I do it myself",
      technician: "A technician comes",
    },
    change: "Can we add help around the clock?",
    technicianNotes: "Measured: 940 Mb/s",
    quoteTotal: "€535.20",
    invoice: ["Invoice", "Amount due", "Issued on 1 ", "€189.00"],
  },
};
