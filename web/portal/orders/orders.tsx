import { Card, Group, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { IconTruckDelivery } from "@tabler/icons-react";
import { api } from "../../api/client.ts";
import { live } from "../../api/query-client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { LinkButton, TextLink } from "../../ui/links.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";
import { DateTime } from "../../ui/values.tsx";
import { PortalPage } from "../portal-page.tsx";

/** My orders, newest first. */
export default function Orders() {
  const t = useT("portal-orders");
  const format = useFormat();
  const orders = useQuery({ ...api.orders.myOrders.queryOptions({ input: { limit: 50 } }), ...live("order") });
  return (
    <PortalPage width="wide" title={t("title")} intro={<TextLink to="/portal/services">{t("services.link")}</TextLink>}>
      <Loaded query={orders}>
        {({ rows }) =>
          rows.length === 0 ? (
            <EmptyState
              icon={IconTruckDelivery}
              title={t("empty.title")}
              text={t("empty.text")}
              action={<LinkButton to="/shop">{t("empty.action")}</LinkButton>}
            />
          ) : (
            <Stack gap="sm">
              {rows.map((order) => (
                <Card key={order.id} padding="md">
                  <Group justify="space-between" gap="xs">
                    <TextLink to="/portal/orders/$orderId" params={{ orderId: order.id }} fw={650}>
                      {t("order", { number: order.number })}
                    </TextLink>
                    <StatusBadge status={order.status} label={t(`status.${order.status}`)} />
                  </Group>
                  <Text size="sm" c="dimmed" mt={4} className="tl-first-upper">
                    {t("placed")} <DateTime value={order.placedAt} /> · {format.money(order.totalMinor, order.currency)}
                  </Text>
                  {order.promisedOn && order.status !== "completed" && order.status !== "cancelled" && (
                    <Text size="sm" mt={2}>
                      {t("promised")} <DateTime value={order.promisedOn} />
                    </Text>
                  )}
                </Card>
              ))}
            </Stack>
          )
        }
      </Loaded>
    </PortalPage>
  );
}
