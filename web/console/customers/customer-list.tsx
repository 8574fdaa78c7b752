import { Text } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { IconPlus, IconUsers } from "@tabler/icons-react";
import { useMemo, useState } from "react";
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
import { useListState } from "../../ui/use-list-state.ts";
import { Named, RelativeTime } from "../../ui/values.tsx";
import { useOwners } from "../use-owners.ts";
import { CustomerPeek } from "./customer-peek.tsx";
import { type CustomerRow, kinds } from "./customer-words.ts";

/** Every account one may see, with the person to call first. */
export default function CustomerList() {
  const t = useT("customers");
  const can = useCan();
  const owners = useOwners();
  const list = useListState();
  const [peeked, setPeeked] = useState<CustomerRow>();
  const input = {
    search: list.q || undefined,
    kind: list.pick("kind", kinds),
    ownerId: owners.of(list.filters["owner"]),
    sector: list.filters["sector"] || undefined,
    segment: list.filters["segment"] || undefined,
    sort: list.sort?.by === "name" ? ("name" as const) : ("created" as const),
    cursor: list.cursor,
  };
  const customers = useQuery({
    ...api.customers.list.queryOptions({ input }),
    ...live("customer", "contact"),
    placeholderData: keepPreviousData,
  });
  const columns = useMemo(() => columnsOf(t), [t]);
  const create = can("create customers") && (
    <LinkButton to="/customers/new" leftSection={<IconPlus size={16} aria-hidden />}>
      {t("new")}
    </LinkButton>
  );
  return (
    <Page
      title={t("common:area.customers")}
      actions={
        <>
          <LinkButton to="/contacts" variant="default">
            {t("people")}
          </LinkButton>
          {create}
        </>
      }
    >
      <SavedViews
        id="customers"
        list={list}
        builtIn={[
          { name: t("view.mine"), search: { owner: "me" } },
          { name: t("view.companies"), search: { kind: "company" } },
          { name: t("view.persons"), search: { kind: "person" } },
        ]}
      />
      <DataTable
        id="customers"
        label={t("common:area.customers")}
        list={list}
        query={customers}
        columns={columns}
        rowId={(customer) => customer.id}
        rowLabel={(customer) => customer.name}
        open={(customer) => ({ to: "/customers/$customerId", params: { customerId: customer.id } })}
        onPeek={setPeeked}
        toolbar={
          <FilterChips
            list={list}
            filters={[
              { id: "kind", label: t("col.kind"), options: kinds.map((value) => ({ value, label: t(`kind.${value}`) })) },
              { id: "owner", label: t("col.owner"), options: owners.filterOptions },
              { id: "sector", label: t("col.sector"), kind: "text" },
              { id: "segment", label: t("col.segment"), kind: "text" },
            ]}
          />
        }
        empty={<EmptyState icon={IconUsers} title={t("empty.title")} text={t("empty.text")} action={create} />}
      />
      <CustomerPeek customerId={peeked?.id} name={peeked?.name ?? ""} onClose={() => setPeeked(undefined)} />
    </Page>
  );
}

const columnsOf = (t: T): Column<CustomerRow>[] => [
  {
    id: "name",
    header: t("col.name"),
    sortable: true,
    cell: (customer) => <Named name={customer.name} note={customer.number} />,
  },
  { id: "kind", header: t("col.kind"), cell: (customer) => t(`kind.${customer.kind}`) },
  {
    id: "contact",
    header: t("col.contact"),
    cell: (customer) =>
      customer.contactName ? (
        <>
          {customer.contactName}
          <Text size="xs" c="dimmed" component="span" display="block">
            {customer.contactEmail ?? customer.contactPhone}
          </Text>
        </>
      ) : (
        "–"
      ),
  },
  { id: "city", header: t("col.city"), cell: (customer) => customer.city ?? "–" },
  {
    id: "owner",
    header: t("col.owner"),
    cell: (customer) =>
      customer.ownerName ?? (
        <Text size="sm" c="dimmed" span>
          {t("owner.none")}
        </Text>
      ),
  },
  { id: "sector", header: t("col.sector"), cell: (customer) => customer.sector ?? "–", hidden: true },
  { id: "size", header: t("col.size"), cell: (customer) => customer.size ?? "–", hidden: true },
  { id: "segment", header: t("col.segment"), cell: (customer) => customer.segment ?? "–", hidden: true },
  { id: "parent", header: t("col.parent"), cell: (customer) => customer.parentName ?? "–", hidden: true },
  { id: "created", header: t("col.created"), cell: (customer) => <RelativeTime value={customer.createdAt} /> },
];
