import { Badge, Card, Group, SimpleGrid, Stack, Switch, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { IconChartPie, IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useCan } from "../../api/can.ts";
import { api } from "../../api/client.ts";
import { live } from "../../api/query-client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { LinkButton, TextLink } from "../../ui/links.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { Page } from "../../ui/page.tsx";
import { CardSkeletons } from "../../ui/skeletons.tsx";
import { describeRule } from "./segment-words.ts";
import { useRuleNames } from "./use-rule-names.ts";

/** Groups of people by rule, each with how many are in it now. */
export default function SegmentList() {
  const t = useT("segments");
  const format = useFormat();
  const can = useCan();
  const names = useRuleNames();
  const [archived, setArchived] = useState(false);
  const query = useQuery({
    ...api.segments.list.queryOptions({ input: { archived } }),
    ...live("contact", "consent", "customer", "order", "survey"),
  });
  const create = can("manage segments") && (
    <LinkButton to="/segments/new" leftSection={<IconPlus size={16} aria-hidden />}>
      {t("new")}
    </LinkButton>
  );
  return (
    <Page title={t("common:area.segments")} subtitle={t("subtitle")} actions={create}>
      <Switch
        label={t("archived.show")}
        checked={archived}
        onChange={(event) => setArchived(event.currentTarget.checked)}
        mb="md"
      />
      <Loaded query={query} skeleton={<CardSkeletons cards={3} />}>
        {({ rows }) =>
          rows.length === 0 ? (
            <EmptyState icon={IconChartPie} title={t("empty.title")} text={t("empty.text")} action={create} />
          ) : (
            <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }}>
              {rows.map((segment) => (
                <Card key={segment.id} withBorder>
                  <Stack gap="xs">
                    <Group justify="space-between" wrap="nowrap" align="start">
                      <TextLink fw={650} to="/segments/$segmentId" params={{ segmentId: segment.id }}>
                        {segment.name}
                      </TextLink>
                      <Badge className="tl-nowrap" style={{ flex: "none" }}>
                        {t("members", { count: segment.members, n: format.number(segment.members) })}
                      </Badge>
                    </Group>
                    {segment.description && (
                      <Text size="sm" c="dimmed">
                        {segment.description}
                      </Text>
                    )}
                    <Text size="sm">
                      {segment.definition.groups
                        .flatMap((group) => group.rules)
                        .slice(0, 3)
                        .map((rule) => describeRule(rule, t, names))
                        .join(" · ") || t("everyone")}
                    </Text>
                  </Stack>
                </Card>
              ))}
            </SimpleGrid>
          )
        }
      </Loaded>
    </Page>
  );
}
