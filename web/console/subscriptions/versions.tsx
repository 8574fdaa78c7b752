import { Text } from "@mantine/core";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { Panel } from "../../ui/record-page.tsx";
import type { SubscriptionDetail } from "./subscription-words.ts";

/** Everything ever agreed, item by item, newest first: quantity, price, from one day to another. */
export function Versions({ subscription }: { subscription: SubscriptionDetail }) {
  const t = useT("subscriptions");
  const format = useFormat();
  return (
    <Panel title={t("versions.title")}>
      <ul className="tl-plain-list">
        {subscription.items.flatMap((item) =>
          item.versions.toReversed().map((version) => (
            <li key={version.id}>
              <Text size="sm" fw={550}>
                {item.name}
              </Text>
              <Text size="sm">
                {version.periodNetMinor === null
                  ? t("versions.metered")
                  : t("versions.price", {
                      quantity: format.number(version.quantity),
                      price: format.money(version.periodNetMinor, subscription.currency),
                    })}
              </Text>
              <Text size="xs" c="dimmed">
                {version.validTo
                  ? t("versions.span", { from: format.date(version.validFrom), to: format.date(version.validTo) })
                  : t("versions.since", { from: format.date(version.validFrom) })}
              </Text>
            </li>
          )),
        )}
      </ul>
    </Panel>
  );
}
