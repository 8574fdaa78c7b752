import { Anchor, Badge, Button, Group, Stack, Text, Title } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Card } from "@mantine/core";
import { useCan } from "../../api/can.ts";
import { api, type client } from "../../api/client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { Page } from "../../ui/page.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";
import { useWrite } from "../../ui/use-write.ts";
import { CatalogTabs } from "./catalog-tabs.tsx";

type Guide = Awaited<ReturnType<typeof client.configuration.list>>["rows"][number];

/** Guides of the shop with what was proved when each went online: how many configurations, no dead end. */
export default function Guides() {
  const t = useT("catalog");
  const query = useQuery(api.configuration.list.queryOptions());
  return (
    <Page title={t("common:area.catalog")}>
      <CatalogTabs />
      <Loaded query={query}>
        {({ rows }) =>
          rows.length === 0 ? (
            <EmptyState title={t("guides.none")} text={t("guides.noneText")} />
          ) : (
            <Stack gap="md" maw={860}>
              {rows.map((guide) => (
                <GuideCard key={guide.id} guide={guide} />
              ))}
            </Stack>
          )
        }
      </Loaded>
    </Page>
  );
}

function GuideCard({ guide }: { guide: Guide }) {
  const t = useT("catalog");
  const format = useFormat();
  const can = useCan();
  const cache = useQueryClient();
  const publish = useWrite(
    api.configuration.publish.mutationOptions({
      onSuccess: () => cache.invalidateQueries({ queryKey: api.configuration.list.key() }),
    }),
    { done: t("done.guidePublished") },
  );
  const { analysis } = guide;
  return (
    <Card component="section" padding="md" aria-label={guide.name[format.locale]}>
      <Group justify="space-between">
        <Group gap="sm">
          <Title order={2} size="h4">
            {guide.name[format.locale]}
          </Title>
          <StatusBadge
            status={guide.status}
            tone={guide.status === "published" ? "good" : "neutral"}
            label={t(`status.${guide.status}`)}
          />
          <Text size="sm" c="dimmed">
            {t("versions.nth", { n: guide.version })}
          </Text>
        </Group>
        {guide.status === "published" && (
          <Anchor size="sm" href={`/shop/${guide.slug}`} target="_blank">
            {t("guides.open")}
          </Anchor>
        )}
        {guide.status === "draft" && can("change the catalogue") && (
          <Button size="xs" loading={publish.isPending} onClick={() => publish.mutate({ guideId: guide.id })}>
            {t("guides.prove")}
          </Button>
        )}
      </Group>
      {analysis ? (
        <Group gap="xs" mt="sm">
          <Badge color={analysis.satisfiable ? "teal" : "red"}>
            {t(analysis.satisfiable ? "proof.satisfiable" : "proof.void")}
          </Badge>
          {analysis.configurations !== null && (
            <Badge color="indigo">{t("proof.configurations", { n: format.number(analysis.configurations) })}</Badge>
          )}
          <Found tone="red" none={t("proof.noDead")} label={t("proof.dead")} names={analysis.dead} />
          <Found
            tone="yellow"
            none={t("proof.noFalseOptional")}
            label={t("proof.falseOptional")}
            names={analysis.falseOptional}
          />
          <Found tone="yellow" none={t("proof.noRedundant")} label={t("proof.redundant")} names={analysis.redundant} />
        </Group>
      ) : (
        <Text size="sm" c="dimmed" mt="sm">
          {t("proof.notYet")}
        </Text>
      )}
      {!!analysis?.core.length && (
        <Text size="sm" mt="xs">
          {t("proof.core", { names: analysis.core.join(", ") })}
        </Text>
      )}
    </Card>
  );
}

/** What an analysis found, or that it found none: both are worth saying. */
const Found = ({ names, label, none, tone }: { names: string[]; label: string; none: string; tone: string }) =>
  names.length ? (
    <Badge color={tone}>
      {label} {names.join(", ")}
    </Badge>
  ) : (
    <Badge color="teal">{none}</Badge>
  );
