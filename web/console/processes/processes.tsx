import { Badge, Button, Group, Select, SimpleGrid, Stack, Tabs, Text } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { IconSitemap } from "@tabler/icons-react";
import { api } from "../../api/client.ts";
import { live } from "../../api/query-client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { Page } from "../../ui/page.tsx";
import { CardSkeletons, TextSkeleton } from "../../ui/skeletons.tsx";
import { StatCard } from "../../ui/stat-card.tsx";
import { CasesDrawer } from "./cases-drawer.tsx";
import { ConformanceView } from "./conformance-view.tsx";
import { FunnelView } from "./funnel-view.tsx";
import { MapView } from "./map-view.tsx";
import type { Explored, ProcessRow } from "./types.ts";
import { periods, type Question, useQuestion, type View, views } from "./use-question.ts";
import { VariantsView } from "./variants-view.tsx";
import { WaitsView } from "./waits-view.tsx";
import { filterName, waitText } from "./words.ts";

/** The processes of the house as they really run. Every figure opens the cases behind it, and a case its events. */
export default function Processes() {
  const t = useT("processes");
  const { locale } = useFormat();
  const asked = useQuestion();
  const list = useQuery({ ...api.mining.processes.queryOptions(), ...live("order", "quote", "lead", "opportunity", "invoice") });
  const rows = list.data?.rows ?? [];
  const chosen = rows.find((row) => row.key === asked.process) ?? rows.find((row) => row.cases > 0) ?? rows[0];
  return (
    <Page
      title={t("title")}
      subtitle={t("subtitle")}
      actions={
        <>
          <Select
            aria-label={t("process")}
            data={rows.map((row) => ({ value: row.key, label: row.name[locale] }))}
            value={chosen?.key ?? null}
            onChange={(value) => value && asked.choose(value)}
            allowDeselect={false}
            w={{ base: "100%", xs: 260 }}
          />
          <Select
            aria-label={t("period")}
            data={periods.map((value) => ({
              value,
              label: value === "all" ? t("allTime") : t("lastDays", { count: Number(value) }),
            }))}
            value={asked.days}
            onChange={(value) => asked.set({ days: value ?? undefined, open: undefined, case: undefined })}
            allowDeselect={false}
            w={{ base: "100%", xs: 190 }}
          />
        </>
      }
    >
      <Loaded query={list} skeleton={<CardSkeletons cards={4} />}>
        {() => chosen && <OneProcess key={chosen.key} row={chosen} asked={asked} />}
      </Loaded>
    </Page>
  );
}

function OneProcess({ row, asked }: { row: ProcessRow; asked: Question }) {
  const t = useT("processes");
  const input = { process: row.key, ...asked.which };
  const query = useQuery({
    ...api.mining.explore.queryOptions({ input }),
    ...live("order", "quote", "lead", "opportunity", "invoice", "payment", "conversation"),
    placeholderData: keepPreviousData,
  });
  return (
    <Stack gap="md">
      {asked.where.length > 0 && <Narrowed asked={asked} explored={query.data} />}
      <Loaded
        query={query}
        skeleton={
          <>
            <CardSkeletons cards={4} />
            <TextSkeleton lines={8} />
          </>
        }
      >
        {(explored) =>
          explored.cases === 0 ? (
            <Nothing row={row} asked={asked} />
          ) : (
            <>
              <Figures explored={explored} asked={asked} />
              <Tabs value={asked.view} onChange={(value) => asked.set({ view: value ?? undefined })} keepMounted={false}>
                <Tabs.List mb="md" className="tl-tabs">
                  {views.map((view) => (
                    <Tabs.Tab key={view} value={view}>
                      {t(`view.${view}`)}
                    </Tabs.Tab>
                  ))}
                </Tabs.List>
                {views.map((view) => (
                  <Tabs.Panel key={view} value={view}>
                    <Shown view={view} explored={explored} row={row} asked={asked} />
                  </Tabs.Panel>
                ))}
              </Tabs>
            </>
          )
        }
      </Loaded>
      {query.data && <CasesDrawer process={row.key} asked={asked} variants={placesOf(query.data)} />}
    </Stack>
  );
}

function Shown({ view, explored, row, asked }: { view: View; explored: Explored; row: ProcessRow; asked: Question }) {
  if (view === "variants") return <VariantsView explored={explored} asked={asked} />;
  if (view === "conformance") return <ConformanceView explored={explored} row={row} asked={asked} />;
  if (view === "waits") return <WaitsView explored={explored} asked={asked} />;
  if (view === "funnel") return <FunnelView row={row} asked={asked} />;
  return <MapView explored={explored} asked={asked} />;
}

const placesOf = (explored: Explored): Map<string, number> =>
  new Map(explored.variants.map((variant, index) => [variant.id, index + 1]));

function Figures({ explored, asked }: { explored: Explored; asked: Question }) {
  const t = useT("processes");
  const format = useFormat();
  const { share } = explored.conformance;
  // a case of one step has taken no time: that is no speed to be proud of
  const durationText = (hours: number | null) => (hours === 0 ? "–" : waitText(hours, format, t));
  return (
    <SimpleGrid cols={{ base: 2, md: 4 }} spacing="sm">
      <StatCard label={t("stat.cases")} value={format.number(explored.cases)} onOpen={() => asked.show("all:")} />
      <StatCard label={t("stat.median")} value={durationText(explored.medianCaseHours)} />
      <StatCard label={t("stat.p90")} value={durationText(explored.p90CaseHours)} />
      <StatCard
        label={t("stat.conforms")}
        value={share === null ? undefined : format.percent(share, 1)}
        onOpen={() => asked.show("conforms:yes")}
      />
      {explored.truncated && (
        <Text size="sm" c="dimmed">
          {t("truncated")}
        </Text>
      )}
    </SimpleGrid>
  );
}

function Narrowed({ asked, explored }: { asked: Question; explored: Explored | undefined }) {
  const t = useT("processes");
  const places = explored ? placesOf(explored) : undefined;
  return (
    <Group gap="xs" role="group" aria-label={t("narrowed")}>
      <Text size="sm">{t("narrowed")}</Text>
      {asked.where.map((filter) => (
        <Badge
          key={filter}
          size="lg"
          maw="100%"
          rightSection={
            <button
              type="button"
              className="tl-quiet"
              aria-label={t("common:filter.remove", { name: filterName(filter, t, places) })}
              onClick={() => asked.widen(filter)}
            >
              ×
            </button>
          }
        >
          {filterName(filter, t, places)}
        </Badge>
      ))}
    </Group>
  );
}

function Nothing({ row, asked }: { row: ProcessRow; asked: Question }) {
  const t = useT("processes");
  const format = useFormat();
  if (asked.where.length > 0)
    return (
      <EmptyState
        icon={IconSitemap}
        title={t("none.where")}
        text={t("none.whereText")}
        action={<Button onClick={() => asked.set({ where: undefined })}>{t("none.widen")}</Button>}
      />
    );
  if (row.cases > 0 && row.firstAt && row.lastAt)
    return (
      <EmptyState
        icon={IconSitemap}
        title={t("none.period")}
        text={t("none.periodText", { count: row.cases, from: format.date(row.firstAt), to: format.date(row.lastAt) })}
        action={<Button onClick={() => asked.set({ days: "all" })}>{t("allTime")}</Button>}
      />
    );
  return <EmptyState icon={IconSitemap} title={t("none.title")} text={t(`none.${row.key}`)} />;
}
