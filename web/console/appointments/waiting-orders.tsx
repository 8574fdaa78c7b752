import { Button, Group, Text } from "@mantine/core";
import { useCan } from "../../api/can.ts";
import { useT } from "../../i18n/use-t.ts";
import { TextLink } from "../../ui/links.tsx";
import { Panel } from "../../ui/record-page.tsx";
import { DateTime } from "../../ui/values.tsx";
import type { DispatchBoard } from "./visit-words.ts";

/** Orders whose visit nobody has chosen yet, the most urgent first. */
export function WaitingOrders({ waiting, onBook }: { waiting: DispatchBoard["waiting"]; onBook: (orderId: string) => void }) {
  const t = useT("appointments");
  const can = useCan();
  return (
    <Panel title={t("waiting.title", { count: waiting.length })}>
      {waiting.length === 0 && <Text size="sm">{t("waiting.none")}</Text>}
      <ul className="tl-plain-list">
        {waiting.map((order) => (
          <li key={order.orderId}>
            <Group justify="space-between" wrap="nowrap" gap="xs">
              <div>
                <TextLink to="/orders/$orderId" params={{ orderId: order.orderId }} size="sm" fw={600}>
                  {order.orderNumber}
                </TextLink>
                <Text size="xs">{order.customerName}</Text>
                {order.dueAt && (
                  <Text size="xs" c="dimmed">
                    {t("waiting.due")} <DateTime value={order.dueAt} />
                  </Text>
                )}
              </div>
              {can("book appointments") && (
                <Button
                  size="compact-sm"
                  variant="light"
                  aria-label={t("book.for", { number: order.orderNumber })}
                  onClick={() => onBook(order.orderId)}
                >
                  {t("book.action")}
                </Button>
              )}
            </Group>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
