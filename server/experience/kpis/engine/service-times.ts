import type { BusinessCalendar } from "#platform/calendar/business-calendar.ts";
import { businessDurationMs } from "#platform/calendar/business-time.ts";
import type { Span } from "./business-percentiles.ts";
import { wilson } from "./proportion.ts";

/** One turn of a conversation. Automatic answers and internal notes are in it too; the measures know what not to count. */
export interface Turn {
  readonly at: Date;
  readonly by: "customer" | "person" | "machine";
  /** False for an internal note. */
  readonly visible: boolean;
}

export interface Conversation {
  readonly openedAt: Date;
  readonly turns: readonly Turn[];
  /** Each time it was solved and, if it was taken up again, when: in order. */
  readonly solutions: readonly { readonly solvedAt: Date; readonly reopenedAt: Date | null }[];
}

/** First response: from opening to the first visible answer of a person. Answers of machines and internal notes do not count. */
export const firstResponse = ({ openedAt, turns }: Conversation): Span => ({
  start: openedAt,
  end: turns
    .filter((turn) => turn.by === "person" && turn.visible && turn.at >= openedAt)
    .reduce<Date | null>((first, { at }) => (first === null || at < first ? at : first), null),
});

/** Open time a conversation was unsolved, reopened times added; null while it is not solved. */
export function resolutionMs({ openedAt, solutions }: Conversation, calendar: BusinessCalendar): number | null {
  if (solutions.length === 0 || solutions.at(-1)!.reopenedAt !== null) return null;
  let from = openedAt;
  let total = 0;
  for (const { solvedAt, reopenedAt } of solutions) {
    total += businessDurationMs(calendar, from, solvedAt);
    if (reopenedAt) from = reopenedAt;
  }
  return total;
}

/** Solved at first contact: it is solved, was never taken up again, and the customer never had to write again after the first answer. */
export function solvedAtFirstContact(conversation: Conversation): boolean {
  const { turns, solutions } = conversation;
  if (solutions.length !== 1 || solutions[0]!.reopenedAt !== null) return false;
  const answered = firstResponse(conversation).end;
  return answered === null || !turns.some((turn) => turn.by === "customer" && turn.at > answered);
}

/** First contact resolution: the share of solved conversations that took one answer, with Wilson's interval. Null when none is solved. */
export function firstContactResolution(conversations: readonly Conversation[]) {
  const solved = conversations.filter(({ solutions }) => solutions.length > 0 && solutions.at(-1)!.reopenedAt === null);
  return wilson(solved.filter(solvedAtFirstContact).length, solved.length);
}
