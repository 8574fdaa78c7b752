import { Badge } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { IconChartBar } from "@tabler/icons-react";
import { useMemo } from "react";
import { api } from "../../api/client.ts";
import { live } from "../../api/query-client.ts";
import type { Locale } from "../../i18n/locale.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { type T, useT } from "../../i18n/use-t.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { FilterChips } from "../../ui/filter-chips.tsx";
import { Page } from "../../ui/page.tsx";
import { SavedViews } from "../../ui/saved-views.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";
import { useListState } from "../../ui/use-list-state.ts";
import { DateTime, Money, RelativeTime } from "../../ui/values.tsx";
import { useOwners } from "../use-owners.ts";
import { DealViews } from "./deal-views.tsx";
import { NewDealButton } from "./new-deal-button.tsx";
import { type Deal, stageTone } from "./deal-words.ts";

/** Deals as a table. */
export default function OpportunityList() {
  const t = useT("opportunities");
  const { locale } = useFormat();
  const owners = useOwners("seller");
  const list = useListState();
  const stages = useQuery({ ...api.opportunities.stages.queryOptions(), staleTime: 300_000 });
  const input = {
    search: list.q || undefined,
    stage: list.chosen("stage")[0],
    kind: list.pick("kind", ["open", "won", "lost"]),
    ownerId: owners.of(list.filters["owner"]),
    marked: list.filters["marked"] === "yes" || undefined,
    cursor: list.cursor,
  };
  const deals = useQuery({
    ...api.opportunities.list.queryOptions({ input }),
    ...live("opportunity", "lead", "quote"),
    placeholderData: keepPreviousData,
  });
  const columns = useMemo(() => columnsOf(t, locale), [t, locale]);
  return (
    <Page
      title={t("common:area.opportunities")}
      actions={
        <>
          <DealViews view="table" />
          <NewDealButton />
        </>
      }
    >
      <SavedViews
        id="opportunities"
        list={list}
        builtIn={[
          { name: t("view.mine"), search: { owner: "me", kind: "open" } },
          { name: t("view.open"), search: { kind: "open" } },
          { name: t("view.won"), search: { kind: "won" } },
        ]}
      />
      <DataTable
        id="opportunities"
        label={t("common:area.opportunities")}
        list={list}
        query={deals}
        columns={columns}
        rowId={(deal) => deal.id}
        rowLabel={(deal) => deal.name}
        open={(deal) => ({ to: "/opportunities/$opportunityId", params: { opportunityId: deal.id } })}
        toolbar={
          <FilterChips
            list={list}
            filters={[
              {
                id: "stage",
                label: t("col.stage"),
                options: (stages.data?.rows ?? []).map((stage) => ({ value: stage.key, label: stage.name[locale] })),
              },
              {
                id: "kind",
                label: t("filter.kind"),
                options: (["open", "won", "lost"] as const).map((value) => ({ value, label: t(`kind.${value}`) })),
              },
              { id: "owner", label: t("col.owner"), options: owners.filterOptions },
              { id: "marked", label: t("filter.marked"), options: [{ value: "yes", label: t("common:state.yes") }] },
            ]}
          />
        }
        empty={<EmptyState icon={IconChartBar} title={t("empty.title")} text={t("empty.text")} action={<NewDealButton />} />}
      />
    </Page>
  );
}

const columnsOf = (t: T, locale: Locale): Column<Deal>[] => [
  { id: "name", header: t("col.name"), cell: (deal) => deal.name },
  { id: "customer", header: t("col.customer"), cell: (deal) => deal.customerName ?? "–" },
  {
    id: "stage",
    header: t("col.stage"),
    cell: (deal) => <StatusBadge status={deal.stage} tone={stageTone[deal.stageKind]} label={deal.stageName[locale]} />,
  },
  {
    id: "value",
    header: t("col.value"),
    align: "right",
    cell: (deal) => (deal.valueMinor === null ? "–" : <Money minor={deal.valueMinor} currency={deal.currency} />),
  },
  { id: "owner", header: t("col.owner"), cell: (deal) => deal.ownerName ?? "–" },
  { id: "expected", header: t("col.expected"), cell: (deal) => <DateTime value={deal.expectedOn} /> },
  { id: "mark", header: t("col.mark"), cell: (deal) => deal.mark && <Badge color="yellow">{markName(t, deal.mark)}</Badge> },
  { id: "created", header: t("col.created"), cell: (deal) => <RelativeTime value={deal.createdAt} /> },
];

/** Why a deal is marked, in words where there are some. */
export function markName(t: T, mark: string): string {
  const name = t(`mark.${mark}`);
  return name === `mark.${mark}` ? mark : name;
}
