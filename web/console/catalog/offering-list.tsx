import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { IconPackages, IconPlus } from "@tabler/icons-react";
import { useMemo } from "react";
import { useCan } from "../../api/can.ts";
import { api, type client } from "../../api/client.ts";
import { live } from "../../api/query-client.ts";
import type { Locale } from "../../i18n/locale.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { type T, useT } from "../../i18n/use-t.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { FilterChips } from "../../ui/filter-chips.tsx";
import { LinkButton } from "../../ui/links.tsx";
import { Page } from "../../ui/page.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";
import { useListState } from "../../ui/use-list-state.ts";
import { CatalogTabs } from "./catalog-tabs.tsx";

type Offering = Awaited<ReturnType<typeof client.catalog.list>>["rows"][number];
const kinds = ["product", "service", "subscription", "bundle"] as const;
const statuses = ["draft", "published", "retired"] as const;

/** Everything that can be sold. */
export default function OfferingList() {
  const t = useT("catalog");
  const { locale } = useFormat();
  const can = useCan();
  const list = useListState();
  const input = {
    search: list.q || undefined,
    kind: list.pick("kind", kinds),
    status: list.pick("status", statuses),
    cursor: list.cursor,
  };
  const offerings = useQuery({
    ...api.catalog.list.queryOptions({ input }),
    ...live("offering"),
    placeholderData: keepPreviousData,
  });
  const columns = useMemo(() => columnsOf(t, locale), [t, locale]);
  const create = can("change the catalogue") && (
    <LinkButton to="/catalog/offerings/new" leftSection={<IconPlus size={16} aria-hidden />}>
      {t("new.title")}
    </LinkButton>
  );
  return (
    <Page title={t("common:area.catalog")} actions={create}>
      <CatalogTabs />
      <DataTable
        id="offerings"
        label={t("tab.offerings")}
        list={list}
        query={offerings}
        columns={columns}
        rowId={(offering) => offering.id}
        rowLabel={(offering) => offering.name[locale]}
        open={(offering) => ({ to: "/catalog/offerings/$offeringId", params: { offeringId: offering.id } })}
        toolbar={
          <FilterChips
            list={list}
            filters={[
              { id: "kind", label: t("col.kind"), options: kinds.map((value) => ({ value, label: t(`kind.${value}`) })) },
              {
                id: "status",
                label: t("col.status"),
                options: statuses.map((value) => ({ value, label: t(`status.${value}`) })),
              },
            ]}
          />
        }
        empty={<EmptyState icon={IconPackages} title={t("empty.title")} text={t("empty.text")} action={create} />}
      />
    </Page>
  );
}

const columnsOf = (t: T, locale: Locale): Column<Offering>[] => [
  { id: "name", header: t("col.name"), cell: (offering) => offering.name[locale] },
  { id: "sku", header: t("col.sku"), cell: (offering) => offering.sku },
  { id: "kind", header: t("col.kind"), cell: (offering) => t(`kind.${offering.kind}`) },
  { id: "family", header: t("col.family"), cell: (offering) => offering.family },
  { id: "delivery", header: t("col.delivery"), cell: (offering) => t(`delivery.${offering.delivery}`) },
  { id: "lead", header: t("col.leadTime"), align: "right", cell: (offering) => t("days", { count: offering.leadTimeDays }) },
  {
    id: "status",
    header: t("col.status"),
    cell: (offering) => (
      <StatusBadge
        status={offering.status}
        tone={offering.status === "published" ? "good" : "neutral"}
        label={t(`status.${offering.status}`)}
      />
    ),
  },
  { id: "version", header: t("col.version"), align: "right", cell: (offering) => offering.version },
];
