import { Text } from "@mantine/core";
import { IconDownload, IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { useT } from "../../i18n/use-t.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { FilterChips } from "../../ui/filter-chips.tsx";
import { PeekDrawer } from "../../ui/peek-drawer.tsx";
import { SavedViews } from "../../ui/saved-views.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";
import { tell } from "../../ui/toast.tsx";
import { useListState } from "../../ui/use-list-state.ts";
import { DateTime, Money, Named } from "../../ui/values.tsx";
import { quotes, type SampleQuote } from "./samples.ts";

const pageSize = 12;

/** A list with everything on it; the "server" is an array. */
export function KitTable() {
  const t = useT();
  const list = useListState({ sort: "-total" });
  const [peeked, setPeeked] = useState<SampleQuote>();
  const columns: Column<SampleQuote>[] = [
    { id: "number", header: t("area.quotes"), cell: (quote) => quote.number, sortable: true },
    { id: "account", header: t("area.customers"), cell: (quote) => <Named name={quote.account} /> },
    {
      id: "status",
      header: t("stage.choose"),
      cell: (quote) => <StatusBadge status={quote.status} label={quote.status} />,
      sortable: true,
    },
    {
      id: "total",
      header: "Total",
      cell: (quote) => <Money minor={quote.total} currency="EUR" />,
      align: "right",
      sortable: true,
    },
    { id: "closesOn", header: t("filter.to"), cell: (quote) => <DateTime value={quote.closesOn} />, sortable: true },
    { id: "id", header: "Id", cell: (quote) => quote.id, hidden: true },
  ];
  const chosen = list.chosen("status");
  const matching = quotes
    .filter(
      (quote) => (!chosen.length || chosen.includes(quote.status)) && quote.number.toLowerCase().includes(list.q.toLowerCase()),
    )
    .sort((a, b) => {
      const by = (list.sort?.by ?? "total") as keyof SampleQuote;
      return a[by].localeCompare(b[by], "en", { numeric: true }) * (list.sort?.descending ? -1 : 1);
    });
  const from = Number(list.cursor ?? 0);
  const rows = matching.slice(from, from + pageSize);
  const next = from + pageSize < matching.length ? String(from + pageSize) : null;
  return (
    <>
      <SavedViews id="kit" list={list} builtIn={[{ name: "Sent", search: { status: "sent" } }]} />
      <DataTable
        id="kit"
        label={t("area.quotes")}
        columns={columns}
        list={list}
        query={{
          data: { rows, nextCursor: next, total: matching.length },
          error: null,
          isPending: false,
          isFetching: false,
          refetch: () => undefined,
        }}
        rowId={(quote) => quote.id}
        rowLabel={(quote) => quote.number}
        open={() => ({ to: "/kit" })}
        onPeek={setPeeked}
        bulk={[
          { label: t("table.export"), icon: IconDownload, run: (ids) => tell(ids.join(", ")) },
          { label: t("action.delete"), icon: IconTrash, tone: "danger", run: (ids) => tell(ids.join(", ")) },
        ]}
        onExport={() => tell(t("table.export"))}
        toolbar={
          <FilterChips
            list={list}
            filters={[
              {
                id: "status",
                label: t("stage.choose"),
                options: ["draft", "sent", "accepted", "declined"].map((value) => ({ value, label: value })),
              },
              { id: "created", label: "Date", kind: "dates" },
              { id: "owner", label: t("table.columns"), kind: "text" },
            ]}
          />
        }
      />
      <PeekDrawer title={peeked?.number ?? ""} opened={!!peeked} onClose={() => setPeeked(undefined)} open={{ to: "/kit" }}>
        <Text>{peeked?.account}</Text>
      </PeekDrawer>
    </>
  );
}
