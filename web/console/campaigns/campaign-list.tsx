import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { IconPlus, IconSpeakerphone } from "@tabler/icons-react";
import { useMemo, useState } from "react";
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
import { SavedViews } from "../../ui/saved-views.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";
import { useListState } from "../../ui/use-list-state.ts";
import { DateTime, Named } from "../../ui/values.tsx";
import { CampaignTabs } from "./campaign-tabs.tsx";
import { type CampaignRow, campaignStatuses, campaignTone, type FigureName } from "./campaign-words.ts";
import { FigureDrawer } from "./figure-drawer.tsx";

interface Asked {
  campaign: CampaignRow;
  figure: FigureName;
}

/** Every campaign with what it did so far; each figure opens the events behind it. */
export default function CampaignList() {
  const t = useT("campaigns");
  const format = useFormat();
  const can = useCan();
  const list = useListState();
  const [asked, setAsked] = useState<Asked>();
  const campaigns = useQuery({
    ...api.campaigns.list.queryOptions({
      input: { search: list.q || undefined, status: list.pick("status", campaignStatuses), cursor: list.cursor },
    }),
    ...live("campaign", "message", "form", "lead", "order", "payment"),
    placeholderData: keepPreviousData,
  });
  const columns = useMemo(() => columnsOf(t, format, setAsked), [t, format]);
  const create = can("run campaigns") && (
    <LinkButton to="/campaigns/new" leftSection={<IconPlus size={16} aria-hidden />}>
      {t("new")}
    </LinkButton>
  );
  return (
    <Page title={t("common:area.campaigns")} subtitle={t("subtitle")} actions={create}>
      <CampaignTabs />
      <SavedViews
        id="campaigns"
        list={list}
        builtIn={[
          { name: t("view.running"), search: { status: "launched" } },
          { name: t("view.drafts"), search: { status: "draft" } },
        ]}
      />
      <DataTable
        id="campaigns"
        label={t("common:area.campaigns")}
        list={list}
        query={campaigns}
        columns={columns}
        rowId={(campaign) => campaign.id}
        rowLabel={(campaign) => campaign.name}
        open={(campaign) => ({ to: "/campaigns/$campaignId", params: { campaignId: campaign.id } })}
        toolbar={
          <FilterChips
            list={list}
            filters={[
              {
                id: "status",
                label: t("col.status"),
                options: campaignStatuses.map((value) => ({ value, label: t(`status.${value}`) })),
              },
            ]}
          />
        }
        empty={<EmptyState icon={IconSpeakerphone} title={t("empty.title")} text={t("empty.text")} action={create} />}
      />
      <FigureDrawer
        campaignId={asked?.campaign.id}
        figure={asked?.figure}
        title={asked ? `${asked.campaign.name} · ${t(`figure.${asked.figure}`)}` : ""}
        onClose={() => setAsked(undefined)}
      />
    </Page>
  );
}

const figures = ["sent", "delivered", "opened", "clicked", "leads"] as const;

const columnsOf = (t: T, format: Format, ask: (asked: Asked) => void): Column<CampaignRow>[] => [
  { id: "name", header: t("col.name"), cell: (row) => <Named name={row.name} note={row.offer} /> },
  {
    id: "status",
    header: t("col.status"),
    cell: (row) => <StatusBadge status={row.status} tone={campaignTone[row.status]} label={t(`status.${row.status}`)} />,
  },
  { id: "audience", header: t("col.audience"), cell: (row) => row.segmentName ?? t("audience.pageOnly") },
  ...figures.map(
    (figure): Column<CampaignRow> => ({
      id: figure,
      header: t(`figure.${figure}`),
      align: "right",
      cell: (row) => (
        <Opens count={row[figure]} label={`${t(`figure.${figure}`)}, ${row.name}`} onOpen={() => ask({ campaign: row, figure })}>
          {format.number(row[figure])}
        </Opens>
      ),
    }),
  ),
  {
    id: "revenue",
    header: t("figure.revenue"),
    align: "right",
    cell: (row) => (
      <Opens
        count={row.orders}
        label={`${t("figure.revenue")}, ${row.name}`}
        onOpen={() => ask({ campaign: row, figure: "orders" })}
      >
        {row.money.map((sum) => format.moneyShort(sum.orderedMinor, sum.currency)).join(" + ") || "–"}
      </Opens>
    ),
  },
  {
    id: "launched",
    header: t("col.launched"),
    cell: (row) => <DateTime value={row.launchedAt ?? row.startsAt} />,
    hidden: true,
  },
];

/** A figure of a row: a button when there is something behind it. */
function Opens(props: { count: number; label: string; onOpen: () => void; children: React.ReactNode }) {
  if (props.count === 0) return <span className="tl-figure">{props.children}</span>;
  return (
    <button
      type="button"
      className="tl-quiet tl-figure tl-opens"
      aria-label={props.label}
      onClick={(event) => {
        event.stopPropagation();
        props.onOpen();
      }}
    >
      {props.children}
    </button>
  );
}
