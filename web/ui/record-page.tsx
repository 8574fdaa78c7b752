import "./record.css";
import { Paper, Text, Title } from "@mantine/core";
import { IconBulb } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useT } from "../i18n/use-t.ts";
import { type Crumb, Page } from "./page.tsx";

/** A record as it is read: what to do next on top, facts left, ONE timeline in the middle, what hangs together right. */
export function RecordPage(props: {
  title: string;
  subtitle?: ReactNode;
  badges?: ReactNode;
  crumbs?: Crumb[];
  actions?: ReactNode;
  /** The next best action: one sentence and its button; nothing when there is none. */
  next?: ReactNode;
  facts: ReactNode;
  timeline: ReactNode;
  /** What the record is made of (the lines of an invoice), above its timeline. */
  main?: ReactNode;
  related?: ReactNode;
}) {
  const t = useT();
  const { title, subtitle, badges, crumbs, actions } = props;
  return (
    <Page
      title={title}
      {...(subtitle && { subtitle })}
      {...(badges && { badges })}
      {...(crumbs && { crumbs })}
      {...(actions && { actions })}
    >
      {props.next && (
        <section className="tl-next" aria-label={t("record.next")}>
          <IconBulb size={20} stroke={1.7} aria-hidden />
          <div className="tl-next-text">
            <Text size="xs" fw={650} component="h2">
              {t("record.next")}
            </Text>
            {props.next}
          </div>
        </section>
      )}
      <div className="tl-record" data-related={props.related ? true : undefined}>
        <Panel title={t("record.facts")}>{props.facts}</Panel>
        {props.main ? (
          <div className="tl-related">
            {props.main}
            <Panel title={t("record.timeline")}>{props.timeline}</Panel>
          </div>
        ) : (
          <Panel title={t("record.timeline")}>{props.timeline}</Panel>
        )}
        {props.related && <div className="tl-related">{props.related}</div>}
      </div>
    </Page>
  );
}

/** A titled block; several make the right-hand column of a record. */
export function Panel({ title, action, children }: { title: string; action?: ReactNode; children: ReactNode }) {
  return (
    <Paper component="section" withBorder className="tl-panel" aria-label={title}>
      <header>
        <Title order={2} size="h4">
          {title}
        </Title>
        {action}
      </header>
      {children}
    </Paper>
  );
}

/** Label and value pairs. Values may be `InlineEdit`. */
export function Facts({ facts }: { facts: { label: string; value: ReactNode }[] }) {
  return (
    <dl className="tl-facts">
      {facts.map((fact) => (
        <div key={fact.label}>
          <dt>{fact.label}</dt>
          <dd>{fact.value ?? "–"}</dd>
        </div>
      ))}
    </dl>
  );
}
