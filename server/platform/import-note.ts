import type { Locale } from "./i18n/locale.ts";

/** What is wrong with a row of an import, in the language of the person who sent it. `{value}` is what the row says. */
const notes = {
  name_missing: { en: "The name is missing.", fr: "Le nom manque." },
  identifier_missing: {
    en: "There is no identifier: without one the row could come in twice.",
    fr: "L’identifiant manque : sans lui, la ligne pourrait être importée deux fois.",
  },
  person_missing: {
    en: "A name and an e-mail or an identifier are needed.",
    fr: "Il faut un nom, et un e-mail ou un identifiant.",
  },
  not_an_email: { en: '"{value}" is not an e-mail address.', fr: "« {value} » n’est pas une adresse e-mail." },
  not_a_date: { en: '"{value}" is not a date.', fr: "« {value} » n’est pas une date." },
  not_an_amount: { en: '"{value}" is not an amount.', fr: "« {value} » n’est pas un montant." },
  not_a_stage: {
    en: '"{value}" is not a stage. Map it to one of: prospecting, engaging, proposal, negotiation, won, lost.',
    fr: "« {value} » n’est pas une étape. Faites-la correspondre à : prospecting, engaging, proposal, negotiation, won ou lost.",
  },
  close_date_missing: { en: "A closed deal needs its close date.", fr: "Une affaire close doit avoir sa date de clôture." },
  account_unknown: { en: 'No account is called "{value}".', fr: "Aucun compte ne s’appelle « {value} »." },
  account_missing: { en: "No account.", fr: "Pas de compte." },
  lead_unknown: {
    en: 'No lead is known as "{value}". Import the leads first.',
    fr: "Aucun prospect n’est connu sous « {value} ». Importez d’abord les prospects.",
  },
} as const;

export const importNote = (locale: Locale, note: keyof typeof notes, value = ""): string =>
  notes[note][locale].replace("{value}", () => value);
