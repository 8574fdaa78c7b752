import "./record.css";
import { Button } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { now } from "../api/now.ts";
import { useFormat } from "../i18n/use-format.ts";
import { useT } from "../i18n/use-t.ts";
import { EmptyState } from "./empty-state.tsx";
import { eventIcon } from "./event-icon.ts";
import { stageColor } from "./stages.ts";

export interface TimelineEvent {
  id: string;
  /** "quote.sent": the words come from the `events` messages. */
  type: string;
  occurredAt: string;
  stage?: string | null;
  channel?: string | null;
  actor?: { type: string; name?: string | null } | null;
  /** One line of what matters in this event, already in the reader's language. */
  text?: ReactNode;
  /** The facts as they were, shown on demand. */
  data?: Record<string, unknown>;
  causationId?: string | null;
}

/** Everything that happened, newest first, by day. */
export function Timeline(props: {
  events: readonly TimelineEvent[];
  hasMore?: boolean;
  loadingMore?: boolean;
  onMore?: () => void;
  /** Opens the chain of causes of an event. */
  onWhy?: (event: TimelineEvent) => void;
  empty?: ReactNode;
}) {
  const t = useT();
  const dayName = useDayName();
  if (!props.events.length) return props.empty ?? <EmptyState title={t("timeline.empty")} text={t("timeline.emptyText")} />;
  const days = Map.groupBy(props.events, (event) => new Date(event.occurredAt).toDateString());
  return (
    <div className="tl-timeline">
      {[...days].map(([day, events]) => (
        <section key={day}>
          <h3>{dayName(new Date(day))}</h3>
          <ol>
            {events.map((event) => (
              <EventRow key={event.id} event={event} {...(props.onWhy && { onWhy: props.onWhy })} />
            ))}
          </ol>
        </section>
      ))}
      {props.hasMore && (
        <Button
          variant="default"
          size="xs"
          fullWidth
          mt="sm"
          loading={props.loadingMore ?? false}
          onClick={() => props.onMore?.()}
        >
          {t("timeline.loadMore")}
        </Button>
      )}
    </div>
  );
}

function EventRow({ event, onWhy }: { event: TimelineEvent; onWhy?: (event: TimelineEvent) => void }) {
  const t = useT();
  const format = useFormat();
  const [open, setOpen] = useState(false);
  const Icon = eventIcon(event.type);
  const color = stageColor(event.stage);
  const name = eventName(event.type, t);
  const facts = Object.entries(event.data ?? {}).filter(([, value]) => value !== null && value !== undefined);
  return (
    <li className="tl-event">
      <span
        className="tl-event-icon"
        style={{ background: `var(--mantine-color-${color}-light)`, color: `var(--mantine-color-${color}-light-color)` }}
      >
        <Icon size={17} stroke={1.8} aria-hidden />
      </span>
      <div>
        <div className="tl-event-head">
          <strong>{name}</strong>
          <time dateTime={event.occurredAt} title={format.dateTime(event.occurredAt)}>
            {format.time(event.occurredAt)}
          </time>
        </div>
        {event.text && <p className="tl-event-text">{event.text}</p>}
        <div className="tl-event-note">
          {event.stage && <span>{known(t, `stage.${event.stage}`, event.stage)}</span>}
          {event.actor && (
            <span>
              {t("timeline.by", { actor: event.actor.name || known(t, `actor.${event.actor.type}`, event.actor.type) })}
            </span>
          )}
          {event.channel && <span>{t("timeline.via", { channel: known(t, `channel.${event.channel}`, event.channel) })}</span>}
          {facts.length > 0 && (
            <button
              type="button"
              className="tl-quiet"
              aria-expanded={open}
              aria-label={t("timeline.details", { event: name })}
              onClick={() => setOpen(!open)}
            >
              {open ? "−" : "+"} {facts.length}
            </button>
          )}
          {onWhy && event.causationId && (
            <button
              type="button"
              className="tl-quiet"
              aria-label={t("timeline.whyLabel", { event: name })}
              onClick={() => onWhy(event)}
            >
              {t("timeline.why")}
            </button>
          )}
        </div>
        {open && (
          <dl className="tl-event-data">
            {facts.map(([key, value]) => (
              <Fact key={key} name={key} value={value} />
            ))}
          </dl>
        )}
      </div>
    </li>
  );
}

const Fact = ({ name, value }: { name: string; value: unknown }) => (
  <>
    <dt>{name}</dt>
    <dd>{typeof value === "string" ? value : JSON.stringify(value)}</dd>
  </>
);

/** "Quote sent"; an event nobody has worded yet, or a reason somebody wrote, shows itself rather than nothing. */
export const eventName = (type: string, t: (key: string) => string): string =>
  /^[\w.]+$/.test(type) ? known(t, `events:${type}`, type) : type;

const known = (t: (key: string) => string, key: string, fallback: string): string => {
  const text = t(key);
  return text === key || text === key.slice(key.indexOf(":") + 1) ? fallback : text;
};

function useDayName(): (day: Date) => string {
  const t = useT();
  const format = useFormat();
  return (day) => {
    const today = new Date(now());
    const days = Math.round((new Date(today.toDateString()).getTime() - day.getTime()) / 86_400_000);
    if (days === 0) return t("timeline.today");
    if (days === 1) return t("timeline.yesterday");
    return day.getFullYear() === today.getFullYear() ? format.day(day) : format.date(day);
  };
}
