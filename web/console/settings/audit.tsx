import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { api, type client } from "../../api/client.ts";
import { type T, useT } from "../../i18n/use-t.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { FilterChips } from "../../ui/filter-chips.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";
import { useListState } from "../../ui/use-list-state.ts";
import { DateTime } from "../../ui/values.tsx";
import { useOwners } from "../use-owners.ts";
import { SettingsPage } from "./settings-page.tsx";

type Entry = Awaited<ReturnType<typeof client.staff.listAudit>>["rows"][number];

/** Every write asked of the API: who, what, with which outcome. */
export default function Audit() {
  const t = useT("settings");
  const list = useListState();
  const owners = useOwners();
  const input = {
    operation: list.q || undefined,
    actorId: owners.of(list.filters["actor"]),
    outcome: list.pick("outcome", ["done", "refused"] as const),
    subjectId: list.filters["subject"] || undefined,
    ...list.range("at"),
    cursor: list.cursor,
  };
  const entries = useQuery({ ...api.staff.listAudit.queryOptions({ input: input as never }), placeholderData: keepPreviousData });
  const columns = useMemo(() => columnsOf(t), [t]);
  return (
    <SettingsPage title={t("tab.audit")} subtitle={t("audit.subtitle")}>
      <DataTable
        id="audit"
        label={t("tab.audit")}
        list={list}
        query={entries}
        columns={columns}
        rowId={(entry) => entry.id}
        rowLabel={(entry) => entry.operation}
        toolbar={
          <FilterChips
            list={list}
            filters={[
              { id: "actor", label: t("audit.who"), options: owners.filterOptions },
              {
                id: "outcome",
                label: t("audit.outcome"),
                options: [
                  { value: "done", label: t("audit.done") },
                  { value: "refused", label: t("audit.refused") },
                ],
              },
              { id: "at", label: t("audit.when"), kind: "dates" },
              { id: "subject", label: t("audit.subject"), kind: "text" },
            ]}
          />
        }
        empty={<EmptyState title={t("audit.empty")} text={t("audit.emptyText")} />}
      />
    </SettingsPage>
  );
}

const columnsOf = (t: T): Column<Entry>[] => [
  { id: "when", header: t("audit.when"), cell: (entry) => <DateTime value={entry.at} time /> },
  { id: "who", header: t("audit.who"), cell: (entry) => entry.actorName ?? t(`audit.actor.${entry.actorType}`) },
  { id: "operation", header: t("audit.operation"), cell: (entry) => entry.operation },
  {
    id: "outcome",
    header: t("audit.outcome"),
    cell: (entry) => (
      <StatusBadge
        status={entry.outcome}
        tone={entry.outcome === "done" ? "good" : "bad"}
        label={entry.outcome === "done" ? t("audit.done") : entry.outcome}
      />
    ),
  },
  { id: "subject", header: t("audit.subject"), cell: (entry) => entry.subjectId ?? "–", hidden: true },
  { id: "ip", header: t("audit.ip"), cell: (entry) => entry.ip ?? "–" },
  { id: "request", header: t("audit.request"), cell: (entry) => entry.requestId, hidden: true },
];
