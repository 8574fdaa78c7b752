import { Badge, Button } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { IconBuildingBank, IconCreditCard, IconFileImport } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import { useCan } from "../../api/can.ts";
import { api, type client } from "../../api/client.ts";
import { live } from "../../api/query-client.ts";
import { type T, useT } from "../../i18n/use-t.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { FilterChips } from "../../ui/filter-chips.tsx";
import { LinkButton } from "../../ui/links.tsx";
import { Page } from "../../ui/page.tsx";
import { SavedViews } from "../../ui/saved-views.tsx";
import { useListState } from "../../ui/use-list-state.ts";
import { DateTime, Money } from "../../ui/values.tsx";
import { ImportStatement } from "./import-statement.tsx";

type PaymentRow = Awaited<ReturnType<typeof client.payments.list>>["rows"][number];

/** Money in; what is not put against an invoice yet stands out. */
export default function PaymentList() {
  const t = useT("payments");
  const can = useCan();
  const [importing, setImporting] = useState(false);
  const list = useListState();
  const input = {
    search: list.q || undefined,
    unmatched: list.filters["open"] === "yes" || undefined,
    customerId: list.filters["customer"] || undefined,
    cursor: list.cursor,
  };
  const payments = useQuery({
    ...api.payments.list.queryOptions({ input }),
    ...live("payment"),
    placeholderData: keepPreviousData,
  });
  const columns = useMemo(() => columnsOf(t), [t]);
  const importButton = can("match payments") && (
    <Button leftSection={<IconFileImport size={16} aria-hidden />} onClick={() => setImporting(true)}>
      {t("action.import")}
    </Button>
  );
  return (
    <Page
      title={t("common:area.payments")}
      actions={
        <>
          <LinkButton to="/payments/statements" variant="default" leftSection={<IconBuildingBank size={16} aria-hidden />}>
            {t("statements.title")}
          </LinkButton>
          {importButton}
        </>
      }
    >
      <SavedViews id="payments" list={list} builtIn={[{ name: t("view.unmatched"), search: { open: "yes" } }]} />
      <DataTable
        id="payments"
        label={t("common:area.payments")}
        list={list}
        query={payments}
        columns={columns}
        rowId={(payment) => payment.id}
        rowLabel={(payment) => payment.reference}
        open={(payment) => ({ to: "/payments/$paymentId", params: { paymentId: payment.id } })}
        toolbar={
          <FilterChips
            list={list}
            filters={[{ id: "open", label: t("toMatch"), options: [{ value: "yes", label: t("common:state.yes") }] }]}
          />
        }
        empty={<EmptyState icon={IconCreditCard} title={t("empty.title")} text={t("empty.text")} action={importButton} />}
      />
      {importing && <ImportStatement onClose={() => setImporting(false)} />}
    </Page>
  );
}

const columnsOf = (t: T): Column<PaymentRow>[] => [
  { id: "received", header: t("col.received"), cell: (payment) => <DateTime value={payment.receivedOn} /> },
  { id: "customer", header: t("col.customer"), cell: (payment) => payment.customerName ?? payment.payerName ?? "–" },
  { id: "method", header: t("col.method"), cell: (payment) => t(`method.${payment.method}`) },
  { id: "reference", header: t("col.reference"), cell: (payment) => payment.reference },
  {
    id: "amount",
    header: t("col.amount"),
    align: "right",
    cell: (payment) => <Money minor={payment.amountMinor} currency={payment.currency} />,
  },
  {
    id: "unused",
    header: t("col.unused"),
    align: "right",
    cell: (payment) =>
      BigInt(payment.unusedMinor) > 0n && (
        <Badge color="yellow">
          <Money minor={payment.unusedMinor} currency={payment.currency} />
        </Badge>
      ),
  },
];
