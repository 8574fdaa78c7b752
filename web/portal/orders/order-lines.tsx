import { Badge, Button, Card, Group, Text, Title } from "@mantine/core";
import { useState } from "react";
import { api, type client } from "../../api/client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { ReasonDialog } from "../../ui/reason-dialog.tsx";
import { useWrite } from "../../ui/use-write.ts";

type MyOrder = Awaited<ReturnType<typeof client.orders.myOrder>>;

/** What I ordered; what was delivered can be sent back. */
export function OrderLines({ order }: { order: MyOrder }) {
  const t = useT("portal-orders");
  const format = useFormat();
  const [returning, setReturning] = useState<string>();
  const ask = useWrite(api.orders.requestReturn.mutationOptions(), { done: t("return.done") });
  return (
    <Card padding="lg">
      <Title order={2} size="h3" mb="sm">
        {t("lines.title")}
      </Title>
      <ul className="tl-plain-list tl-portal-rows">
        {order.items.map(({ id, line, status }) => {
          const back = order.returns.find((one) => one.itemId === id);
          return (
            <li key={id}>
              <Group justify="space-between" wrap="nowrap" align="start" gap="sm">
                <div>
                  <Text fw={550}>
                    {line.name}
                    {line.quantity !== "1" && ` × ${line.quantity}`}
                  </Text>
                  {back && <Badge color="yellow">{t(`return.${back.status}`)}</Badge>}
                  {!back && status === "delivered" && line.delivery === "ship" && (
                    <Button variant="subtle" size="compact-sm" ml={-8} onClick={() => setReturning(id)}>
                      {t("return.action")}
                    </Button>
                  )}
                </div>
                <Text span className="tl-nowrap">
                  {line.everyMonths === 1
                    ? t("lines.perMonth", { amount: format.money(line.netMinor, order.currency) })
                    : format.money(line.netMinor, order.currency)}
                </Text>
              </Group>
            </li>
          );
        })}
      </ul>
      <dl className="tl-portal-sums tl-portal-sums-after">
        <div data-strong>
          <dt>{t("total")}</dt>
          <dd>{format.money(order.totalMinor, order.currency)}</dd>
        </div>
      </dl>
      <ReasonDialog
        title={t("return.title")}
        label={t("return.reason")}
        action={t("return.action")}
        maxLength={300}
        opened={!!returning}
        onClose={() => setReturning(undefined)}
        onSubmit={(reason) => ask.mutateAsync({ orderId: order.id, itemId: returning ?? "", reason })}
      />
    </Card>
  );
}
