import { Badge } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { IconChecklist } from "@tabler/icons-react";
import { useMemo } from "react";
import { api } from "../../api/client.ts";
import { live } from "../../api/query-client.ts";
import { type T, useT } from "../../i18n/use-t.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { FilterChips } from "../../ui/filter-chips.tsx";
import { Page } from "../../ui/page.tsx";
import { SavedViews } from "../../ui/saved-views.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";
import { useListState } from "../../ui/use-list-state.ts";
import { DateTime, RelativeTime } from "../../ui/values.tsx";
import { type Task, taskStatuses, taskTone } from "./order-words.ts";

/** Every task still to do across all orders, the most urgent first; failed ones are the fallout queue. */
export default function TaskList() {
  const t = useT("orders");
  const list = useListState();
  const input = {
    kind: list.pick("kind", ["ship", "install", "provision"]),
    status: list.pick("status", taskStatuses),
    cursor: list.cursor,
  };
  const tasks = useQuery({
    ...api.fulfillment.tasks.queryOptions({ input }),
    ...live("task", "order", "shipment", "appointment", "installation", "service"),
    placeholderData: keepPreviousData,
  });
  const columns = useMemo(() => columnsOf(t), [t]);
  return (
    <Page title={t("tasks.title")} crumbs={[{ label: t("common:area.orders"), to: "/orders" }, { label: t("tasks.title") }]}>
      <SavedViews
        id="tasks"
        list={list}
        builtIn={[
          { name: t("tasks.view.ready"), search: { status: "ready" } },
          { name: t("tasks.view.failed"), search: { status: "failed" } },
        ]}
      />
      <DataTable
        id="tasks"
        label={t("tasks.title")}
        list={list}
        query={tasks}
        columns={columns}
        rowId={(task) => task.id}
        rowLabel={(task) => `${task.orderNumber} ${task.name}`}
        open={(task) => ({ to: "/orders/$orderId", params: { orderId: task.orderId } })}
        toolbar={
          <FilterChips
            list={list}
            search={false}
            filters={[
              {
                id: "status",
                label: t("col.status"),
                options: taskStatuses.map((value) => ({ value, label: t(`task.${value}`) })),
              },
              {
                id: "kind",
                label: t("tasks.kind"),
                options: (["ship", "install", "provision"] as const).map((value) => ({ value, label: t(`kind.${value}`) })),
              },
            ]}
          />
        }
        empty={<EmptyState icon={IconChecklist} title={t("tasks.empty")} text={t("tasks.emptyText")} />}
      />
    </Page>
  );
}

const columnsOf = (t: T): Column<Task>[] => [
  { id: "order", header: t("col.number"), cell: (task) => task.orderNumber },
  { id: "name", header: t("tasks.name"), cell: (task) => `${t(`kind.${task.kind}`)} · ${task.name}` },
  { id: "customer", header: t("col.customer"), cell: (task) => task.customerName },
  {
    id: "status",
    header: t("col.status"),
    cell: (task) => <StatusBadge status={task.status} tone={taskTone[task.status]} label={t(`task.${task.status}`)} />,
  },
  { id: "due", header: t("tasks.dueOn"), cell: (task) => <DateTime value={task.dueAt} time /> },
  { id: "late", header: t("col.risk"), cell: (task) => task.late && <Badge color="red">{t("late")}</Badge> },
  { id: "expected", header: t("col.expected"), cell: (task) => <RelativeTime value={task.expectedAt} /> },
  { id: "failure", header: t("tasks.failure"), cell: (task) => task.failure ?? "–" },
];
