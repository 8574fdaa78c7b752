import { Badge, Group, Stack, Text } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { IconMoodSmile } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import { now } from "../../api/now.ts";
import { api, type client } from "../../api/client.ts";
import { live } from "../../api/query-client.ts";
import { type Format, useFormat } from "../../i18n/use-format.ts";
import { type T, useT } from "../../i18n/use-t.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { FilterChips } from "../../ui/filter-chips.tsx";
import { LinkButton } from "../../ui/links.tsx";
import { Page } from "../../ui/page.tsx";
import { SavedViews } from "../../ui/saved-views.tsx";
import { useListState } from "../../ui/use-list-state.ts";
import { Named, RelativeTime } from "../../ui/values.tsx";
import { EmergingPhrases, phraseDays } from "./emerging-phrases.tsx";
import { FeedbackPeek } from "./feedback-peek.tsx";

export type FeedbackRow = Awaited<ReturnType<typeof client.feedback.list>>["rows"][number];
export const tones = ["negative", "neutral", "positive"] as const;
const loops = ["open", "late", "closed"] as const;
export const toneColor = { negative: "red", neutral: "gray", positive: "teal" } as const;

/** What people say, understood: tone, themes, and whether they were told what was done. */
export default function FeedbackList() {
  const t = useT("feedback");
  const format = useFormat();
  const list = useListState();
  const [peeked, setPeeked] = useState<FeedbackRow>();
  const themes = useQuery({ ...api.feedback.themes.queryOptions(), ...live("feedback") });
  const names = useMemo(
    () => new Map((themes.data?.rows ?? []).map((theme) => [theme.key, theme.name[format.locale]])),
    [themes.data, format.locale],
  );
  const days = phraseDays.find((value) => value === list.filters["days"]) ?? "30";
  const phrases = useQuery({
    ...api.feedback.phrases.queryOptions({ input: { days: Number(days) } }),
    ...live("feedback"),
    placeholderData: keepPreviousData,
  });
  const phrase = list.filters["phrase"];
  const saying = phrase === undefined ? undefined : (phrases.data?.rows.find((row) => row.phrase === phrase)?.ids ?? []);
  const theme = list.filters["theme"]?.split(",")[0];
  const input = {
    // a phrase nobody says any more shows nothing, not everything
    ...(saying && { ids: saying.length > 0 ? saying : ["00000000-0000-0000-0000-000000000000"] }),
    sentiment: list.pick("sentiment", tones),
    loop: list.pick("loop", loops),
    theme: theme || undefined,
    cursor: list.cursor,
  };
  const feedback = useQuery({
    ...api.feedback.list.queryOptions({ input }),
    ...live("feedback", "loop"),
    placeholderData: keepPreviousData,
    enabled: phrase === undefined || phrases.data !== undefined,
  });
  const columns = useMemo(() => columnsOf(t, names, format), [t, names, format]);
  return (
    <Page
      title={t("title")}
      subtitle={t("subtitle")}
      actions={
        <LinkButton to="/settings/themes" variant="default">
          {t("editThemes")}
        </LinkButton>
      }
    >
      <Stack gap="md">
        <EmergingPhrases query={phrases} days={days} list={list} />
        <Group gap="xs" aria-label={t("themes")} role="group">
          {(themes.data?.rows ?? [])
            .filter((each) => each.now + each.before > 0)
            .map((each) => (
              <button
                key={each.key}
                type="button"
                className="tl-theme"
                data-bad={each.negative * 2 > each.now || undefined}
                aria-pressed={theme === each.key}
                onClick={() => list.setFilter("theme", theme === each.key ? undefined : each.key)}
              >
                {t("themeCount", { theme: each.name[format.locale], now: each.now, before: each.before })}
              </button>
            ))}
        </Group>
        <SavedViews
          id="feedback"
          list={list}
          builtIn={[
            { name: t("view.open"), search: { loop: "open" } },
            { name: t("view.late"), search: { loop: "late" } },
            { name: t("view.negative"), search: { sentiment: "negative" } },
          ]}
        />
        <DataTable
          id="feedback"
          label={t("title")}
          list={list}
          query={feedback}
          columns={columns}
          rowId={(row) => row.id}
          rowLabel={(row) => row.text || row.id}
          onPeek={setPeeked}
          toolbar={
            <FilterChips
              list={list}
              filters={[
                { id: "phrase", label: t("phrase"), kind: "text" },
                { id: "sentiment", label: t("tone"), options: tones.map((value) => ({ value, label: t(`tone.${value}`) })) },
                { id: "theme", label: t("theme"), options: [...names].map(([value, label]) => ({ value, label })) },
                { id: "loop", label: t("loop"), options: loops.map((value) => ({ value, label: t(`loop.${value}`) })) },
              ]}
            />
          }
          empty={<EmptyState icon={IconMoodSmile} title={t("empty.title")} text={t("empty.text")} />}
        />
      </Stack>
      <FeedbackPeek row={peeked} names={names} onClose={() => setPeeked(undefined)} />
    </Page>
  );
}

const columnsOf = (t: T, names: Map<string, string>, format: Format): Column<FeedbackRow>[] => [
  {
    id: "tone",
    header: t("tone"),
    cell: (row) => (
      <Badge color={toneColor[row.sentiment]}>
        {t(`tone.${row.sentiment}`)} · {format.percent(row.confidence)}
      </Badge>
    ),
  },
  {
    id: "text",
    header: t("text"),
    cell: (row) => (
      <Text size="sm" lineClamp={2} maw={420}>
        {row.text || "–"}
      </Text>
    ),
  },
  { id: "themes", header: t("themes"), cell: (row) => row.themes.map((theme) => names.get(theme) ?? theme).join(", ") || "–" },
  {
    id: "score",
    header: t("score"),
    align: "right",
    cell: (row) => (row.score === null ? "–" : `${row.kind?.toUpperCase() ?? ""} ${row.score}`),
  },
  {
    id: "who",
    header: t("who"),
    cell: (row) => <Named name={row.contactName ?? "–"} {...(row.customerName && { note: row.customerName })} />,
  },
  { id: "loop", header: t("loop"), cell: (row) => <Loop row={row} t={t} /> },
  { id: "at", header: t("at"), cell: (row) => <RelativeTime value={row.receivedAt} /> },
];

function Loop({ row, t }: { row: FeedbackRow; t: T }) {
  if (row.loopClosedAt) return <Badge color="teal">{t("loop.closed")}</Badge>;
  if (!row.loopDueAt) return <>–</>;
  return <Badge color={Date.parse(String(row.loopDueAt)) < now() ? "red" : "blue"}>{t("loop.open")}</Badge>;
}
