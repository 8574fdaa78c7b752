import { Group, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useCan } from "../../api/can.ts";
import { api } from "../../api/client.ts";
import { liveAbout } from "../../api/query-client.ts";
import { useT } from "../../i18n/use-t.ts";
import { TextLink } from "../../ui/links.tsx";
import { Panel } from "../../ui/record-page.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";
import { DateTime } from "../../ui/values.tsx";

/** What runs at the customer's: each line or box by the name it is known by, and the order it came from. */
export function ServicesPanel({ customerId }: { customerId: string }) {
  const t = useT("customers");
  const can = useCan();
  const services = useQuery({
    ...api.provisioning.list.queryOptions({ input: { customerId } }),
    ...liveAbout(customerId, "service", "subscription"),
    enabled: can("read installed services"),
  });
  if (!services.data?.rows.length) return null;
  return (
    <Panel title={t("services.title")}>
      <Stack gap="sm" component="ul" className="tl-plain-list">
        {services.data.rows.map((service) => (
          <li key={service.id}>
            <Group justify="space-between" wrap="nowrap" gap="xs">
              <Text size="sm" fw={600}>
                {service.service}
              </Text>
              <span className="tl-keep">
                <StatusBadge
                  status={service.status}
                  tone={service.status === "active" ? "good" : service.status === "suspended" ? "waiting" : "neutral"}
                  label={t(`services.${service.status}`)}
                />
              </span>
            </Group>
            <Text size="xs" c="dimmed" className="tl-break">
              {service.identifier} · {t("services.since")} <DateTime value={service.activatedAt} />
              {can("read orders") && (
                <>
                  {" · "}
                  <TextLink size="xs" underline="always" to="/orders/$orderId" params={{ orderId: service.orderId }}>
                    {t("services.order")}
                  </TextLink>
                </>
              )}
            </Text>
          </li>
        ))}
      </Stack>
    </Panel>
  );
}
