import { Badge, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useCan } from "../../api/can.ts";
import { api, type client } from "../../api/client.ts";
import { liveAbout } from "../../api/query-client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { Facts, Panel } from "../../ui/record-page.tsx";
import { Money } from "../../ui/values.tsx";
import { ValueWhy } from "../value/value-why.tsx";

type Reason = NonNullable<Awaited<ReturnType<typeof client.customerValue.show>>>["healthReasons"][number];

/** What the customer is worth, how they are doing and whether they may leave, each with its reasons. */
export function ValuePanel({ customerId }: { customerId: string }) {
  const t = useT("value");
  const format = useFormat();
  const can = useCan();
  const value = useQuery({
    ...api.customerValue.show.queryOptions({ input: { customerId } }),
    ...liveAbout(customerId, "health", "churn", "customer", "subscription"),
    enabled: can("read customer value"),
  }).data;
  if (!value) return null;
  const { currency, health } = value;
  return (
    <Panel title={t("panel.title")}>
      <Facts
        facts={[
          { label: t("monthly"), value: <Money minor={value.monthlyMinor} currency={currency} /> },
          { label: t("billed"), value: <Money minor={value.billedMinor} currency={currency} /> },
          { label: t("margin"), value: <Money minor={value.marginMinor} currency={currency} /> },
          { label: t("expected"), value: <ValueWhy row={value} /> },
          {
            label: t("health"),
            value:
              health === null ? (
                t("panel.unknown")
              ) : (
                <>
                  <Badge color={health >= 75 ? "teal" : health >= 50 ? "yellow" : "red"}>
                    {t("panel.health", { value: format.number(health) })}
                  </Badge>
                  <Reasons reasons={value.healthReasons} />
                </>
              ),
          },
          {
            label: t("risk"),
            value: value.churned ? (
              t("left")
            ) : value.churnPercent === null ? (
              t("panel.unknown")
            ) : (
              <>
                {format.percent(value.churnPercent / 100)}
                <Reasons reasons={value.churnReasons} />
              </>
            ),
          },
        ]}
      />
    </Panel>
  );
}

function Reasons({ reasons }: { reasons: Reason[] }) {
  const { locale } = useFormat();
  if (reasons.length === 0) return null;
  return (
    <Stack gap={2} component="ul" className="tl-plain-list" mt={4}>
      {reasons.map((reason) => (
        <li key={reason.key}>
          <Text size="xs" c="dimmed">
            {reason[locale]}
          </Text>
        </li>
      ))}
    </Stack>
  );
}
