import type { Locale } from "../i18n/locale.ts";
import type { TimelineEvent } from "../ui/timeline.tsx";

interface ToldEvent {
  id: string;
  type: string;
  occurredAt: string;
  stage: string | null;
  channel: string | null;
  sentence: { en: string; fr: string };
  actorType: string;
  actorName: string | null;
  hasCause: boolean;
  data: Record<string, unknown>;
}

/** An event of the API as the timeline shows it, in the reader's language. */
export const asTimelineEvent = (event: ToldEvent, locale: Locale): TimelineEvent => ({
  id: event.id,
  type: event.type,
  occurredAt: event.occurredAt,
  stage: event.stage,
  channel: event.channel,
  actor: { type: event.actorType, name: event.actorType === "staff" || event.actorType === "customer" ? event.actorName : null },
  text: event.sentence[locale],
  data: event.data,
  causationId: event.hasCause ? event.id : null,
});
