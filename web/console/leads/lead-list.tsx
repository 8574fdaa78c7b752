import { Badge, Text } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { IconPlus, IconTargetArrow } from "@tabler/icons-react";
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
import { Named, RelativeTime } from "../../ui/values.tsx";
import { useOwners } from "../use-owners.ts";
import { LeadClock } from "./lead-clock.tsx";
import { type LeadRow, leadStatuses, leadTone } from "./lead-words.ts";

/** Every lead one may see: whose it is, how warm, how long they have waited. */
export default function LeadList() {
  const t = useT("leads");
  const can = useCan();
  const owners = useOwners("seller");
  const list = useListState();
  const input = {
    search: list.q || undefined,
    status: list.pick("status", leadStatuses),
    ownerId: owners.of(list.filters["owner"]),
    source: list.filters["source"] || undefined,
    late: list.filters["late"] === "yes" || undefined,
    open: list.filters["open"] === "yes" || undefined,
    cursor: list.cursor,
  };
  const leads = useQuery({
    ...api.leads.list.queryOptions({ input }),
    ...live("lead"),
    placeholderData: keepPreviousData,
  });
  const columns = useMemo(() => columnsOf(t), [t]);
  const create = can("work on leads") && (
    <LinkButton to="/leads/new" leftSection={<IconPlus size={16} aria-hidden />}>
      {t("new")}
    </LinkButton>
  );
  return (
    <Page title={t("common:area.leads")} actions={create}>
      <SavedViews
        id="leads"
        list={list}
        builtIn={[
          { name: t("view.mine"), search: { owner: "me", open: "yes" } },
          { name: t("view.late"), search: { late: "yes" } },
          { name: t("view.open"), search: { open: "yes" } },
        ]}
      />
      <DataTable
        id="leads"
        label={t("common:area.leads")}
        list={list}
        query={leads}
        columns={columns}
        rowId={(lead) => lead.id}
        rowLabel={(lead) => lead.name}
        open={(lead) => ({ to: "/leads/$leadId", params: { leadId: lead.id } })}
        toolbar={
          <FilterChips
            list={list}
            filters={[
              {
                id: "status",
                label: t("col.status"),
                options: leadStatuses.map((value) => ({ value, label: t(`status.${value}`) })),
              },
              { id: "owner", label: t("col.owner"), options: owners.filterOptions },
              { id: "late", label: t("filter.late"), options: [{ value: "yes", label: t("common:state.yes") }] },
              { id: "open", label: t("filter.open"), options: [{ value: "yes", label: t("common:state.yes") }] },
              { id: "source", label: t("col.source"), kind: "text" },
            ]}
          />
        }
        empty={<EmptyState icon={IconTargetArrow} title={t("empty.title")} text={t("empty.text")} action={create} />}
      />
    </Page>
  );
}

const columnsOf = (t: T): Column<LeadRow>[] => [
  { id: "name", header: t("col.name"), cell: (lead) => <Named name={lead.name} {...(lead.company && { note: lead.company })} /> },
  {
    id: "status",
    header: t("col.status"),
    cell: (lead) => <StatusBadge status={lead.status} tone={leadTone[lead.status]} label={t(`status.${lead.status}`)} />,
  },
  {
    id: "score",
    header: t("col.score"),
    align: "right",
    cell: (lead) => (
      <span className="tl-score-cell">
        {lead.score} <Badge color="gray">{lead.grade}</Badge>
      </span>
    ),
  },
  { id: "clock", header: t("col.clock"), cell: (lead) => <LeadClock lead={lead} /> },
  {
    id: "owner",
    header: t("col.owner"),
    cell: (lead) =>
      lead.ownerName ?? (
        <Text size="sm" c="dimmed" span>
          {t("owner.none")}
        </Text>
      ),
  },
  { id: "source", header: t("col.source"), cell: (lead) => sourceName(t, lead.source) },
  { id: "email", header: t("col.email"), cell: (lead) => lead.email ?? "–", hidden: true },
  { id: "created", header: t("col.created"), cell: (lead) => <RelativeTime value={lead.createdAt} /> },
];

/** The sources Throughline itself writes have words; an organisation's own are shown as they are. */
export function sourceName(t: T, source: string): string {
  const name = t(`source.${source}`);
  return name === `source.${source}` ? source : name;
}
