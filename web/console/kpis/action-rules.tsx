import { Badge, Card, Group, SimpleGrid, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useCan } from "../../api/can.ts";
import { api } from "../../api/client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { TextLink } from "../../ui/links.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { eventName } from "../../ui/timeline.tsx";

/** What starts an action by itself: a target missed or something that happened, who then acts, how fast, measured by what. */
export function ActionRules({ names }: { names: Map<string, string> }) {
  const t = useT("kpis");
  const { locale, duration } = useFormat();
  const can = useCan();
  const rules = useQuery({ ...api.actions.rules.queryOptions(), enabled: can("read actions") });
  if (!can("read actions")) return null;
  return (
    <section aria-labelledby="action-rules">
      <Title order={2} size="h4" mb="sm" id="action-rules">
        {t("rules.title")}
      </Title>
      <Loaded query={rules}>
        {({ rows }) =>
          rows.length === 0 ? (
            <Text c="dimmed">{t("rules.none")}</Text>
          ) : (
            <SimpleGrid cols={{ base: 1, md: 2 }}>
              {rows.map((rule) => (
                <Card key={rule.id} withBorder padding="md">
                  <Group justify="space-between" wrap="nowrap" align="start">
                    <Text fw={600}>{rule.name[locale]}</Text>
                    {!rule.active && (
                      <Badge color="gray" className="tl-keep">
                        {t("rules.off")}
                      </Badge>
                    )}
                  </Group>
                  <Text size="sm" mt={4}>
                    {rule.onKpi ? (
                      <>
                        {t("rules.onKpi")}{" "}
                        <TextLink size="sm" underline="always" to="/kpis/$key" params={{ key: rule.onKpi }}>
                          {names.get(rule.onKpi) ?? rule.onKpi}
                        </TextLink>
                      </>
                    ) : (
                      t("rules.onEvent", { event: eventName(rule.onEvent ?? "", t) })
                    )}
                  </Text>
                  <Text size="sm" c="dimmed">
                    {t("rules.who", { role: t(`settings:role.${rule.ownerRole}`), within: duration(rule.dueHours * 3_600_000) })}
                  </Text>
                  {rule.measureKpi && (
                    <Text size="sm" c="dimmed">
                      {t("rules.measure", {
                        kpi: names.get(rule.measureKpi) ?? rule.measureKpi,
                        count: rule.measureAfterDays,
                      })}
                    </Text>
                  )}
                </Card>
              ))}
            </SimpleGrid>
          )
        }
      </Loaded>
    </section>
  );
}
