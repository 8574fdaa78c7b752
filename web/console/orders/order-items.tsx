import { Badge, Button, Group, Text } from "@mantine/core";
import { useState } from "react";
import { useCan } from "../../api/can.ts";
import { api } from "../../api/client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { InlineEdit } from "../../ui/inline-edit.tsx";
import { Panel } from "../../ui/record-page.tsx";
import { ReasonDialog } from "../../ui/reason-dialog.tsx";
import { useWrite } from "../../ui/use-write.ts";
import { Money } from "../../ui/values.tsx";
import type { OrderDetail } from "./order-words.ts";

/** What was sold, line by line, with returns asked for. Quantities change until the item leaves. */
export function OrderItems({ order }: { order: OrderDetail }) {
  const t = useT("orders");
  const format = useFormat();
  const can = useCan();
  const [receiving, setReceiving] = useState<string>();
  const amend = useWrite(api.orders.amend.mutationOptions(), { done: t("done.amended") });
  const receive = useWrite(api.orders.receiveReturn.mutationOptions(), { done: t("done.returned") });
  const isOver = order.status === "completed" || order.status === "cancelled";
  return (
    <Panel title={t("items.title")}>
      <ul className="tl-plain-list">
        {order.items.map(({ id, line, status }) => {
          const back = order.returns.find((one) => one.itemId === id);
          return (
            <li key={id}>
              <Group justify="space-between" wrap="nowrap" align="start" gap="xs">
                <Text size="sm" fw={550}>
                  {line.name}
                </Text>
                <Text size="sm" span>
                  <Money minor={line.netMinor} currency={order.currency} />
                </Text>
              </Group>
              <Group gap={6}>
                {can("change orders") && !isOver && line.delivery === "ship" ? (
                  <InlineEdit
                    label={t("items.quantity")}
                    value={line.quantity}
                    onSave={(quantity) => amend.mutateAsync({ orderId: order.id, itemId: id, quantity })}
                  />
                ) : (
                  <Text size="xs" c="dimmed" span>
                    × {format.number(line.quantity)}
                  </Text>
                )}
                <Text size="xs" c="dimmed" span>
                  {line.sku}
                  {line.everyMonths && ` · ${t("items.every", { count: line.everyMonths })}`}
                </Text>
                {status === "cancelled" && <Badge color="red">{t("status.cancelled")}</Badge>}
              </Group>
              {back && (
                <Group gap={6} mt={4}>
                  <Badge color={back.status === "received" ? "teal" : "yellow"}>{t(`return.${back.status}`)}</Badge>
                  <Text size="xs">{back.reason}</Text>
                  {back.status === "requested" && can("change orders") && (
                    <Button size="compact-xs" variant="light" onClick={() => setReceiving(back.id)}>
                      {t("action.receiveReturn")}
                    </Button>
                  )}
                </Group>
              )}
            </li>
          );
        })}
      </ul>
      <ReasonDialog
        title={t("return.title")}
        label={t("return.condition")}
        action={t("action.receiveReturn")}
        opened={!!receiving}
        onClose={() => setReceiving(undefined)}
        onSubmit={(condition) => receive.mutateAsync({ orderId: order.id, returnId: receiving ?? "", condition })}
      />
    </Panel>
  );
}
