import { Alert, Card, Group, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { api } from "../../api/client.ts";
import { live } from "../../api/query-client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { Loaded } from "../../ui/loaded.tsx";
import { OrderTracker } from "../../ui/order-tracker.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";
import { DateTime } from "../../ui/values.tsx";
import { PortalPage } from "../portal-page.tsx";
import { OrderLines } from "./order-lines.tsx";
import { trackSteps } from "./track-steps.ts";
import { VisitCard } from "./visit-card.tsx";

const nouns = ["order", "task", "shipment", "appointment", "technician", "installation", "service", "delivery"];

/** Where my order is, live: each step, the parcel, the visit, and what I can do now. */
export default function Order() {
  const { orderId = "" } = useParams({ strict: false });
  const t = useT("portal-orders");
  const format = useFormat();
  const input = { orderId };
  const order = useQuery({ ...api.orders.myOrder.queryOptions({ input }), ...live(...nouns) });
  // an order just placed has no plan yet, one without installation no visit: both are answered 404, which is no failure
  const plan = useQuery({ ...api.fulfillment.myPlan.queryOptions({ input }), ...live(...nouns), retry: false });
  const visit = useQuery({ ...api.appointments.myAppointment.queryOptions({ input }), ...live(...nouns), retry: false });
  return (
    <Loaded query={order}>
      {(order) => (
        <PortalPage
          width="wide"
          title={t("order", { number: order.number })}
          intro={
            <Group gap="xs">
              <StatusBadge status={order.status} label={t(`status.${order.status}`)} />
              {plan.data && order.status !== "completed" && order.status !== "cancelled" && (
                <span>
                  {t("promised")} <DateTime value={plan.data.promisedOn} />
                </span>
              )}
            </Group>
          }
        >
          <div className="tl-portal-split">
            <div>
              {plan.data?.jeopardy && order.status !== "completed" && order.status !== "cancelled" && (
                <Alert color="yellow" title={t("late.title")}>
                  {t("late.text", { expected: format.date(plan.data.expectedOn) })}
                </Alert>
              )}
              {order.cancelReason && <Alert color="gray">{t("cancelled", { reason: order.cancelReason })}</Alert>}
              {visit.isSuccess && order.status !== "cancelled" && <VisitCard orderId={orderId} visit={visit.data} />}
              {plan.data && order.status !== "cancelled" && (
                <Card padding="lg">
                  <Title order={2} size="h3" mb="md">
                    {t("track.title")}
                  </Title>
                  <OrderTracker label={t("track.title")} steps={trackSteps(order, plan.data, visit.data ?? null, t)} />
                </Card>
              )}
              {!!plan.data?.shipments.length && (
                <Card padding="lg">
                  <Title order={2} size="h3" mb="sm">
                    {t("parcels.title")}
                  </Title>
                  {plan.data.shipments.map((parcel) => (
                    <div key={parcel.tracking}>
                      <Text fw={600}>
                        {parcel.carrier} · {parcel.tracking}
                      </Text>
                      <Text size="sm" c="dimmed" component="div">
                        {parcel.deliveredAt ? (
                          <>
                            {t("parcels.delivered", { name: parcel.receivedBy ?? "" })}{" "}
                            <DateTime value={parcel.deliveredAt} time />
                          </>
                        ) : (
                          <>
                            {t("parcels.left")} <DateTime value={parcel.dispatchedAt} time />
                          </>
                        )}
                      </Text>
                    </div>
                  ))}
                </Card>
              )}
            </div>
            <aside>
              <OrderLines order={order} />
            </aside>
          </div>
        </PortalPage>
      )}
    </Loaded>
  );
}
