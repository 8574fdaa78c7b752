import { Text } from "@mantine/core";
import { useT } from "../../i18n/use-t.ts";
import { Panel } from "../../ui/record-page.tsx";
import { DateTime } from "../../ui/values.tsx";
import type { Plan } from "./order-words.ts";

/** Parcels on their way or delivered, by tracking number. */
export function Shipments({ shipments }: { shipments: Plan["shipments"] }) {
  const t = useT("orders");
  return (
    <Panel title={t("shipments.title")}>
      <ul className="tl-plain-list">
        {shipments.map((shipment) => (
          <li key={shipment.tracking}>
            <Text size="sm" fw={550}>
              {shipment.carrier} · {shipment.tracking}
            </Text>
            <Text size="xs" c="dimmed" component="div">
              {t("shipments.left")} <DateTime value={shipment.dispatchedAt} time />
              {shipment.deliveredAt && (
                <>
                  {" · "}
                  {t("shipments.delivered", { name: shipment.receivedBy ?? "" })} <DateTime value={shipment.deliveredAt} time />
                </>
              )}
            </Text>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
