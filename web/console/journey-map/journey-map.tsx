import { Badge, Card, Group, Select, Stack, Text, Title } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { api } from "../../api/client.ts";
import { live } from "../../api/query-client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { Funnel } from "../../ui/funnel.tsx";
import { JourneyMap as MapTable } from "../../ui/journey-map.tsx";
import { LinkButton } from "../../ui/links.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { Page } from "../../ui/page.tsx";
import { eventName } from "../../ui/timeline.tsx";
import { BehindFigure } from "./behind-figure.tsx";
import { type Figure, figureOf, improvementOf, toStages } from "./map-stages.ts";

const periods = ["30", "90", "365"] as const;

/** The journey as customers live it, drawn from the events. Every figure opens what is behind it. */
export default function JourneyMap() {
  const t = useT("journey-map");
  const format = useFormat();
  const navigate = useNavigate();
  const [days, setDays] = useState<string>("365");
  const [figure, setFigure] = useState<Figure | null>(null);
  const status = useQuery(api.organisation.brand.queryOptions());
  const journeys = useQuery(api.journeys.list.queryOptions());
  const slug = journeys.data?.rows[0]?.slug ?? "";
  // counted by the server, whose demo clock may run ahead of this computer's
  const input = { slug, days: Number(days) };
  const map = useQuery({
    ...api.journeys.map.queryOptions({ input }),
    ...live("survey", "order", "quote", "lead", "invoice", "pain", "improvement"),
    enabled: slug !== "",
    placeholderData: keepPreviousData,
  });
  const funnel = useQuery({
    ...api.journeys.funnel.queryOptions({ input }),
    enabled: slug !== "",
    placeholderData: keepPreviousData,
  });
  const locale = format.locale;
  const missed = map.data?.stages.flatMap((stage) => stage.kpis).filter((kpi) => kpi.state === "missed").length ?? 0;
  return (
    <Page
      title={t("title")}
      actions={
        <>
          <LinkButton to="/journey-map/improvements" variant="default">
            {t("improve.title")}
          </LinkButton>
          <Select
            aria-label={t("period")}
            data={periods.map((value) => ({ value, label: t("lastDays", { count: Number(value) }) }))}
            value={days}
            onChange={(value) => setDays(value ?? "365")}
            allowDeselect={false}
            w={180}
          />
        </>
      }
    >
      <Stack gap="lg">
        <Group justify="space-between" gap="sm">
          <Text c="dimmed">{t("drawn", { brand: status.data?.brandName ?? "" })}</Text>
          {missed > 0 && <Badge color="red">{t("common:map.missed", { count: missed })}</Badge>}
        </Group>
        <Loaded query={map}>
          {(drawn) => (
            <MapTable
              stages={toStages(drawn.stages, format, t, (type) => eventName(type, t))}
              caption={t("title")}
              onOpen={(stage, lane, item) => {
                const mark = improvementOf(drawn.stages, stage, lane, item);
                if (mark) void navigate({ to: "/journey-map/improvements", search: { mark } } as never);
                else setFigure(figureOf(drawn.stages, locale, stage, lane, item));
              }}
            />
          )}
        </Loaded>
        <Card withBorder>
          <Title order={2} size="h4" mb="md">
            {t("funnel")}
          </Title>
          <Loaded query={funnel}>
            {({ steps }) => (
              <Funnel
                steps={steps.map((step) => ({ id: step.type, name: eventName(step.type, t), count: step.count }))}
                onOpen={(type) => {
                  const step = steps.find((each) => each.type === type);
                  if (step) setFigure({ title: eventName(type, t), filter: step.filter });
                }}
              />
            )}
          </Loaded>
        </Card>
      </Stack>
      <BehindFigure figure={figure} slug={slug} onClose={() => setFigure(null)} />
    </Page>
  );
}
