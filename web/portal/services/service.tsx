import { Alert, Card, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { IconCalendarOff } from "@tabler/icons-react";
import { api } from "../../api/client.ts";
import { live } from "../../api/query-client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { TextLink } from "../../ui/links.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { Facts } from "../../ui/record-page.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";
import { DateTime, Money } from "../../ui/values.tsx";
import { PortalPage } from "../portal-page.tsx";
import { Agreed } from "./agreed.tsx";
import { CancelService } from "./cancel-service.tsx";
import { NextInvoiceLine } from "./next-invoice-line.tsx";
import { RunningServices } from "./running-services.tsx";
import { lastDay, type MySubscription, serviceNouns } from "./types.ts";

/** One of my subscriptions: price, term, what was agreed, what runs, and how to end it. */
export default function MyService() {
  const { subscriptionId = "" } = useParams({ strict: false }) as { subscriptionId?: string };
  const query = useQuery({
    ...api.subscriptions.mySubscription.queryOptions({ input: { subscriptionId } }),
    ...live(...serviceNouns),
  });
  return <Loaded query={query}>{(subscription) => <Shown subscription={subscription} />}</Loaded>;
}

function Shown({ subscription }: { subscription: MySubscription }) {
  const t = useT("portal-services");
  const format = useFormat();
  const { status, endsOn, termEndsOn, currency } = subscription;
  const metered = subscription.items.filter((item) => item.kind === "usage");
  const facts = [
    { label: t("fact.number"), value: subscription.number },
    {
      label: t("fact.price"),
      value: (
        <>
          <Money minor={subscription.periodNetMinor} currency={currency} /> {t("perPeriod", { count: subscription.everyMonths })}
        </>
      ),
    },
    { label: t("fact.quantity"), value: format.number(subscription.quantity) },
    { label: t("fact.since"), value: <DateTime value={subscription.startsOn} /> },
    {
      label: t("fact.term"),
      value: termEndsOn ? t("fact.termTo", { day: format.date(lastDay(termEndsOn)) }) : t("fact.noTerm"),
    },
    ...(status !== "ended" && !endsOn && termEndsOn
      ? [{ label: t("fact.after"), value: t(subscription.renews ? "fact.renews" : "fact.stops") }]
      : []),
    ...(metered.length > 0
      ? [{ label: t("fact.usage"), value: <TextLink to="/portal/usage">{metered.map((item) => item.name).join(", ")}</TextLink> }]
      : []),
    {
      label: t("fact.order"),
      value: (
        <TextLink to="/portal/orders/$orderId" params={{ orderId: subscription.orderId }}>
          {t("running.order")}
        </TextLink>
      ),
    },
  ];
  return (
    <PortalPage width="wide" title={subscription.name} intro={<StatusBadge status={status} label={t(`status.${status}`)} />}>
      <Stack gap="md">
        {endsOn && (
          <Alert color={status === "ended" ? "gray" : "yellow"} icon={<IconCalendarOff aria-hidden />}>
            {t(status === "ended" ? "ended" : "endsLong", { day: format.date(lastDay(endsOn)) })}
            {subscription.endReason && ` ${t("reasonGiven", { reason: subscription.endReason })}`}
          </Alert>
        )}
        <Card padding="lg" component="section" aria-labelledby="what-i-have">
          <Title order={2} size="h4" mb="sm" id="what-i-have">
            {t("facts")}
          </Title>
          <Facts facts={facts} />
        </Card>
        {status !== "ended" && <NextInvoiceLine />}
        <RunningServices title={t("running.title")} only={subscription} />
        <Agreed subscription={subscription} />
        {status !== "ended" && !endsOn && <CancelService subscription={subscription} />}
        <Text size="sm">
          <TextLink to="/portal/services">{t("back")}</TextLink>
        </Text>
      </Stack>
    </PortalPage>
  );
}
