import { Title } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { IconMessage } from "@tabler/icons-react";
import { useMemo } from "react";
import { api, type client } from "../../api/client.ts";
import { live } from "../../api/query-client.ts";
import { type T, useT } from "../../i18n/use-t.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { FilterChips } from "../../ui/filter-chips.tsx";
import { useListState } from "../../ui/use-list-state.ts";
import { Named, RelativeTime } from "../../ui/values.tsx";

type Answer = Awaited<ReturnType<typeof client.surveys.answers>>["rows"][number];

/** Each answer with its words, newest first. */
export function AnswerList() {
  const t = useT("surveys");
  const list = useListState();
  const input = { commented: list.filters["commented"] === "yes" || undefined, cursor: list.cursor };
  const answers = useQuery({
    ...api.surveys.answers.queryOptions({ input }),
    ...live("survey"),
    placeholderData: keepPreviousData,
  });
  const columns = useMemo(() => columnsOf(t), [t]);
  return (
    <section>
      <Title order={2} size="h4" mb="sm">
        {t("answers")}
      </Title>
      <DataTable
        id="survey-answers"
        label={t("answers")}
        list={list}
        query={answers}
        columns={columns}
        rowId={(answer) => answer.id}
        rowLabel={(answer) => answer.contactName ?? answer.surveyKey}
        toolbar={
          <FilterChips
            list={list}
            filters={[{ id: "commented", label: t("commented"), options: [{ value: "yes", label: t("common:state.yes") }] }]}
          />
        }
        empty={<EmptyState icon={IconMessage} title={t("answers.empty")} text={t("answers.emptyText")} />}
      />
    </section>
  );
}

const columnsOf = (t: T): Column<Answer>[] => [
  {
    id: "who",
    header: t("who"),
    cell: (answer) => <Named name={answer.contactName ?? "–"} {...(answer.customerName && { note: answer.customerName })} />,
  },
  { id: "kind", header: t("kind"), cell: (answer) => answer.kind.toUpperCase() },
  { id: "score", header: t("score"), align: "right", cell: (answer) => answer.score },
  { id: "comment", header: t("comment"), cell: (answer) => answer.comment ?? "–" },
  { id: "at", header: t("at"), cell: (answer) => <RelativeTime value={answer.answeredAt} /> },
];
