import { Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useCan } from "../../api/can.ts";
import { api } from "../../api/client.ts";
import { live } from "../../api/query-client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { TextLink } from "../../ui/links.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { Facts, RecordPage } from "../../ui/record-page.tsx";
import { CardSkeletons } from "../../ui/skeletons.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";
import { DateTime, Money } from "../../ui/values.tsx";
import { EventTimeline } from "../event-timeline.tsx";
import { NextInvoice } from "./next-invoice.tsx";
import { SubscriptionActions } from "./subscription-actions.tsx";
import { type SubscriptionDetail, subscriptionNouns } from "./subscription-words.ts";
import { UsageNow } from "./usage-now.tsx";
import { Versions } from "./versions.tsx";

/** One subscription: everything ever agreed on it, what is used now, what the next invoice will say. */
export default function Subscription() {
  const { subscriptionId = "" } = useParams({ strict: false });
  const query = useQuery({
    ...api.subscriptions.show.queryOptions({ input: { subscriptionId } }),
    ...live(...subscriptionNouns),
  });
  return (
    <Loaded query={query} skeleton={<CardSkeletons cards={3} />}>
      {(subscription) => <SubscriptionRecord subscription={subscription} />}
    </Loaded>
  );
}

function SubscriptionRecord({ subscription }: { subscription: SubscriptionDetail }) {
  const t = useT("subscriptions");
  const format = useFormat();
  const can = useCan();
  const ends = subscription.endsOn && subscription.status !== "ended" ? subscription.endsOn : undefined;
  return (
    <RecordPage
      title={subscription.name}
      subtitle={
        <>
          {subscription.number} ·{" "}
          <TextLink to="/customers/$customerId" params={{ customerId: subscription.customerId }} underline="always">
            {subscription.customerName}
          </TextLink>
        </>
      }
      crumbs={[{ label: t("common:area.subscriptions"), to: "/subscriptions" }, { label: subscription.number }]}
      badges={<StatusBadge status={subscription.status} label={t(`status.${subscription.status}`)} />}
      actions={<SubscriptionActions subscription={subscription} />}
      next={ends && <Text size="sm">{t("next.ends", { day: format.date(ends) })}</Text>}
      facts={
        <Facts
          facts={[
            { label: t("fact.price"), value: <Money minor={subscription.periodNetMinor} currency={subscription.currency} /> },
            { label: t("fact.period"), value: t("fact.every", { count: subscription.everyMonths }) },
            { label: t("fact.quantity"), value: format.number(subscription.quantity) },
            { label: t("col.starts"), value: <DateTime value={subscription.startsOn} /> },
            { label: t("fact.term"), value: <DateTime value={subscription.termEndsOn} /> },
            { label: t("fact.renews"), value: t(subscription.renews ? "common:state.yes" : "common:state.no") },
            ...(subscription.endsOn ? [{ label: t("fact.ends"), value: <DateTime value={subscription.endsOn} /> }] : []),
            ...(subscription.endReason ? [{ label: t("fact.why"), value: subscription.endReason }] : []),
            {
              label: t("fact.order"),
              value: (
                <TextLink to="/orders/$orderId" params={{ orderId: subscription.orderId }} size="sm">
                  {t("fact.openOrder")}
                </TextLink>
              ),
            },
          ]}
        />
      }
      timeline={
        <EventTimeline
          about={{ customerId: subscription.customerId }}
          nouns={subscriptionNouns}
          only={(event) => event.subjectId === subscription.id || event.data["subscriptionId"] === subscription.id}
        />
      }
      related={
        <>
          {can("read usage") && subscription.items.some((item) => item.kind === "usage") && (
            <UsageNow subscriptionId={subscription.id} />
          )}
          {can("read invoices") && <NextInvoice customerId={subscription.customerId} />}
          <Versions subscription={subscription} />
        </>
      }
    />
  );
}
