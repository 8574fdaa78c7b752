import { Card, Group, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { api } from "../../api/client.ts";
import { live } from "../../api/query-client.ts";
import { useT } from "../../i18n/use-t.ts";
import { TextLink } from "../../ui/links.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";
import { DateTime } from "../../ui/values.tsx";

/** The services running at my place, with the name each line or box is known by; of one order, or all. */
export function RunningServices({ title, only }: { title: string; only?: { orderId: string; sku: string } }) {
  const t = useT("portal-services");
  const services = useQuery({ ...api.provisioning.myServices.queryOptions(), ...live("service", "subscription") });
  return (
    <Loaded query={services}>
      {({ rows: all }) => {
        const rows = only ? all.filter((row) => row.orderId === only.orderId && row.sku === only.sku) : all;
        if (rows.length === 0) return null;
        return (
          <section aria-label={title}>
            <Title order={2} size="h3" mb="xs">
              {title}
            </Title>
            <Stack gap="sm">
              {rows.map((service) => (
                <Card key={service.id}>
                  <Group justify="space-between" wrap="nowrap" align="start">
                    <Text fw={650}>{service.service}</Text>
                    <StatusBadge
                      status={service.status}
                      tone={service.status === "active" ? "good" : service.status === "suspended" ? "waiting" : "neutral"}
                      label={t(`running.${service.status}`)}
                    />
                  </Group>
                  <Text size="sm" c="dimmed" mt={4}>
                    {service.identifier} · {t("running.since")} <DateTime value={service.activatedAt} />
                  </Text>
                  <TextLink to="/portal/orders/$orderId" params={{ orderId: service.orderId }} size="sm">
                    {t("running.order")}
                  </TextLink>
                </Card>
              ))}
            </Stack>
          </section>
        );
      }}
    </Loaded>
  );
}
