import { Alert, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { IconAlertTriangle } from "@tabler/icons-react";
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
import { OrderActions } from "./order-actions.tsx";
import { OrderItems } from "./order-items.tsx";
import type { OrderDetail, Plan } from "./order-words.ts";
import { PlanTasks } from "./plan-tasks.tsx";
import { Shipments } from "./shipments.tsx";

const nouns = ["order", "task", "shipment", "appointment", "technician", "installation", "service", "return", "delivery"];

/** One order: what was sold, the plan that delivers it, whether the promise holds. */
export default function Order() {
  const { orderId = "" } = useParams({ strict: false });
  const can = useCan();
  const query = useQuery({ ...api.orders.show.queryOptions({ input: { orderId } }), ...live(...nouns) });
  const plan = useQuery({
    ...api.fulfillment.plan.queryOptions({ input: { orderId } }),
    ...live(...nouns),
    enabled: can("read the plans of orders"),
    retry: false,
  });
  return (
    <Loaded query={query} skeleton={<CardSkeletons cards={3} />}>
      {(order) => <OrderRecord order={order} plan={plan.data} />}
    </Loaded>
  );
}

function OrderRecord({ order, plan }: { order: OrderDetail; plan: Plan | undefined }) {
  const t = useT("orders");
  const format = useFormat();
  const failed = plan?.tasks.filter((task) => task.status === "failed") ?? [];
  const ready = plan?.tasks.find((task) => task.status === "ready");
  const next = failed[0]
    ? t("next.failed", { name: failed[0].name, reason: failed[0].failure ?? "" })
    : ready && t(`next.${ready.kind}`, { name: ready.name, when: format.relative(ready.dueAt) });
  return (
    <>
      {plan?.jeopardy && order.status !== "completed" && order.status !== "cancelled" && (
        <Alert
          role="alert"
          color="red"
          className="tl-error"
          mb="md"
          icon={<IconAlertTriangle aria-hidden />}
          title={t("jeopardy.title")}
        >
          {t("jeopardy.text", {
            reason: plan.jeopardy,
            promised: format.date(plan.promisedOn),
            expected: format.date(plan.expectedOn),
          })}
        </Alert>
      )}
      <RecordPage
        title={order.number}
        subtitle={
          <TextLink to="/customers/$customerId" params={{ customerId: order.customerId }}>
            {order.customerName}
          </TextLink>
        }
        crumbs={[{ label: t("common:area.orders"), to: "/orders" }, { label: order.number }]}
        badges={
          <>
            <StatusBadge status={order.status} label={t(`status.${order.status}`)} />
            {order.atRisk && <StatusBadge status="late" label={t("atRisk")} />}
          </>
        }
        actions={<OrderActions order={order} {...(plan && { plan })} />}
        next={next && order.status !== "completed" ? <Text size="sm">{next}</Text> : undefined}
        facts={<OrderFacts order={order} plan={plan} />}
        timeline={
          <EventTimeline
            about={{ customerId: order.customerId }}
            stage="receive"
            nouns={nouns}
            only={(event) => event.subjectId === order.id || event.data["orderId"] === order.id}
          />
        }
        related={
          <>
            {plan && <PlanTasks plan={plan} />}
            {plan && plan.shipments.length > 0 && <Shipments shipments={plan.shipments} />}
            <OrderItems order={order} />
          </>
        }
      />
    </>
  );
}

function OrderFacts({ order, plan }: { order: OrderDetail; plan: Plan | undefined }) {
  const t = useT("orders");
  const { deliveryAddress: address } = order;
  const link = (label: string, to: string, params: Record<string, string>) => (
    <TextLink to={to} params={params} size="sm">
      {label}
    </TextLink>
  );
  return (
    <Facts
      facts={[
        { label: t("col.promised"), value: <DateTime value={plan?.promisedOn ?? order.promisedOn} /> },
        { label: t("col.expected"), value: <DateTime value={plan?.expectedOn ?? order.expectedOn} /> },
        { label: t("col.net"), value: <Money minor={order.netMinor} currency={order.currency} /> },
        { label: t("col.total"), value: <Money minor={order.totalMinor} currency={order.currency} /> },
        {
          label: t("fact.address"),
          value: [address.line1, address.line2, `${address.postcode} ${address.city}`].filter(Boolean).join(", "),
        },
        { label: t("col.placed"), value: <DateTime value={order.placedAt} time /> },
        ...(order.completedAt ? [{ label: t("fact.completed"), value: <DateTime value={order.completedAt} time /> }] : []),
        ...(order.cancelReason ? [{ label: t("fact.cancelReason"), value: order.cancelReason }] : []),
        ...(order.quoteId
          ? [{ label: t("fact.quote"), value: link(t("fact.openQuote"), "/quotes/$quoteId", { quoteId: order.quoteId }) }]
          : []),
        ...(order.opportunityId
          ? [
              {
                label: t("fact.deal"),
                value: link(t("fact.openDeal"), "/opportunities/$opportunityId", { opportunityId: order.opportunityId }),
              },
            ]
          : []),
      ]}
    />
  );
}
