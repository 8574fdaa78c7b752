import type { EventType } from "#events/catalog.ts";
import { catalog } from "#events/catalog.ts";
import type { RecordedEvent } from "#events/envelope.ts";

export interface Bilingual {
  en: string;
  fr: string;
}

/** Facts that say nothing about where the customer stands: our own mail, our measures, our bookkeeping. */
const silent =
  /^(message\.(sent|skipped|delivered|bounced|opened)|consent\.|survey\.|feedback\.|theme\.|loop\.|action\.|kpi\.|health\.|churn\.|playbook\.|revenue\.|journal\.|reminder\.|campaign\.|import\.|offering\.|article\.|contact\.|portal\.|customer\.(created|merged|split|assigned)|opportunity\.assigned|lead\.scored|clock\.|pain\.|improvement\.)/;

/** Facts of our own making that no customer sees: they are not points of contact. */
const behindTheScenes =
  /^(message\.(delivered|skipped|bounced)|lead\.(captured|scored|handed_over|qualified|disqualified|recycled|converted)|opportunity\.|customer\.|contact\.|approval\.|quote\.(drafted|submitted)|order\.(planned|jeopardised)|task\.|charge\.|clock\.|health\.|churn\.|theme\.|kpi\.|action\.|playbook\.|revenue\.|journal\.|payment\.(matched|released)|conversation\.(assigned|handed_over)|survey\.skipped|import\.|offering\.|article\.|campaign\.|model\.|guide\.|segment\.|price\.|usage\.corrected|portal\.signed_in|invoice\.(overdue|settled)|feedback\.corrected|pain\.|improvement\.)/;

/** Whether customers live a fact themselves: they did it, saw it, or had it said to them. */
export const isTouchpoint = (type: string): boolean => !behindTheScenes.test(type);

/** Streams: only their first of the day moves a case. */
export const isStream = (type: string): boolean => type === "page.viewed" || type === "usage.recorded";

/** Whether a fact places its customer in a stage of the journey. An NPS answer does: they recommend, or not. */
export function isStep(event: Pick<RecordedEvent, "type" | "data">): boolean {
  if (event.type === "survey.answered") return event.data.kind === "nps";
  if (event.type === "message.clicked") return event.data.campaignId !== undefined;
  return !silent.test(event.type);
}

/** The stage of the journey a fact belongs to: its own, unless what it is about lies elsewhere. */
export function stageOf(event: Pick<RecordedEvent, "type" | "stage" | "data">): string | null {
  if (event.type === "survey.answered" && event.data.kind === "nps") return "recommend";
  if (event.type === "clock.breached" && event.data.leadId !== undefined) return "enquire";
  if (event.type.startsWith("survey.") || event.type === "feedback.received")
    return typeof event.data.journeyStage === "string" ? event.data.journeyStage : event.stage;
  return event.stage;
}

/** The kinds of fact that are steps of a stage: the filter behind its number of customers. */
export const stepsOf = (stage: string): EventType[] =>
  (Object.keys(catalog) as EventType[]).filter((type) => {
    if (type === "survey.answered") return stage === "recommend";
    return catalog[type].stage === stage && (type === "message.clicked" || !silent.test(type));
  });

const scales = { nps: { middle: 5, step: 2.5 }, csat: { middle: 3, step: 1 }, ces: { middle: 4, step: 1.5 } } as const;

/** A score on the scale of emotions, -2 (worst answer) to +2 (best answer), linear. */
export function emotionOf(kind: string, score: number): number | null {
  const scale = scales[kind as keyof typeof scales];
  if (!scale || !Number.isFinite(score)) return null;
  return Math.max(-2, Math.min(2, (score - scale.middle) / scale.step));
}

/** Pain points found in the events by themselves: stage and name of each. */
export const pains: readonly { key: string; stage: string; name: Bilingual; type: EventType }[] = [
  { key: "bounce", stage: "discover", type: "message.bounced", name: { en: "Messages that bounce", fr: "Messages non remis" } },
  { key: "late_answer", stage: "enquire", type: "clock.breached", name: { en: "Answered late", fr: "Réponse tardive" } },
  { key: "declined", stage: "choose", type: "quote.declined", name: { en: "Quotes declined", fr: "Devis refusés" } },
  { key: "expired", stage: "choose", type: "quote.expired", name: { en: "Quotes that expired", fr: "Devis expirés" } },
  {
    key: "jeopardy",
    stage: "receive",
    type: "order.jeopardised",
    name: { en: "Promised date at risk", fr: "Date promise menacée" },
  },
  { key: "moved", stage: "receive", type: "order.promise_moved", name: { en: "Promise moved", fr: "Promesse déplacée" } },
  { key: "missed", stage: "receive", type: "appointment.missed", name: { en: "Missed appointments", fr: "Rendez-vous manqués" } },
  { key: "fallout", stage: "receive", type: "task.failed", name: { en: "Failed tasks", fr: "Tâches en échec" } },
  { key: "late_reply", stage: "use", type: "clock.breached", name: { en: "Help that came late", fr: "Aide tardive" } },
  { key: "reopened", stage: "use", type: "conversation.reopened", name: { en: "Asked again", fr: "Demandes rouvertes" } },
  { key: "disputed", stage: "pay", type: "invoice.disputed", name: { en: "Disputed invoices", fr: "Factures contestées" } },
  { key: "unpaid", stage: "pay", type: "payment.failed", name: { en: "Failed payments", fr: "Paiements échoués" } },
  { key: "churned", stage: "stay", type: "customer.churned", name: { en: "Customers who left", fr: "Clients partis" } },
];

/** The pains one fact stands for. Negative feedback hurts once per theme, in the stage it is about. */
export function painsOf(event: Pick<RecordedEvent, "type" | "stage" | "data">): { pain: string; stage: string }[] {
  const stage = stageOf(event);
  if (event.type === "feedback.received" && event.data.sentiment === "negative")
    return String(event.data.themes)
      .split(", ")
      .filter(Boolean)
      .map((theme) => ({ pain: `theme:${theme}`, stage: stage ?? "recommend" }));
  return pains
    .filter((pain) => pain.type === event.type && (event.type !== "clock.breached" || pain.stage === stage))
    .map((pain) => ({ pain: pain.key, stage: pain.stage }));
}
