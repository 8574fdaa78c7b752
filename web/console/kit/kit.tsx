import { Button, Group, SimpleGrid, Stack, Title } from "@mantine/core";
import { IconPlus, IconSend, IconTrash } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { ApiError } from "../../api/api-error.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { Chart } from "../../ui/chart.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { Face } from "../../ui/face.tsx";
import { Funnel } from "../../ui/funnel.tsx";
import { LanguageButton, SchemeButton } from "../../ui/header-buttons.tsx";
import { JourneyMap } from "../../ui/journey-map.tsx";
import { Page } from "../../ui/page.tsx";
import { CardSkeletons, TextSkeleton } from "../../ui/skeletons.tsx";
import { StatCard } from "../../ui/stat-card.tsx";
import { StatusBadge, type Tone } from "../../ui/status-badge.tsx";
import { doWithUndo, tell, tellError } from "../../ui/toast.tsx";
import { DateTime, Money, Named, RelativeTime } from "../../ui/values.tsx";
import { Forms } from "./kit-forms.tsx";
import { KitBoard, KitRecord } from "./kit-record.tsx";
import { KitTable } from "./kit-table.tsx";
import { days, stages } from "./samples.ts";

const tones: Tone[] = ["neutral", "info", "active", "waiting", "good", "bad", "plan"];

/** Every component of the kit on one page, with made-up content: for looking, for axe, for both languages and both modes. */
export default function Kit() {
  const t = useT();
  const format = useFormat();
  return (
    <main className="tl-kit">
      <Page
        title={t("shell.kit")}
        subtitle={format.money("1240000000", "EUR")}
        crumbs={[{ label: t("area.home"), to: "/" }, { label: t("shell.kit") }]}
        actions={
          <>
            <LanguageButton />
            <SchemeButton />
            <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => tell(t("state.saved"))}>
              {t("action.add")}
            </Button>
          </>
        }
      >
        <Part name="StatCard">
          <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }}>
            <StatCard
              label="Pipeline"
              value={format.moneyShort("1240000000", "EUR")}
              delta={`${format.delta(8)} %`}
              onOpen={() => tell("Pipeline")}
            />
            <StatCard
              label={t("stage.choose")}
              value={format.percent(0.34)}
              delta="+2 pts"
              target={format.percent(0.3)}
              met
              n={920}
              onOpen={() => tell("Win")}
            />
            <StatCard
              label={t("stage.enquire")}
              value={format.duration(11_520_000)}
              delta={`${format.delta(18)} min`}
              deltaTone="bad"
              target={format.duration(3_600_000)}
              met={false}
              n={128}
            />
            <StatCard label="NPS" value={undefined} target="40" met={null} n={0} />
          </SimpleGrid>
        </Part>
        <Part name="DataTable + FilterChips + SavedViews + PeekDrawer">
          <KitTable />
        </Part>
        <Part name="StatusBadge, Money, DateTime, RelativeTime, Named, Face">
          <Group gap="md">
            {tones.map((tone) => (
              <StatusBadge key={tone} status={tone} tone={tone} label={tone} />
            ))}
            <Money minor="9007199254740993123" currency="EUR" />
            <DateTime value="2027-02-02" />
            <RelativeTime value={new Date(Date.now() - 180_000)} />
            <Named name="Léa Martin" note="Atelier Martin" />
            {([-2, -1, 0, 1, 2] as const).map((value) => (
              <Face key={value} value={value} size={32} />
            ))}
          </Group>
        </Part>
        <Part name="JourneyMap">
          <JourneyMap
            caption={t("area.journey-map")}
            stages={stages.map((stage) => ({ ...stage, name: t(`stage.${stage.id}`) }))}
            onOpen={(stage, lane, item) => tell(`${stage} / ${lane} / ${item}`)}
          />
        </Part>
        <Part name="Funnel">
          <Funnel
            onOpen={tell}
            steps={[42100, 5120, 1840, 920, 610, 312].map((count, index) => ({
              id: String(index),
              name: t(`stage.${stages[index]?.id ?? "use"}`),
              count,
            }))}
          />
        </Part>
        <Part name="Chart">
          <SimpleGrid cols={{ base: 1, md: 2 }}>
            <Chart
              title="Line, with a gap"
              kind="line"
              data={days}
              x="day"
              xLabel="Day"
              series={[
                { key: "won", label: "Won" },
                { key: "lost", label: "Lost" },
              ]}
              target={{ value: 10, label: "target" }}
              note={t("card.n", { n: 312 })}
            />
            <Chart
              title="Stacked"
              kind="stacked"
              data={days}
              x="day"
              xLabel="Day"
              series={[
                { key: "won", label: "Won" },
                { key: "lost", label: "Lost" },
              ]}
            />
          </SimpleGrid>
        </Part>
        <Part name="Board">
          <KitBoard />
        </Part>
        <Part name="RecordPage, Facts, InlineEdit, Timeline, Panel">
          <KitRecord />
        </Part>
        <Part name="Wizard, SignaturePad, ScoreInput, SlotPicker, OrderTracker, Chat">
          <Forms />
        </Part>
        <Part name="EmptyState, ErrorState, Skeletons, toasts">
          <SimpleGrid cols={{ base: 1, md: 2 }}>
            <EmptyState
              title={t("timeline.empty")}
              text={t("timeline.emptyText")}
              action={<Button variant="light">{t("action.add")}</Button>}
            />
            <Stack>
              <ErrorState
                error={
                  new ApiError({
                    status: 409,
                    code: "quote.expired",
                    title: "Quote expired",
                    detail: "Revise it to give it a new date.",
                    requestId: "0198c7",
                    fields: {},
                  })
                }
                onRetry={() => tell("retry")}
              />
              <CardSkeletons cards={2} />
              <TextSkeleton />
              <Group>
                <Button
                  variant="default"
                  leftSection={<IconTrash size={15} aria-hidden />}
                  onClick={() =>
                    void doWithUndo({ message: "Archived", run: async () => undefined, undo: async () => undefined })
                  }
                >
                  doWithUndo
                </Button>
                <Button
                  variant="default"
                  leftSection={<IconSend size={15} aria-hidden />}
                  onClick={() => tellError(new Error("x"))}
                >
                  tellError
                </Button>
              </Group>
            </Stack>
          </SimpleGrid>
        </Part>
      </Page>
    </main>
  );
}

function Part({ name, children }: { name: string; children: ReactNode }) {
  return (
    <section className="tl-kit-part">
      <Title order={2} size="h3" mb="sm">
        {name}
      </Title>
      {children}
    </section>
  );
}
