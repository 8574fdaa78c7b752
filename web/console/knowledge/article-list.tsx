import { Badge, Group } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { IconBook2, IconPencilPlus } from "@tabler/icons-react";
import { useMemo } from "react";
import { useCan } from "../../api/can.ts";
import { api } from "../../api/client.ts";
import { live } from "../../api/query-client.ts";
import { type Format, useFormat } from "../../i18n/use-format.ts";
import { type T, useT } from "../../i18n/use-t.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { FilterChips } from "../../ui/filter-chips.tsx";
import { LinkButton } from "../../ui/links.tsx";
import { Page } from "../../ui/page.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";
import { useListState } from "../../ui/use-list-state.ts";
import { RelativeTime } from "../../ui/values.tsx";
import { KnowledgeTabs } from "./knowledge-tabs.tsx";
import { type ArticleRow, articleStatuses, articleTone } from "./knowledge-words.ts";

/** Answers written once, for customers, agents and the assistant. */
export default function ArticleList() {
  const t = useT("knowledge");
  const format = useFormat();
  const can = useCan();
  const list = useListState();
  const input = {
    search: list.q || undefined,
    status: list.pick("status", articleStatuses),
    category: list.filters["category"] || undefined,
    cursor: list.cursor,
  };
  const articles = useQuery({
    ...api.knowledge.list.queryOptions({ input }),
    ...live("article"),
    placeholderData: keepPreviousData,
  });
  const columns = useMemo(() => columnsOf(t, format), [t, format]);
  const create = can("write articles") && (
    <LinkButton to="/knowledge/new" leftSection={<IconPencilPlus size={16} aria-hidden />}>
      {t("new")}
    </LinkButton>
  );
  return (
    <Page title={t("common:area.knowledge")} actions={create}>
      <KnowledgeTabs />
      <DataTable
        id="articles"
        label={t("tab.articles")}
        list={list}
        query={articles}
        columns={columns}
        rowId={(article) => article.id}
        rowLabel={(article) => article.title[format.locale]}
        open={(article) => ({ to: "/knowledge/$articleId", params: { articleId: article.id } })}
        toolbar={
          <FilterChips
            list={list}
            filters={[
              {
                id: "status",
                label: t("col.status"),
                options: articleStatuses.map((value) => ({ value, label: t(`status.${value}`) })),
              },
              { id: "category", label: t("col.category"), kind: "text" },
            ]}
          />
        }
        empty={<EmptyState icon={IconBook2} title={t("empty.title")} text={t("empty.text")} action={create} />}
      />
    </Page>
  );
}

const columnsOf = (t: T, format: Format): Column<ArticleRow>[] => [
  { id: "title", header: t("col.title"), cell: (article) => article.title[format.locale] },
  {
    id: "status",
    header: t("col.status"),
    cell: (article) => (
      <Group gap={6} wrap="nowrap">
        <StatusBadge status={article.status} tone={articleTone[article.status]} label={t(`status.${article.status}`)} />
        {article.status === "published" && article.changed && <Badge color="indigo">{t("changed")}</Badge>}
      </Group>
    ),
  },
  { id: "category", header: t("col.category"), cell: (article) => article.category },
  { id: "used", header: t("col.used"), align: "right", cell: (article) => format.number(article.usedCount) },
  { id: "version", header: t("col.version"), align: "right", cell: (article) => article.version || "–" },
  { id: "updated", header: t("col.updated"), cell: (article) => <RelativeTime value={article.updatedAt} /> },
];
