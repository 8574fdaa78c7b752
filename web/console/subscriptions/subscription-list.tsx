import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { IconRefresh } from "@tabler/icons-react";
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
import { DateTime, Money } from "../../ui/values.tsx";
import { subscriptionNouns, type SubscriptionRow, subscriptionStatuses } from "./subscription-words.ts";

/** What customers subscribe to, what it brings a month, when its term ends. */
export default function SubscriptionList() {
  const t = useT("subscriptions");
  const list = useListState();
  const input = {
    search: list.q || undefined,
    status: list.pick("status", subscriptionStatuses),
    customerId: list.filters["customer"] || undefined,
    cursor: list.cursor,
  };
  const subscriptions = useQuery({
    ...api.subscriptions.list.queryOptions({ input }),
    ...live(...subscriptionNouns),
    placeholderData: keepPreviousData,
  });
  const columns = useMemo(() => columnsOf(t), [t]);
  return (
    <Page title={t("common:area.subscriptions")}>
      <SavedViews
        id="subscriptions"
        list={list}
        builtIn={[
          { name: t("view.active"), search: { status: "active" } },
          { name: t("view.paused"), search: { status: "paused" } },
        ]}
      />
      <DataTable
        id="subscriptions"
        label={t("common:area.subscriptions")}
        list={list}
        query={subscriptions}
        columns={columns}
        rowId={(subscription) => subscription.id}
        rowLabel={(subscription) => subscription.number}
        open={(subscription) => ({ to: "/subscriptions/$subscriptionId", params: { subscriptionId: subscription.id } })}
        toolbar={
          <FilterChips
            list={list}
            filters={[
              {
                id: "status",
                label: t("col.status"),
                options: subscriptionStatuses.map((value) => ({ value, label: t(`status.${value}`) })),
              },
            ]}
          />
        }
        empty={<EmptyState icon={IconRefresh} title={t("empty.title")} text={t("empty.text")} />}
      />
    </Page>
  );
}

const columnsOf = (t: T): Column<SubscriptionRow>[] => [
  { id: "number", header: t("col.number"), cell: (subscription) => subscription.number },
  { id: "name", header: t("col.name"), cell: (subscription) => subscription.name },
  { id: "customer", header: t("col.customer"), cell: (subscription) => subscription.customerName },
  {
    id: "status",
    header: t("col.status"),
    cell: (subscription) => <StatusBadge status={subscription.status} label={t(`status.${subscription.status}`)} />,
  },
  {
    id: "monthly",
    header: t("col.monthly"),
    align: "right",
    cell: (subscription) => <Money minor={subscription.monthlyMinor} currency={subscription.currency} />,
  },
  { id: "starts", header: t("col.starts"), cell: (subscription) => <DateTime value={subscription.startsOn} /> },
  {
    id: "term",
    header: t("col.term"),
    cell: (subscription) => <DateTime value={subscription.endsOn ?? subscription.termEndsOn} />,
  },
];
