import { Card, Group, SegmentedControl, Text, Title } from "@mantine/core";
import { IconTrendingUp } from "@tabler/icons-react";
import type { UseQueryResult } from "@tanstack/react-query";
import type { client } from "../../api/client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { Loaded } from "../../ui/loaded.tsx";
import type { ListState } from "../../ui/use-list-state.ts";
import "./feedback.css";

export type Phrases = Awaited<ReturnType<typeof client.feedback.phrases>>;
export const phraseDays = ["7", "30", "90"] as const;

/** What people say now that they did not before; a phrase opens the texts that say it. */
export function EmergingPhrases(props: { query: UseQueryResult<Phrases>; days: string; list: ListState }) {
  const t = useT("feedback");
  const format = useFormat();
  const chosen = props.list.filters["phrase"];
  return (
    <Card component="section" aria-labelledby="phrases" p="md">
      <Group justify="space-between" mb="xs">
        <Group gap={8}>
          <IconTrendingUp size={18} aria-hidden />
          <Title order={2} size="h4" id="phrases">
            {t("phrases")}
          </Title>
        </Group>
        <SegmentedControl
          size="xs"
          aria-label={t("phrases.period")}
          value={props.days}
          onChange={(value) => props.list.setFilter("days", value === "30" ? undefined : value)}
          data={phraseDays.map((value) => ({ value, label: t("phrases.days", { count: Number(value) }) }))}
        />
      </Group>
      <Loaded query={props.query}>
        {({ rows, texts, textsBefore }) => (
          <>
            <Text size="sm" c="dimmed" mb="xs">
              {rows.length === 0
                ? t("phrases.none", { now: format.number(texts), before: format.number(textsBefore) })
                : t("phrases.note", { now: format.number(texts), before: format.number(textsBefore) })}
            </Text>
            <ul className="tl-phrases">
              {rows.map((row) => (
                <li key={row.phrase}>
                  <button
                    type="button"
                    aria-pressed={chosen === row.phrase}
                    data-tone={row.negative * 2 > row.now ? "bad" : row.positive * 2 > row.now ? "good" : undefined}
                    onClick={() => props.list.setFilter("phrase", chosen === row.phrase ? undefined : row.phrase)}
                  >
                    <b>{row.phrase}</b>
                    <small>
                      {t("phrases.count", { now: format.number(row.now), before: format.number(row.before) })}
                      {row.negative > 0 && ` · ${t("phrases.negative", { count: row.negative })}`}
                    </small>
                  </button>
                </li>
              ))}
            </ul>
          </>
        )}
      </Loaded>
    </Card>
  );
}
