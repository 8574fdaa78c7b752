import { Card, Progress, Stack, Text, Title } from "@mantine/core";
import { IconGauge } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { api } from "../../api/client.ts";
import { live } from "../../api/query-client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { Chart } from "../../ui/chart.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { TextLink } from "../../ui/links.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { PortalPage } from "../portal-page.tsx";
import { NextInvoice } from "./next-invoice.tsx";

/** What I have used in this period, of what is included, day by day; and what the next invoice will be. */
export default function MyUsage() {
  const t = useT("portal-usage");
  const format = useFormat();
  const usage = useQuery({ ...api.usage.myUsage.queryOptions(), ...live("usage") });
  return (
    <PortalPage width="wide" title={t("title")}>
      <div className="tl-portal-split" data-even>
        <div>
          <Loaded query={usage}>
            {({ rows, asOf }) =>
              rows.length === 0 ? (
                <EmptyState icon={IconGauge} title={t("empty")} text={t("emptyText")} />
              ) : (
                <Stack gap="md">
                  {rows.map((row) => {
                    const included = Number(row.included);
                    const share = included > 0 ? (Number(row.used) / included) * 100 : 0;
                    return (
                      <Card key={row.itemId} padding="lg" component="section">
                        <Title order={2} size="h4">
                          {row.name}
                        </Title>
                        <Text size="xl" fw={700} mt={4}>
                          {format.number(row.used)} {row.unit}
                          {included > 0 && (
                            <Text span c="dimmed" size="md">
                              {" "}
                              {t("of", { included: format.number(row.included) })}
                            </Text>
                          )}
                        </Text>
                        {share > 100 && (
                          <Text size="sm" fw={600} mt={4}>
                            {t("beyond", { over: `${format.number(Number(row.used) - included)} ${row.unit}` })}
                          </Text>
                        )}
                        {included > 0 && (
                          <Progress
                            size="lg"
                            my="sm"
                            value={Math.min(share, 100)}
                            color={share > 100 ? "orange" : share >= 80 ? "yellow" : "teal"}
                            aria-label={t("share", { share: format.percent(share / 100) })}
                          />
                        )}
                        <Text size="sm" c="dimmed">
                          {format.days(row.periodFrom, lastDay(row.periodTo))}
                        </Text>
                        <TextLink to="/portal/usage/records" search={{ meter: row.meter }} size="sm">
                          {t("records.open")}
                        </TextLink>
                        {row.days.length > 1 && (
                          <Chart
                            title={t("days")}
                            kind="bar"
                            x="day"
                            xLabel={t("day")}
                            data={row.days.map((day) => ({ day: format.date(day.day), used: Number(day.used) }))}
                            series={[{ key: "used", label: row.unit || row.meter }]}
                            height={180}
                          />
                        )}
                      </Card>
                    );
                  })}
                  <Text size="xs" c="dimmed">
                    {t("asOf", { when: format.dateTime(asOf) })}
                  </Text>
                </Stack>
              )
            }
          </Loaded>
        </div>
        <div>
          <NextInvoice />
        </div>
      </div>
    </PortalPage>
  );
}

/** A period is told with its last day, not the first of the next one. */
const lastDay = (to: string): string => new Date(Date.parse(to) - 86_400_000).toISOString().slice(0, 10);
