import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { IconFileInvoice } from "@tabler/icons-react";
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
import { DateTime, Money } from "../../ui/values.tsx";
import { invoiceNouns, type InvoiceRow, invoiceStatuses, invoiceTone } from "./invoice-words.ts";

/** Invoices and credit notes, with what is still open on each. */
export default function InvoiceList() {
  const t = useT("invoices");
  const can = useCan();
  const list = useListState();
  const input = {
    search: list.q || undefined,
    status: list.pick("status", invoiceStatuses),
    customerId: list.filters["customer"] || undefined,
    orderId: list.filters["order"] || undefined,
    cursor: list.cursor,
  };
  const invoices = useQuery({
    ...api.invoices.list.queryOptions({ input }),
    ...live(...invoiceNouns),
    placeholderData: keepPreviousData,
  });
  const columns = useMemo(() => columnsOf(t), [t]);
  return (
    <Page
      title={t("common:area.invoices")}
      actions={can("run billing") && <LinkButton to="/invoices/runs">{t("runs.title")}</LinkButton>}
    >
      <SavedViews
        id="invoices"
        list={list}
        builtIn={[
          { name: t("view.overdue"), search: { status: "overdue" } },
          { name: t("view.disputed"), search: { status: "disputed" } },
          { name: t("view.paid"), search: { status: "paid" } },
        ]}
      />
      <DataTable
        id="invoices"
        label={t("common:area.invoices")}
        list={list}
        query={invoices}
        columns={columns}
        rowId={(invoice) => invoice.id}
        rowLabel={(invoice) => invoice.number}
        open={(invoice) => ({ to: "/invoices/$invoiceId", params: { invoiceId: invoice.id } })}
        toolbar={
          <FilterChips
            list={list}
            filters={[
              {
                id: "status",
                label: t("col.status"),
                options: invoiceStatuses.map((value) => ({ value, label: t(`status.${value}`) })),
              },
            ]}
          />
        }
        empty={<EmptyState icon={IconFileInvoice} title={t("empty.title")} text={t("empty.text")} />}
      />
    </Page>
  );
}

const columnsOf = (t: T): Column<InvoiceRow>[] => [
  { id: "number", header: t("col.number"), cell: (invoice) => invoice.number },
  { id: "customer", header: t("col.customer"), cell: (invoice) => invoice.customerName },
  {
    id: "status",
    header: t("col.status"),
    cell: (invoice) => {
      const tone = invoiceTone[invoice.status];
      return <StatusBadge status={invoice.status} label={t(`status.${invoice.status}`)} {...(tone && { tone })} />;
    },
  },
  { id: "issued", header: t("col.issued"), cell: (invoice) => <DateTime value={invoice.issuedOn} /> },
  { id: "due", header: t("col.due"), cell: (invoice) => <DateTime value={invoice.dueOn} /> },
  {
    id: "net",
    header: t("col.net"),
    align: "right",
    hidden: true,
    cell: (invoice) => <Money minor={invoice.netMinor} currency={invoice.currency} />,
  },
  {
    id: "total",
    header: t("col.total"),
    align: "right",
    cell: (invoice) => <Money minor={invoice.totalMinor} currency={invoice.currency} />,
  },
  {
    id: "open",
    header: t("col.open"),
    align: "right",
    cell: (invoice) => invoice.kind === "invoice" && <Money minor={invoice.openMinor} currency={invoice.currency} />,
  },
];
