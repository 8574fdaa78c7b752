/**
 * Health and risk of one customer from what happened to them. Pure and transparent: each signal has a stated weight, so that
 * anyone can say why. Health 0-100 = 80 minus what weighs on it, plus what lifts it. Risk of leaving within half a year =
 * logistic(-2.2 + the sum of the churn weights), in percent; with no signal it is 10 %. As customers leave, the churn weights
 * move from the stated ones towards what the organisation's own history says (see learnWeights).
 */
import { fitLogistic, linear, logistic } from "./engine/logistic.ts";

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

/** By how much the stated churn weights were moved, and the log-odds of nothing known; keys are those of the signals. */
export interface LearntWeights {
  readonly base: number;
  readonly weights: Readonly<Record<string, number>>;
}

/** How strongly the stated weights hold: as much as some dozens of customers who left would say. */
const heldBy = 10;
const baseHeldBy = 4;

/**
 * Moves the stated churn weights towards what happened: a logistic regression of what goes beyond them, penalised, so that few
 * customers move them little and many decide. `left`: 1 for those who left.
 */
export function learnWeights(customers: readonly Signals[], left: ArrayLike<number>): LearntWeights {
  const rows = customers.map((signals) => Float64Array.from(weighed, (each) => each.value(signals)));
  const stated = Float64Array.of(baseLogit, ...weighed.map((each) => each.churn));
  const given = rows.map((row) => linear(stated, row));
  const { coefficients } = fitLogistic(rows, left, heldBy, { given, held: baseHeldBy });
  return {
    base: baseLogit + coefficients[0]!,
    weights: Object.fromEntries(weighed.map((each, k) => [each.key, each.churn + coefficients[k + 1]!])),
  };
}

/** Health and risk of a customer with their reasons, strongest first; with the stated weights, or those learnt. */
export function scoreCustomer(
  signals: Signals,
  learnt?: LearntWeights,
): {
  health: number;
  healthReasons: Reason[];
  churnPercent: number;
  churnReasons: Reason[];
} {
  const churnOf = (each: Weighed) => learnt?.weights[each.key] ?? each.churn;
  const reasons = (weight: (each: Weighed) => number) =>
    weighed
      .map((each) => ({ key: each.key, weight: weight(each), value: each.value(signals), en: each.en, fr: each.fr }))
      .filter((reason) => reason.value !== 0)
      .sort((a, b) => Math.abs(b.weight * b.value) - Math.abs(a.weight * a.value));
  const sum = (list: Reason[]) => list.reduce((total, reason) => total + reason.weight * reason.value, 0);
  const healthReasons = reasons((each) => each.health);
  const churnReasons = reasons(churnOf);
  return {
    health: Math.round(Math.max(0, Math.min(100, baseHealth + sum(healthReasons)))),
    healthReasons,
    churnPercent: Math.round(100 * logistic((learnt?.base ?? baseLogit) + sum(churnReasons))),
    churnReasons,
  };
}
