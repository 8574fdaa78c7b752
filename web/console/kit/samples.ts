/** Made-up content for the kit page only. */
import type { BoardColumn } from "../../ui/board.tsx";
import type { MapStage } from "../../ui/journey-map.tsx";
import type { TimelineEvent } from "../../ui/timeline.tsx";

export interface SampleQuote {
  id: string;
  number: string;
  account: string;
  status: string;
  total: string;
  closesOn: string;
}

const statuses = ["sent", "accepted", "draft", "declined", "submitted"];
export const quotes: SampleQuote[] = Array.from({ length: 43 }, (_, index) => ({
  id: `q${index}`,
  number: `Q-2027-${String(index + 1).padStart(5, "0")}`,
  account: "Atelier Martin",
  status: statuses[index % statuses.length] ?? "draft",
  total: String(6294900 + index * 137_731),
  closesOn: new Date(Date.UTC(2027, 0, 5 + index)).toISOString().slice(0, 10),
}));

const at = (hoursAgo: number): string => new Date(Date.now() - hoursAgo * 3_600_000).toISOString();

export const events: TimelineEvent[] = [
  {
    id: "7",
    type: "quote.signed",
    occurredAt: at(0.2),
    stage: "choose",
    channel: "portal",
    actor: { type: "customer", name: "Léa Martin" },
    text: "Q-2027-00012, v2",
    data: { quoteId: "Q-2027-00012", version: 2 },
    causationId: "6",
  },
  {
    id: "6",
    type: "quote.sent",
    occurredAt: at(2),
    stage: "choose",
    channel: "email",
    actor: { type: "staff" },
    causationId: "5",
  },
  {
    id: "5",
    type: "approval.granted",
    occurredAt: at(3),
    stage: "choose",
    actor: { type: "staff" },
    causationId: "4",
    data: { discount: "12 %" },
  },
  {
    id: "4",
    type: "quote.requested",
    occurredAt: at(27),
    stage: "choose",
    channel: "web",
    actor: { type: "customer", name: "Léa Martin" },
  },
  { id: "3", type: "lead.qualified", occurredAt: at(30), stage: "enquire", actor: { type: "staff" } },
  {
    id: "2",
    type: "form.submitted",
    occurredAt: at(80),
    stage: "discover",
    channel: "web",
    actor: { type: "customer", name: "Léa Martin" },
  },
  { id: "1", type: "campaign.launched", occurredAt: at(240), stage: "discover", actor: { type: "system" } },
];

export const board: BoardColumn<{ id: string; name: string; total: string }>[] = [
  "sent",
  "negotiation",
  "accepted",
  "declined",
].map((id, column) => ({
  id,
  name: id,
  cards: Array.from({ length: 3 - column }, (_, index) => ({
    id: `${id}${index}`,
    name: `Fibre Pro ${column}${index}`,
    total: String(2620600 + index * 91_000),
  })),
}));

const stage = (id: string, value: number | null, n: number, met: boolean | null, rest: Partial<MapStage> = {}): MapStage => ({
  id,
  name: id,
  customers: n * 31,
  share: 0.92,
  touchpoints: [
    { id: "t1", name: "Landing page", channel: "web", count: n * 3 },
    { id: "t2", name: "E-mail", channel: "email", count: n },
  ],
  emotion: { value, n },
  kpis: [{ id: "k1", name: "First response", value: met === null ? null : "3 h 12", target: "1 h", met, n }],
  pains: met === false ? [{ id: "p1", name: "No news on the day", count: 63 }] : [],
  actions: met === false ? [{ id: "a1", name: "Message 2 h before", due: "2027-02-05" }] : [],
  ...rest,
});

export const stages: MapStage[] = [
  stage("discover", 0.6, 136, true),
  stage("enquire", 1.4, 125, false),
  stage("choose", 0.3, 39, true),
  stage("receive", -1.3, 37, false),
  stage("use", null, 0, null, { touchpoints: [] }),
  stage("pay", 0.4, 22, true),
  stage("stay", 1.1, 20, true),
  stage("recommend", 1.8, 12, true),
];

export const days = Array.from({ length: 14 }, (_, index) => ({
  day: `${index + 1}/02`,
  won: index === 5 ? null : Math.round(8 + 5 * Math.sin(index / 2)),
  lost: Math.round(3 + 2 * Math.cos(index / 3)),
}));

export const slots = [0, 1].flatMap((day) =>
  [8, 10, 14, 16].map((hour) => ({
    id: `${day}-${hour}`,
    from: new Date(2027, 1, 2 + day, hour).toISOString(),
    to: new Date(2027, 1, 2 + day, hour + 2).toISOString(),
  })),
);
