import { Badge } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { IconTruckDelivery } from "@tabler/icons-react";
import { useMemo } from "react";
import { useCan } from "../../api/can.ts";
import { api } from "../../api/client.ts";
import { live } from "../../api/query-client.ts";
import { type T, useT } from "../../i18n/use-t.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { FilterChips } from "../../ui/filter-chips.tsx";
import { LinkButton } from "../../ui/links.tsx";
import { Page } from "../../ui/page.tsx";
import { SavedViews } from "../../ui/saved-views.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";
import { useListState } from "../../ui/use-list-state.ts";
import { DateTime, Money, RelativeTime } from "../../ui/values.tsx";
import { type OrderRow, orderStatuses } from "./order-words.ts";

/** Orders, with the promised and the expected day of each. */
export default function OrderList() {
  const t = useT("orders");
  const can = useCan();
  const list = useListState();
  const input = {
    search: list.q || undefined,
    status: list.pick("status", orderStatuses),
    atRisk: list.filters["risk"] === "yes" || undefined,
    customerId: list.filters["customer"] || undefined,
    cursor: list.cursor,
  };
  const orders = useQuery({
    ...api.orders.list.queryOptions({ input }),
    ...live("order", "task"),
    placeholderData: keepPreviousData,
  });
  const columns = useMemo(() => columnsOf(t), [t]);
  return (
    <Page
      title={t("common:area.orders")}
      actions={
        can("read the plans of orders") && (
          <LinkButton to="/orders/tasks" variant="default">
            {t("tasks.title")}
          </LinkButton>
        )
      }
    >
      <SavedViews
        id="orders"
        list={list}
        builtIn={[
          { name: t("view.risk"), search: { risk: "yes" } },
          { name: t("view.going"), search: { status: "in_progress" } },
        ]}
      />
      <DataTable
        id="orders"
        label={t("common:area.orders")}
        list={list}
        query={orders}
        columns={columns}
        rowId={(order) => order.id}
        rowLabel={(order) => order.number}
        open={(order) => ({ to: "/orders/$orderId", params: { orderId: order.id } })}
        toolbar={
          <FilterChips
            list={list}
            filters={[
              {
                id: "status",
                label: t("col.status"),
                options: orderStatuses.map((value) => ({ value, label: t(`status.${value}`) })),
              },
              { id: "risk", label: t("atRisk"), options: [{ value: "yes", label: t("common:state.yes") }] },
            ]}
          />
        }
        empty={<EmptyState icon={IconTruckDelivery} title={t("empty.title")} text={t("empty.text")} />}
      />
    </Page>
  );
}

const columnsOf = (t: T): Column<OrderRow>[] => [
  { id: "number", header: t("col.number"), cell: (order) => order.number },
  { id: "customer", header: t("col.customer"), cell: (order) => order.customerName },
  {
    id: "status",
    header: t("col.status"),
    cell: (order) => <StatusBadge status={order.status} label={t(`status.${order.status}`)} />,
  },
  { id: "promised", header: t("col.promised"), cell: (order) => <DateTime value={order.promisedOn} /> },
  { id: "expected", header: t("col.expected"), cell: (order) => <DateTime value={order.expectedOn} /> },
  { id: "risk", header: t("col.risk"), cell: (order) => order.atRisk && <Badge color="red">{t("atRisk")}</Badge> },
  {
    id: "net",
    header: t("col.net"),
    align: "right",
    cell: (order) => <Money minor={order.netMinor} currency={order.currency} />,
  },
  {
    id: "total",
    header: t("col.total"),
    align: "right",
    hidden: true,
    cell: (order) => <Money minor={order.totalMinor} currency={order.currency} />,
  },
  { id: "placed", header: t("col.placed"), cell: (order) => <RelativeTime value={order.placedAt} /> },
];
