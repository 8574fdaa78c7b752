import { Badge, Blockquote, Button, SimpleGrid, Stack, Title } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { IconGift } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import { useCan } from "../../api/can.ts";
import { api, type client } from "../../api/client.ts";
import { live } from "../../api/query-client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { type T, useT } from "../../i18n/use-t.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { FilterChips } from "../../ui/filter-chips.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { Page } from "../../ui/page.tsx";
import { StatCard } from "../../ui/stat-card.tsx";
import { useListState } from "../../ui/use-list-state.ts";
import { DateTime, Named, RelativeTime } from "../../ui/values.tsx";
import { RewardDialog } from "./reward-dialog.tsx";

type Row = Awaited<ReturnType<typeof client.loyalty.referrals>>["rows"][number];
const statuses = ["made", "lead", "customer", "converted"] as const;

/** Customers who bring customers: whom they referred, what became of it, how they were thanked; who testifies. */
export default function Loyalty() {
  const t = useT("loyalty");
  const format = useFormat();
  const can = useCan();
  const [changing, setChanging] = useState(false);
  const list = useListState();
  const summary = useQuery({ ...api.loyalty.summary.queryOptions(), ...live("referral", "reward", "testimonial") });
  const referrals = useQuery({
    ...api.loyalty.referrals.queryOptions({ input: { status: list.pick("status", statuses), cursor: list.cursor } }),
    ...live("referral"),
    placeholderData: keepPreviousData,
  });
  const columns = useMemo(() => columnsOf(t), [t]);
  return (
    <Page
      title={t("title")}
      subtitle={t("subtitle")}
      actions={
        can("change loyalty") &&
        summary.data && (
          <Button variant="default" onClick={() => setChanging(true)}>
            {t("reward.change")}
          </Button>
        )
      }
    >
      <Stack gap="lg">
        <Loaded query={summary}>
          {(figures) => (
            <>
              <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }}>
                <StatCard label={t("referrals")} value={format.number(figures.referrals)} />
                <StatCard
                  label={t("converted")}
                  value={format.number(figures.converted)}
                  {...(figures.referrals > 0 && { n: figures.referrals })}
                />
                <StatCard
                  label={t("rewards")}
                  value={
                    figures.rewards.map((sum) => format.money(sum.amountMinor, sum.currency)).join(" + ") ||
                    format.money("0", figures.currency)
                  }
                />
                <StatCard label={t("reward")} value={format.money(figures.rewardMinor, figures.currency)} />
              </SimpleGrid>
              {figures.testimonials.length > 0 && (
                <section>
                  <Title order={2} size="h4" mb="sm">
                    {t("testimonials")}
                  </Title>
                  <SimpleGrid cols={{ base: 1, md: 2 }}>
                    {figures.testimonials.map((one) => (
                      <Blockquote key={one.id} cite={one.publicName} p="md">
                        {one.quote}
                      </Blockquote>
                    ))}
                  </SimpleGrid>
                </section>
              )}
            </>
          )}
        </Loaded>
        <DataTable
          id="referrals"
          label={t("referrals")}
          list={list}
          query={referrals}
          columns={columns}
          rowId={(row) => row.id}
          rowLabel={(row) => row.name}
          toolbar={
            <FilterChips
              list={list}
              filters={[
                { id: "status", label: t("status"), options: statuses.map((value) => ({ value, label: t(`status.${value}`) })) },
              ]}
            />
          }
          empty={<EmptyState icon={IconGift} title={t("empty.title")} text={t("empty.text")} />}
        />
      </Stack>
      {changing && summary.data && (
        <RewardDialog
          rewardMinor={summary.data.rewardMinor}
          currency={summary.data.currency}
          onClose={() => setChanging(false)}
        />
      )}
    </Page>
  );
}

const columnsOf = (t: T): Column<Row>[] => [
  { id: "name", header: t("name"), cell: (row) => <Named name={row.name} note={row.company ?? row.email} /> },
  { id: "by", header: t("by"), cell: (row) => row.referrer },
  {
    id: "status",
    header: t("status"),
    cell: (row) => <Badge color={row.status === "converted" ? "teal" : "gray"}>{t(`status.${row.status}`)}</Badge>,
  },
  { id: "made", header: t("made"), cell: (row) => <RelativeTime value={row.madeAt} /> },
  { id: "converted", header: t("convertedOn"), cell: (row) => <DateTime value={row.convertedAt} /> },
];
