import { Badge } from "@mantine/core";

/** What a state means to the reader; the colour follows. The words always say it too. */
export type Tone = "neutral" | "info" | "active" | "waiting" | "good" | "bad" | "plan";

const colors: Record<Tone, string> = {
  neutral: "gray",
  info: "indigo",
  active: "cyan",
  waiting: "yellow",
  good: "teal",
  bad: "red",
  plan: "violet",
};

const tones: Record<string, Tone> = {
  draft: "neutral",
  planned: "neutral",
  expired: "neutral",
  ended: "neutral",
  closed: "neutral",
  skipped: "neutral",
  archived: "neutral",
  sent: "info",
  open: "info",
  new: "info",
  issued: "info",
  booked: "info",
  placed: "info",
  qualified: "info",
  active: "good",
  in_progress: "active",
  started: "active",
  processing: "active",
  configured: "active",
  pending: "waiting",
  waiting: "waiting",
  submitted: "waiting",
  negotiation: "waiting",
  paused: "waiting",
  at_risk: "waiting",
  draft_review: "waiting",
  won: "good",
  accepted: "good",
  signed: "good",
  paid: "good",
  completed: "good",
  delivered: "good",
  resolved: "good",
  granted: "good",
  met: "good",
  confirmed: "good",
  lost: "bad",
  declined: "bad",
  refused: "bad",
  failed: "bad",
  overdue: "bad",
  cancelled: "bad",
  missed: "bad",
  breached: "bad",
  jeopardised: "bad",
  disputed: "bad",
  late: "bad",
};

/** `<StatusBadge status={quote.status} label={t(`status.${quote.status}`)} />`; `tone` overrides the usual colour. */
export function StatusBadge({ status, label, tone }: { status: string; label: string; tone?: Tone }) {
  return <Badge color={colors[tone ?? tones[status] ?? "neutral"]}>{label}</Badge>;
}
