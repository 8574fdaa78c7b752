import { Badge, Group } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { IconUser } from "@tabler/icons-react";
import { useMemo } from "react";
import { api } from "../../api/client.ts";
import { live } from "../../api/query-client.ts";
import { type T, useT } from "../../i18n/use-t.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { FilterChips } from "../../ui/filter-chips.tsx";
import { Page } from "../../ui/page.tsx";
import { useListState } from "../../ui/use-list-state.ts";
import { Named, RelativeTime } from "../../ui/values.tsx";
import { type ContactRow, contactName, contactRoles } from "./customer-words.ts";

/** Everyone we know, with or without an account. */
export default function ContactList() {
  const t = useT("customers");
  const list = useListState();
  const input = {
    search: list.q || undefined,
    role: list.pick("role", contactRoles),
    withoutCustomer: list.filters["account"] === "none" || undefined,
    cursor: list.cursor,
  };
  const contacts = useQuery({
    ...api.customers.listContacts.queryOptions({ input }),
    ...live("contact"),
    placeholderData: keepPreviousData,
  });
  const columns = useMemo(() => columnsOf(t), [t]);
  return (
    <Page title={t("people")} crumbs={[{ label: t("common:area.customers"), to: "/customers" }, { label: t("people") }]}>
      <DataTable
        id="contacts"
        label={t("people")}
        list={list}
        query={contacts}
        columns={columns}
        rowId={(person) => person.id}
        rowLabel={contactName}
        open={(person) => ({ to: "/contacts/$contactId", params: { contactId: person.id } })}
        toolbar={
          <FilterChips
            list={list}
            filters={[
              { id: "role", label: t("col.roles"), options: contactRoles.map((value) => ({ value, label: t(`role.${value}`) })) },
              { id: "account", label: t("col.account"), options: [{ value: "none", label: t("contacts.noAccount") }] },
            ]}
          />
        }
        empty={<EmptyState icon={IconUser} title={t("contacts.empty")} text={t("contacts.emptyText")} />}
      />
    </Page>
  );
}

const columnsOf = (t: T): Column<ContactRow>[] => [
  {
    id: "name",
    header: t("col.name"),
    cell: (person) => <Named name={contactName(person)} {...(person.jobTitle && { note: person.jobTitle })} />,
  },
  { id: "account", header: t("col.account"), cell: (person) => person.customerName ?? "–" },
  {
    id: "email",
    header: t("col.email"),
    cell: (person) => (
      <Group gap={6} wrap="nowrap">
        {person.email ?? "–"}
        {person.emailUnusable && (
          <Badge size="sm" color="red">
            {t("contacts.unreachable")}
          </Badge>
        )}
      </Group>
    ),
  },
  { id: "phone", header: t("col.phone"), cell: (person) => person.phone ?? "–" },
  { id: "roles", header: t("col.roles"), cell: (person) => person.roles.map((role) => t(`role.${role}`)).join(", ") || "–" },
  { id: "created", header: t("col.created"), cell: (person) => <RelativeTime value={person.createdAt} />, hidden: true },
];
