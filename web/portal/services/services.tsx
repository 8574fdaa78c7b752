import { Card, Group, Stack, Text, Title } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { IconRouter } from "@tabler/icons-react";
import { api, client } from "../../api/client.ts";
import { live } from "../../api/query-client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { LinkButton, TextLink } from "../../ui/links.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";
import { Money } from "../../ui/values.tsx";
import { PortalPage } from "../portal-page.tsx";
import { ShowMore } from "../show-more.tsx";
import { NextInvoiceLine } from "./next-invoice-line.tsx";
import { RunningServices } from "./running-services.tsx";
import { lastDay, type MySubscriptionRow, serviceNouns } from "./types.ts";

/** What I have: my subscriptions with their price and term, what the next invoice will be, what runs at my place. */
export default function MyServices() {
  const t = useT("portal-services");
  const subscriptions = useInfiniteQuery({
    queryKey: [...api.subscriptions.mySubscriptions.key(), "pages"],
    queryFn: ({ pageParam, signal }) =>
      client.subscriptions.mySubscriptions({ limit: 20, ...(pageParam && { cursor: pageParam }) }, { signal }),
    initialPageParam: "",
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    ...live(...serviceNouns),
  });
  return (
    <PortalPage width="wide" title={t("title")} intro={t("intro")}>
      <Stack gap="xl">
        <Loaded query={subscriptions}>
          {({ pages }) => {
            const rows = pages.flatMap((page) => page.rows);
            if (rows.length === 0)
              return (
                <EmptyState
                  icon={IconRouter}
                  title={t("empty")}
                  text={t("emptyText")}
                  action={<LinkButton to="/shop">{t("shop")}</LinkButton>}
                />
              );
            return (
              <section aria-label={t("subscriptions")}>
                <Title order={2} size="h3" mb="xs">
                  {t("subscriptions")}
                </Title>
                <Stack gap="sm">
                  {rows.map((row) => (
                    <SubscriptionCard key={row.id} subscription={row} />
                  ))}
                  <ShowMore query={subscriptions} />
                  <NextInvoiceLine />
                </Stack>
              </section>
            );
          }}
        </Loaded>
        <RunningServices title={t("running.title")} />
      </Stack>
    </PortalPage>
  );
}

function SubscriptionCard({ subscription }: { subscription: MySubscriptionRow }) {
  const t = useT("portal-services");
  const format = useFormat();
  const { status, endsOn, termEndsOn } = subscription;
  const until = endsOn
    ? t(status === "ended" ? "ended" : "ends", { day: format.date(lastDay(endsOn)) })
    : termEndsOn && t("termTo", { day: format.date(lastDay(termEndsOn)) });
  return (
    <Card component="article" aria-label={subscription.name}>
      <Group justify="space-between" align="start" wrap="nowrap" gap="sm">
        <div>
          <TextLink to="/portal/services/$subscriptionId" params={{ subscriptionId: subscription.id }} fw={650}>
            {subscription.name}
          </TextLink>
          <Text size="sm" c="dimmed">
            {[subscription.number, until].filter(Boolean).join(" · ")}
          </Text>
        </div>
        <Stack gap={4} align="end" flex="none">
          <Text fw={600} span ta="right">
            <Money minor={subscription.periodNetMinor} currency={subscription.currency} />
            <Text span size="sm" c="dimmed" fw={400} display="block" className="tl-nowrap">
              {t("perPeriod", { count: subscription.everyMonths })}
            </Text>
          </Text>
          <StatusBadge
            status={status}
            {...(status === "active" && endsOn && { tone: "waiting" })}
            label={t(status === "active" && endsOn ? "status.ending" : `status.${status}`)}
          />
        </Stack>
      </Group>
    </Card>
  );
}
