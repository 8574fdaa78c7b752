import { Card, Group, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { IconWorld } from "@tabler/icons-react";
import { api } from "../../api/client.ts";
import { live } from "../../api/query-client.ts";
import { useT } from "../../i18n/use-t.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { TextLink } from "../../ui/links.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";
import { DateTime } from "../../ui/values.tsx";
import { PortalPage } from "../portal-page.tsx";

/** The services running at my place. */
export default function Services() {
  const t = useT("portal-orders");
  const services = useQuery({ ...api.provisioning.myServices.queryOptions(), ...live("service", "subscription") });
  return (
    <PortalPage title={t("services.title")}>
      <Loaded query={services}>
        {({ rows }) =>
          rows.length === 0 ? (
            <EmptyState icon={IconWorld} title={t("services.none")} text={t("services.noneText")} />
          ) : (
            <Stack gap="sm">
              {rows.map((service) => (
                <Card key={service.id} padding="md">
                  <Group justify="space-between">
                    <Text fw={650}>{service.service}</Text>
                    <StatusBadge
                      status={service.status}
                      tone={service.status === "active" ? "good" : service.status === "suspended" ? "waiting" : "neutral"}
                      label={t(`services.${service.status}`)}
                    />
                  </Group>
                  <Text size="sm" c="dimmed" mt={4}>
                    {service.identifier} · {t("services.since")} <DateTime value={service.activatedAt} />
                  </Text>
                  <TextLink to="/portal/orders/$orderId" params={{ orderId: service.orderId }} size="sm">
                    {t("services.order")}
                  </TextLink>
                </Card>
              ))}
            </Stack>
          )
        }
      </Loaded>
    </PortalPage>
  );
}
