import { Button, Text } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { IconScale } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import { api } from "../../api/client.ts";
import { live } from "../../api/query-client.ts";
import { type T, useT } from "../../i18n/use-t.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { FilterChips } from "../../ui/filter-chips.tsx";
import { useListState } from "../../ui/use-list-state.ts";
import { DateTime } from "../../ui/values.tsx";
import { CausesDrawer } from "../causes-drawer.tsx";
import { LedgerFrame } from "./ledger-frame.tsx";
import { type Entry, Postings } from "./postings.tsx";

const accountCodes = ["411000", "418100", "445710", "471000", "487000", "511500", "512000", "706000", "707000"] as const;

/** The journal: every entry with its postings, and the way back to the click it began with. */
export default function Journal() {
  const t = useT("ledger");
  const [asked, setAsked] = useState<string>();
  const list = useListState();
  const input = {
    search: list.q || undefined,
    account: list.pick("account", accountCodes),
    customerId: list.filters["customer"] || undefined,
    cursor: list.cursor,
  };
  const entries = useQuery({
    ...api.ledger.list.queryOptions({ input }),
    ...live("revenue", "invoice", "payment", "credit_note", "charge"),
    placeholderData: keepPreviousData,
  });
  const columns = useMemo(() => columnsOf(t, setAsked), [t]);
  return (
    <LedgerFrame view="journal">
      <DataTable
        id="ledger"
        label={t("view.journal")}
        list={list}
        query={entries}
        columns={columns}
        rowId={(entry) => entry.id}
        rowLabel={(entry) => entry.number}
        open={(entry) => ({ to: "/ledger/entries/$entryId", params: { entryId: entry.id } })}
        toolbar={
          <FilterChips
            list={list}
            filters={[
              {
                id: "account",
                label: t("col.account"),
                options: accountCodes.map((value) => ({ value, label: `${value} ${t(`account.${value}`)}` })),
              },
            ]}
          />
        }
        empty={<EmptyState icon={IconScale} title={t("empty.title")} text={t("empty.text")} />}
      />
      <CausesDrawer eventId={asked} onClose={() => setAsked(undefined)} />
    </LedgerFrame>
  );
}

const columnsOf = (t: T, ask: (eventId: string) => void): Column<Entry>[] => [
  { id: "number", header: t("col.number"), cell: (entry) => entry.number },
  { id: "date", header: t("col.date"), cell: (entry) => <DateTime value={entry.date} /> },
  {
    id: "label",
    header: t("col.label"),
    cell: (entry) => (
      <>
        {entry.label}
        {entry.customerName && (
          <Text size="xs" c="dimmed">
            {entry.customerName}
          </Text>
        )}
      </>
    ),
  },
  { id: "postings", header: t("col.postings"), cell: (entry) => <Postings entry={entry} /> },
  {
    id: "why",
    header: t("col.why"),
    cell: (entry) => (
      <Button
        size="compact-xs"
        variant="subtle"
        onClick={() => ask(entry.sourceEventId)}
        aria-label={t("why", { number: entry.number })}
      >
        {t("action.why")}
      </Button>
    ),
  },
];
