import { Badge, Group, Text } from "@mantine/core";
import { IconCheck, IconX } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useT } from "../i18n/use-t.ts";

/**
 * One figure: its value, how it moved, whether it keeps its target. With `onOpen` the whole card is a button that opens
 * the events the figure was counted from.
 */
export function StatCard(props: {
  label: string;
  /** Already formatted; undefined when there is not enough data to say. */
  value: ReactNode | undefined;
  /** Already formatted, signed: "+8 %". */
  delta?: string;
  /** Whether the move is good news: less delay is. */
  deltaTone?: "good" | "bad" | "neutral";
  target?: string;
  met?: boolean | null;
  /** How many events stand behind the value. */
  n?: number;
  /** The value is there, but nobody should conclude from it. */
  tooFew?: boolean;
  onOpen?: () => void;
}) {
  const t = useT();
  const hasValue = props.value !== undefined && props.value !== null;
  const body = (
    <>
      <Text size="sm" c="dimmed" component="span" className="tl-stat-label">
        {props.label}
      </Text>
      <span className="tl-stat-row">
        <span className="tl-stat-value" data-few={props.tooFew || undefined}>
          {hasValue ? (
            props.value
          ) : (
            <Text c="dimmed" component="span">
              {t("card.noData")}
            </Text>
          )}
        </span>
        {props.delta && (
          <Badge color={props.deltaTone === "bad" ? "red" : props.deltaTone === "neutral" ? "gray" : "teal"} component="span">
            {props.delta}
          </Badge>
        )}
      </span>
      {(props.target || props.n !== undefined) && (
        <Group gap={8} component="span" className="tl-stat-foot">
          {props.target && <Target met={props.met ?? null} text={t("card.target", { value: props.target })} />}
          {props.n !== undefined && <span>{t("card.n", { n: props.n })}</span>}
          {props.tooFew && <span>{t("card.tooFew")}</span>}
        </Group>
      )}
    </>
  );
  if (!props.onOpen) return <div className="tl-stat">{body}</div>;
  return (
    <button type="button" className="tl-stat tl-stat-open" onClick={props.onOpen}>
      {body}
      <span className="tl-hidden">{t("card.openEvents", { name: props.label })}</span>
    </button>
  );
}

/** "✓ target 8 %": the mark is drawn, the words say whether it was kept. */
export function Target({ met, text }: { met: boolean | null; text: string }) {
  const t = useT();
  return (
    <span className={met === null ? "tl-target" : met ? "tl-target tl-good" : "tl-target tl-bad"}>
      {met === null ? null : met ? (
        <IconCheck size={13} stroke={2.4} aria-label={t("card.met")} />
      ) : (
        <IconX size={13} stroke={2.4} aria-label={t("card.missed")} />
      )}
      {text}
    </span>
  );
}
