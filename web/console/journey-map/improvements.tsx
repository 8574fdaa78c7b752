import "./improvements.css";
import { Button, Checkbox, Group, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { IconAlertTriangle, IconBulb, IconListCheck } from "@tabler/icons-react";
import { useState } from "react";
import { useCan } from "../../api/can.ts";
import { api } from "../../api/client.ts";
import { live } from "../../api/query-client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { LinkButton } from "../../ui/links.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { Page } from "../../ui/page.tsx";
import { Panel } from "../../ui/record-page.tsx";
import { ImprovementDialog } from "./improvement-dialog.tsx";
import { ImprovementRow } from "./improvement-row.tsx";
import { PainDialog } from "./pain-dialog.tsx";
import { PainRow } from "./pain-row.tsx";
import type { Asked, Listed, Stage } from "./improvement-types.ts";

/** What hurts in each stage of the journey, and what is done about it: noted, owned, dated, ended. */
export default function Improvements() {
  const t = useT("journey-map");
  const can = useCan();
  const journeys = useQuery(api.journeys.list.queryOptions());
  const slug = journeys.data?.rows[0]?.slug ?? "";
  const journey = useQuery({ ...api.journeys.show.queryOptions({ input: { slug } }), enabled: slug !== "" });
  const list = useQuery({
    ...api.journeys.improvements.queryOptions({ input: { slug } }),
    ...live("pain", "improvement"),
    enabled: slug !== "",
  });
  const search = useSearch({ strict: false }) as Record<string, string | undefined>;
  const navigate = useNavigate();
  const ended = search["ended"] === "yes";
  const [asked, setAsked] = useState<Asked>();
  const stages = journey.data?.stages ?? [];
  const editable = can("change journeys") && stages.length > 0; // what is noted belongs to a stage
  return (
    <Page
      title={t("improve.title")}
      subtitle={t("improve.subtitle")}
      crumbs={[{ label: t("title"), to: "/journey-map" }, { label: t("improve.title") }]}
      actions={
        <>
          <Checkbox
            label={t("improve.ended")}
            checked={ended}
            onChange={(event) => void navigate({ to: ".", search: event.currentTarget.checked ? { ended: "yes" } : {} } as never)}
          />
          {editable && (
            <>
              <Button
                variant="default"
                leftSection={<IconAlertTriangle size={16} aria-hidden />}
                onClick={() => setAsked({ kind: "pain" })}
              >
                {t("pain.add")}
              </Button>
              <Button leftSection={<IconBulb size={16} aria-hidden />} onClick={() => setAsked({ kind: "improvement" })}>
                {t("improve.add")}
              </Button>
            </>
          )}
        </>
      }
    >
      <Loaded query={list}>
        {(listed) => <ByStage stages={stages} listed={listed} ended={ended} marked={search["mark"]} ask={setAsked} />}
      </Loaded>
      {asked?.kind === "pain" && (
        <PainDialog slug={slug} stages={stages} pain={asked.pain} stage={asked.stage} onClose={() => setAsked(undefined)} />
      )}
      {asked?.kind === "improvement" && list.data && (
        <ImprovementDialog
          slug={slug}
          stages={stages}
          pains={list.data.pains}
          asked={asked}
          onClose={() => setAsked(undefined)}
        />
      )}
    </Page>
  );
}

function ByStage(props: {
  stages: readonly Stage[];
  listed: Listed;
  ended: boolean;
  marked: string | undefined;
  ask: (asked: Asked) => void;
}) {
  const t = useT("journey-map");
  const { locale } = useFormat();
  const editable = useCan()("change journeys");
  const pains = props.listed.pains.filter((pain) => props.ended || pain.closedAt === null);
  const improvements = props.listed.improvements.filter((each) => props.ended || each.closedAt === null);
  const shown = props.stages.filter((stage) => [...pains, ...improvements].some((each) => each.stage === stage.key));
  if (shown.length === 0)
    return (
      <EmptyState
        icon={IconListCheck}
        title={t("improve.none")}
        text={t("improve.noneText")}
        action={<LinkButton to="/journey-map">{t("improve.toMap")}</LinkButton>}
      />
    );
  return (
    <Stack gap="md">
      {shown.map((stage) => {
        const [hurts, done] = [
          pains.filter((each) => each.stage === stage.key),
          improvements.filter((each) => each.stage === stage.key),
        ];
        return (
          <Panel
            key={stage.key}
            title={stage.name[locale]}
            action={
              editable && (
                <Group gap={6}>
                  <Button size="compact-xs" variant="subtle" onClick={() => props.ask({ kind: "pain", stage: stage.key })}>
                    {t("pain.add")}
                  </Button>
                  <Button size="compact-xs" variant="subtle" onClick={() => props.ask({ kind: "improvement", stage: stage.key })}>
                    {t("improve.add")}
                  </Button>
                </Group>
              )
            }
          >
            <div className="tl-improve">
              <section aria-label={t("pain.list", { stage: stage.name[locale] })}>
                <h3>{t("common:map.pains")}</h3>
                {hurts.length === 0 && (
                  <Text size="sm" c="dimmed">
                    {t("pain.none")}
                  </Text>
                )}
                <ul>
                  {hurts.map((pain) => (
                    <PainRow key={pain.id} pain={pain} marked={props.marked === pain.id} ask={props.ask} />
                  ))}
                </ul>
              </section>
              <section aria-label={t("improve.list", { stage: stage.name[locale] })}>
                <h3>{t("improve.head")}</h3>
                {done.length === 0 && (
                  <Text size="sm" c="dimmed">
                    {t("improve.noneYet")}
                  </Text>
                )}
                <ul>
                  {done.map((each) => (
                    <ImprovementRow
                      key={each.id}
                      improvement={each}
                      pain={props.listed.pains.find((pain) => pain.id === each.painPointId)}
                      marked={props.marked === each.id}
                      ask={props.ask}
                    />
                  ))}
                </ul>
              </section>
            </div>
          </Panel>
        );
      })}
    </Stack>
  );
}
