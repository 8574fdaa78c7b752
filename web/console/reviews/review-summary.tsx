import { SimpleGrid, Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { api } from "../../api/client.ts";
import { live } from "../../api/query-client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { Chart } from "../../ui/chart.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { CardSkeletons } from "../../ui/skeletons.tsx";
import { StatCard } from "../../ui/stat-card.tsx";

/** The mean of each site with how many it stands on, and how the months went. A site opens its reviews. */
export function ReviewSummary({ onSite }: { onSite: (site: string) => void }) {
  const t = useT("reviews");
  const format = useFormat();
  const named = new Intl.DateTimeFormat(format.locale, { month: "short", year: "numeric", timeZone: "UTC" });
  const summary = useQuery({ ...api.listening.summary.queryOptions(), ...live("review") });
  return (
    <Loaded query={summary} skeleton={<CardSkeletons cards={3} />}>
      {({ rows, months }) =>
        rows.length > 0 && (
          <Stack gap="md">
            <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }}>
              {rows.map((row) => (
                <StatCard
                  key={row.site}
                  label={row.site}
                  value={t("mean", { value: format.number(row.mean, 1) })}
                  n={row.reviews}
                  onOpen={() => onSite(row.site)}
                />
              ))}
            </SimpleGrid>
            {months.length > 1 && (
              <Chart
                title={t("months")}
                kind="line"
                x="month"
                xLabel={t("month")}
                height={180}
                data={months.map((one) => ({ month: named.format(new Date(`${one.month}-15T12:00:00Z`)), mean: one.mean }))}
                series={[{ key: "mean", label: t("rating") }]}
                value={(value) => format.number(value, 1)}
                note={t("monthsNote", { count: rows.reduce((sum, row) => sum + row.reviews, 0) })}
              />
            )}
          </Stack>
        )
      }
    </Loaded>
  );
}
