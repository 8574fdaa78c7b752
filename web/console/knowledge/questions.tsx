import { Group, SimpleGrid, Stack, Text, Title } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { IconMoodCheck } from "@tabler/icons-react";
import { useMemo } from "react";
import { useCan } from "../../api/can.ts";
import { api, type client } from "../../api/client.ts";
import { live } from "../../api/query-client.ts";
import { type Format, useFormat } from "../../i18n/use-format.ts";
import { type T, useT } from "../../i18n/use-t.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { FilterChips } from "../../ui/filter-chips.tsx";
import { LinkButton, TextLink } from "../../ui/links.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { Page } from "../../ui/page.tsx";
import { StatCard } from "../../ui/stat-card.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";
import { useListState } from "../../ui/use-list-state.ts";
import { RelativeTime } from "../../ui/values.tsx";
import { KnowledgeTabs } from "./knowledge-tabs.tsx";

type Question = Awaited<ReturnType<typeof client.assistant.unanswered>>["rows"][number];

/** How the assistant does, and the questions for which an article is missing. */
export default function Questions() {
  const t = useT("knowledge");
  const format = useFormat();
  const can = useCan();
  const list = useListState();
  const questions = useQuery({
    ...api.assistant.unanswered.queryOptions({
      input: { locale: list.pick("locale", ["fr", "en"]), cursor: list.cursor },
    }),
    ...live("message", "conversation"),
    placeholderData: keepPreviousData,
  });
  const writes = can("write articles");
  const columns = useMemo(() => columnsOf(t, format, writes), [t, format, writes]);
  return (
    <Page title={t("common:area.knowledge")}>
      <KnowledgeTabs />
      <Stack gap="lg">
        <AssistantFigures />
        <section>
          <Title order={2} size="h4" mb="sm">
            {t("questions.title")}
          </Title>
          <DataTable
            id="unanswered"
            label={t("questions.title")}
            list={list}
            query={questions}
            columns={columns}
            rowId={(question) => question.messageId}
            rowLabel={(question) => question.question}
            toolbar={
              <FilterChips
                list={list}
                search={false}
                filters={[
                  {
                    id: "locale",
                    label: t("col.locale"),
                    options: (["fr", "en"] as const).map((value) => ({ value, label: t(`common:shell.language.${value}`) })),
                  },
                ]}
              />
            }
            empty={<EmptyState icon={IconMoodCheck} title={t("questions.empty")} text={t("questions.emptyText")} />}
          />
        </section>
      </Stack>
    </Page>
  );
}

function AssistantFigures() {
  const t = useT("knowledge");
  const format = useFormat();
  const metrics = useQuery({ ...api.assistant.metrics.queryOptions({ input: {} }), ...live("message", "conversation") });
  return (
    <Loaded query={metrics}>
      {(data) => (
        <section>
          <Title order={2} size="h4">
            {t("assistant.title")}
          </Title>
          <Text size="sm" c="dimmed" mb="sm">
            {t("assistant.text")}
          </Text>
          <SimpleGrid cols={{ base: 2, md: 5 }} spacing="sm">
            <StatCard label={t("assistant.messages")} value={format.number(data.messages)} />
            <StatCard
              label={t("assistant.answered")}
              value={data.messages === 0 ? "–" : format.percent(data.answered / data.messages)}
              n={data.answered}
            />
            <StatCard label={t("assistant.confirmed")} value={format.number(data.confirmed)} />
            <StatCard label={t("assistant.assumed")} value={format.number(data.assumed)} />
            <StatCard label={t("assistant.handedOver")} value={format.number(data.handedOver)} />
          </SimpleGrid>
          {data.reasons.length > 0 && (
            <Text size="sm" mt="sm">
              {t("assistant.reasons")}{" "}
              {data.reasons
                .slice(0, 6)
                .map((one) => `${one.reason} (${format.number(one.count)})`)
                .join(" · ")}
            </Text>
          )}
        </section>
      )}
    </Loaded>
  );
}

const columnsOf = (t: T, format: Format, writes: boolean): Column<Question>[] => [
  { id: "question", header: t("col.question"), cell: (one) => <span title={one.question}>{one.question}</span> },
  {
    id: "why",
    header: t("col.why"),
    cell: (one) => <StatusBadge status={one.why} tone={one.why === "nothing" ? "bad" : "waiting"} label={t(`why.${one.why}`)} />,
  },
  { id: "fit", header: t("col.fit"), align: "right", cell: (one) => format.percent(one.score) },
  { id: "locale", header: t("col.locale"), cell: (one) => t(`common:shell.language.${one.locale}`) },
  { id: "at", header: t("col.at"), cell: (one) => <RelativeTime value={one.at} /> },
  {
    id: "conversation",
    header: t("col.conversation"),
    cell: (one) => (
      <TextLink size="sm" to="/conversations/$conversationId" params={{ conversationId: one.conversationId }}>
        {one.conversationNumber}
      </TextLink>
    ),
  },
  ...(writes
    ? [
        {
          id: "write",
          header: t("col.write"),
          cell: (one: Question) => (
            <Group justify="flex-end">
              <LinkButton size="compact-sm" variant="light" to="/knowledge/new" search={{ question: one.question.slice(0, 300) }}>
                {t("questions.write")}
              </LinkButton>
            </Group>
          ),
        },
      ]
    : []),
];
