import { Badge, SimpleGrid, Stack, Text } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { IconDiamond } from "@tabler/icons-react";
import { useMemo } from "react";
import { api, type client } from "../../api/client.ts";
import { live } from "../../api/query-client.ts";
import { type Format, useFormat } from "../../i18n/use-format.ts";
import { type T, useT } from "../../i18n/use-t.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { FilterChips } from "../../ui/filter-chips.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { Page } from "../../ui/page.tsx";
import { StatCard } from "../../ui/stat-card.tsx";
import { useListState } from "../../ui/use-list-state.ts";
import { Money, Named } from "../../ui/values.tsx";
import { ValueWhy } from "./value-why.tsx";

type Row = Awaited<ReturnType<typeof client.customerValue.list>>["rows"][number];

/** What customers are worth, how they are doing, and who may leave, with the reasons. */
export default function Value() {
  const t = useT("value");
  const format = useFormat();
  const list = useListState();
  const summary = useQuery({ ...api.customerValue.summary.queryOptions(), ...live("subscription", "customer") });
  const input = { minRisk: list.filters["risk"] === "high" ? 50 : undefined, cursor: list.cursor };
  const values = useQuery({
    ...api.customerValue.list.queryOptions({ input }),
    ...live("health", "churn", "customer"),
    placeholderData: keepPreviousData,
  });
  const columns = useMemo(() => columnsOf(t, format), [t, format]);
  return (
    <Page title={t("title")} subtitle={t("subtitle")}>
      <Stack gap="lg">
        <Loaded query={summary}>
          {(figures) => (
            <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }}>
              <StatCard
                label={t("mrr")}
                value={<Money minor={figures.monthlyMinor} currency={figures.currency} />}
                n={figures.customers}
              />
              <StatCard
                label={t("grr")}
                value={figures.grrPercent === null ? undefined : format.percent(figures.grrPercent / 100, 1)}
              />
              <StatCard
                label={t("nrr")}
                value={figures.nrrPercent === null ? undefined : format.percent(figures.nrrPercent / 100, 1)}
              />
              <StatCard label={t("churned")} value={format.number(figures.churnedCustomers)} />
            </SimpleGrid>
          )}
        </Loaded>
        <DataTable
          id="value"
          label={t("title")}
          list={list}
          query={values}
          columns={columns}
          rowId={(row) => row.customerId}
          rowLabel={(row) => row.customerName}
          open={(row) => ({ to: "/customers/$customerId", params: { customerId: row.customerId } })}
          toolbar={
            <FilterChips
              list={list}
              filters={[{ id: "risk", label: t("risk"), options: [{ value: "high", label: t("risk.high") }] }]}
            />
          }
          empty={<EmptyState icon={IconDiamond} title={t("empty.title")} text={t("empty.text")} />}
        />
        <Text size="sm" c="dimmed">
          {t("method")}{" "}
          {summary.data && summary.data.learntFrom.renewals + summary.data.learntFrom.purchases > 0
            ? t("learnt", {
                renewals: format.number(summary.data.learntFrom.renewals),
                purchases: format.number(summary.data.learntFrom.purchases),
              })
            : ""}
        </Text>
      </Stack>
    </Page>
  );
}

const reasons = (row: Row["healthReasons"], locale: "en" | "fr"): string =>
  row
    .slice(0, 2)
    .map((reason) => reason[locale])
    .join(" · ");

const columnsOf = (t: T, format: Format): Column<Row>[] => [
  { id: "customer", header: t("customer"), cell: (row) => <Named name={row.customerName} /> },
  {
    id: "monthly",
    header: t("monthly"),
    align: "right",
    cell: (row) => <Money minor={row.monthlyMinor} currency={row.currency} />,
  },
  { id: "billed", header: t("billed"), align: "right", cell: (row) => <Money minor={row.billedMinor} currency={row.currency} /> },
  { id: "margin", header: t("margin"), align: "right", cell: (row) => <Money minor={row.marginMinor} currency={row.currency} /> },
  { id: "expected", header: t("expected"), align: "right", cell: (row) => <ValueWhy row={row} /> },
  {
    id: "health",
    header: t("health"),
    align: "right",
    cell: (row) =>
      row.health === null ? (
        "–"
      ) : (
        <Badge color={row.health >= 75 ? "teal" : row.health >= 50 ? "yellow" : "red"}>{row.health}</Badge>
      ),
  },
  {
    id: "risk",
    header: t("risk"),
    align: "right",
    cell: (row) => (row.churned ? t("left") : row.churnPercent === null ? "–" : format.percent(row.churnPercent / 100)),
  },
  {
    id: "why",
    header: t("why"),
    cell: (row) => (
      <Text size="sm" className="tl-sentence" lineClamp={2}>
        {reasons(row.churnReasons.length > 0 ? row.churnReasons : row.healthReasons, format.locale) || "–"}
      </Text>
    ),
  },
];
