import { Badge, Button } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { IconGauge } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import { useCan } from "../../api/can.ts";
import { api, type client } from "../../api/client.ts";
import { live } from "../../api/query-client.ts";
import { type Format, useFormat } from "../../i18n/use-format.ts";
import { type T, useT } from "../../i18n/use-t.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { FilterChips } from "../../ui/filter-chips.tsx";
import { Page } from "../../ui/page.tsx";
import { useListState } from "../../ui/use-list-state.ts";
import { DateTime } from "../../ui/values.tsx";
import { CorrectUsage } from "./correct-usage.tsx";

export type UsageRecord = Awaited<ReturnType<typeof client.usage.list>>["rows"][number];

/** Each record behind a usage figure, the latest first. A wrong one is put right here; both stay readable. */
export default function UsageRecords() {
  const { subscriptionId = "" } = useParams({ strict: false }) as { subscriptionId?: string };
  const t = useT("subscriptions");
  const format = useFormat();
  const can = useCan();
  const list = useListState();
  const [wrong, setWrong] = useState<UsageRecord>();
  const subscription = useQuery(api.subscriptions.show.queryOptions({ input: { subscriptionId } })).data;
  const meters = [...new Set(subscription?.items.flatMap((item) => item.meter ?? []))];
  const input = { subscriptionId, meter: list.filters["meter"] || undefined, cursor: list.cursor };
  const records = useQuery({
    ...api.usage.list.queryOptions({ input }),
    ...live("usage"),
    placeholderData: keepPreviousData,
  });
  const mayCorrect = can("record usage");
  const replaced = useMemo(
    () => new Set((records.data?.rows ?? []).flatMap((row) => (row.replaces ? [`${row.source} ${row.replaces}`] : []))),
    [records.data],
  );
  const columns = useMemo(
    () => columnsOf(t, format, replaced, mayCorrect ? setWrong : undefined),
    [t, format, replaced, mayCorrect],
  );
  const name = subscription?.name ?? t("usage.records");
  return (
    <Page
      title={t("usage.records")}
      subtitle={subscription && `${subscription.number} · ${name} · ${subscription.customerName}`}
      crumbs={[
        { label: t("common:area.subscriptions"), to: "/subscriptions" },
        {
          label: subscription?.number ?? "…",
          to: "/subscriptions/$subscriptionId",
          params: { subscriptionId },
        },
        { label: t("usage.records") },
      ]}
    >
      <DataTable
        id="usage-records"
        label={t("usage.records")}
        list={list}
        query={records}
        columns={columns}
        rowId={(row) => row.id}
        rowLabel={(row) => row.sourceId}
        toolbar={
          meters.length > 1 && (
            <FilterChips
              list={list}
              search={false}
              filters={[{ id: "meter", label: t("usage.meter"), options: meters.map((value) => ({ value, label: value })) }]}
            />
          )
        }
        empty={<EmptyState icon={IconGauge} title={t("usage.none")} text={t("usage.noneText")} />}
      />
      {wrong && <CorrectUsage key={wrong.id} record={wrong} onClose={() => setWrong(undefined)} />}
    </Page>
  );
}

const columnsOf = (
  t: T,
  format: Format,
  replaced: Set<string>,
  onCorrect: ((record: UsageRecord) => void) | undefined,
): Column<UsageRecord>[] => {
  const isOver = (row: UsageRecord): boolean => replaced.has(`${row.source} ${row.sourceId}`);
  return [
    { id: "at", header: t("usage.at"), cell: (row) => <DateTime value={row.at} time /> },
    { id: "meter", header: t("usage.meter"), cell: (row) => row.meter },
    {
      id: "quantity",
      header: t("fact.quantity"),
      align: "right",
      cell: (row) =>
        isOver(row) ? <s className="tl-figure">{format.number(row.quantity, 6)}</s> : format.number(row.quantity, 6),
    },
    { id: "source", header: t("usage.source"), cell: (row) => `${row.source} · ${row.sourceId}` },
    { id: "recorded", header: t("usage.recordedAt"), cell: (row) => <DateTime value={row.recordedAt} time /> },
    {
      id: "state",
      header: t("col.status"),
      cell: (row) => {
        if (isOver(row)) return <Badge color="gray">{t("usage.replaced")}</Badge>;
        if (row.voided) return <Badge color="red">{t("usage.voided")}</Badge>;
        if (row.replaces) return <Badge color="indigo">{t("usage.correction")}</Badge>;
        return <Badge color="teal">{t("usage.counted")}</Badge>;
      },
    },
    ...(onCorrect
      ? [
          {
            id: "correct",
            header: t("usage.action"),
            cell: (row: UsageRecord) =>
              isOver(row) ? (
                ""
              ) : (
                <Button
                  size="compact-xs"
                  variant="subtle"
                  aria-label={t("usage.correctThis", { id: row.sourceId })}
                  onClick={() => onCorrect(row)}
                >
                  {t("usage.correct")}
                </Button>
              ),
          },
        ]
      : []),
  ];
};
