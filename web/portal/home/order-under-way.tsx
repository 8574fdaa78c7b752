import { Card, Group, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { api, type client } from "../../api/client.ts";
import { live } from "../../api/query-client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { LinkButton } from "../../ui/links.tsx";

type Order = Awaited<ReturnType<typeof client.orders.myOrders>>["rows"][number];

/** Where an order is, and the one thing it needs from me, if any. */
export function OrderUnderWay({ order }: { order: Order }) {
  const t = useT("portal-home");
  const words = useT("portal-orders");
  const format = useFormat();
  const visit = useQuery({
    ...api.appointments.myAppointment.queryOptions({ input: { orderId: order.id } }),
    ...live("appointment", "technician", "installation"),
  }).data;
  const params = { orderId: order.id };
  const name = words("order", { number: order.number });
  const visitText = visit
    ? `${words(`visit.${visit.status}`, { name: visit.technicianName })} ${words("visit.window", {
        day: format.date(visit.startsAt),
        from: format.time(visit.startsAt),
        to: format.time(visit.endsAt),
      })}`
    : order.promisedOn && t("order.promised", { day: format.date(order.promisedOn) });
  return (
    <Card padding="lg" component="section" aria-label={name}>
      <Group justify="space-between" gap="sm">
        <div>
          <Text fw={650} size="lg">
            {name}
          </Text>
          {visitText && (
            <Text size="sm" c="dimmed">
              {visitText}
            </Text>
          )}
        </div>
        {visit?.status === "completed" ? (
          <LinkButton to="/portal/orders/$orderId/installation" params={params}>
            {words("visit.confirm")}
          </LinkButton>
        ) : (
          <LinkButton to="/portal/orders/$orderId" params={params} variant="light">
            {t("order.follow")}
          </LinkButton>
        )}
      </Group>
    </Card>
  );
}
