/**
 * Health and risk of one customer from what happened to them. Pure, transparent, not learnt: each signal has a stated
 * weight, so that anyone can say why. Health 0-100 = 100 minus what weighs on it, plus what lifts it. Risk of leaving =
 * logistic(-2.2 + the sum of the churn weights), in percent; with no signal it is 10 %.
 */
export interface Signals {
  /** Last NPS answer, 0-10; null when never asked. */
  nps: number | null;
  openConversations: number;
  complaints: number;
  brokenPromises: number;
  overdueInvoices: number;
  disputes: number;
  /** Days since the last use of a metered service; null when nothing is metered. */
  daysWithoutUse: number | null;
  monthsAsCustomer: number;
}
export interface Reason {
  key: string;
  weight: number;
  value: number;
  en: string;
  fr: string;
}

interface Weighed {
  key: string;
  value(signals: Signals): number;
  health: number;
  churn: number;
  en: string;
  fr: string;
}

const capped = (value: number, most: number): number => Math.min(value, most);
const weighed: readonly Weighed[] = [
  {
    key: "promoter",
    value: (s) => (s.nps !== null && s.nps >= 9 ? 1 : 0),
    health: 10,
    churn: -1,
    en: "recommends us",
    fr: "nous recommande",
  },
  {
    key: "detractor",
    value: (s) => (s.nps !== null && s.nps <= 6 ? 1 : 0),
    health: -25,
    churn: 1.4,
    en: "gave a low score",
    fr: "a donné une note basse",
  },
  {
    key: "open_conversations",
    value: (s) => capped(s.openConversations, 3),
    health: -5,
    churn: 0.2,
    en: "waits for an answer",
    fr: "attend une réponse",
  },
  { key: "complaints", value: (s) => capped(s.complaints, 3), health: -12, churn: 0.7, en: "complained", fr: "a réclamé" },
  {
    key: "broken_promises",
    value: (s) => capped(s.brokenPromises, 3),
    health: -10,
    churn: 0.5,
    en: "was promised a date that slipped",
    fr: "a vu une date promise glisser",
  },
  { key: "overdue", value: (s) => capped(s.overdueInvoices, 3), health: -8, churn: 0.5, en: "pays late", fr: "paie en retard" },
  {
    key: "disputes",
    value: (s) => capped(s.disputes, 3),
    health: -10,
    churn: 0.6,
    en: "disputes an invoice",
    fr: "conteste une facture",
  },
  {
    key: "no_use",
    value: (s) => (s.daysWithoutUse !== null && s.daysWithoutUse > 30 ? 1 : 0),
    health: -15,
    churn: 0.9,
    en: "no longer uses the service",
    fr: "n’utilise plus le service",
  },
  {
    key: "loyal",
    value: (s) => (s.monthsAsCustomer >= 24 ? 1 : 0),
    health: 5,
    churn: -0.5,
    en: "has been with us for two years",
    fr: "est client depuis deux ans",
  },
];

const baseHealth = 80;
const baseLogit = -2.2;

export function scoreCustomer(signals: Signals): {
  health: number;
  healthReasons: Reason[];
  churnPercent: number;
  churnReasons: Reason[];
} {
  const reasons = (weight: "health" | "churn") =>
    weighed
      .map((each) => ({ key: each.key, weight: each[weight], value: each.value(signals), en: each.en, fr: each.fr }))
      .filter((reason) => reason.value !== 0)
      .sort((a, b) => Math.abs(b.weight * b.value) - Math.abs(a.weight * a.value));
  const sum = (list: Reason[]) => list.reduce((total, reason) => total + reason.weight * reason.value, 0);
  const healthReasons = reasons("health");
  const churnReasons = reasons("churn");
  return {
    health: Math.round(Math.max(0, Math.min(100, baseHealth + sum(healthReasons)))),
    healthReasons,
    churnPercent: Math.round(100 / (1 + Math.exp(-(baseLogit + sum(churnReasons))))),
    churnReasons,
  };
}
