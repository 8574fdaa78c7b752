import { Card, Text, Title } from "@mantine/core";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { lastDay, type MySubscription } from "./types.ts";

/** What was agreed and from which day, the newest first: each change of price or quantity stays readable. */
export function Agreed({ subscription }: { subscription: MySubscription }) {
  const t = useT("portal-services");
  const format = useFormat();
  return (
    <Card padding="lg" component="section" aria-labelledby="what-was-agreed">
      <Title order={2} size="h4" mb="sm" id="what-was-agreed">
        {t("agreed.title")}
      </Title>
      <ul className="tl-plain-list">
        {subscription.items.flatMap((item) =>
          item.versions.toReversed().map((version) => (
            <li key={version.id}>
              <Text fw={550}>{item.name}</Text>
              <Text size="sm">
                {version.periodNetMinor === null
                  ? t("agreed.metered")
                  : t("agreed.price", {
                      quantity: format.number(version.quantity),
                      price: format.money(version.periodNetMinor, subscription.currency),
                    })}
              </Text>
              <Text size="sm" c="dimmed">
                {version.validTo && version.validTo > version.validFrom
                  ? t("agreed.span", { from: format.date(version.validFrom), to: format.date(lastDay(version.validTo)) })
                  : t("agreed.since", { from: format.date(version.validFrom) })}
              </Text>
            </li>
          )),
        )}
      </ul>
    </Card>
  );
}
