import { Badge, Button, Card, Group, SimpleGrid, Stack, Switch, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { IconClipboardCheck } from "@tabler/icons-react";
import { useState } from "react";
import { useCan } from "../../api/can.ts";
import { api, type client } from "../../api/client.ts";
import { live } from "../../api/query-client.ts";
import { type Format, useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { Chart } from "../../ui/chart.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { Page } from "../../ui/page.tsx";
import { useWrite } from "../../ui/use-write.ts";
import { eventName } from "../../ui/timeline.tsx";
import { AnswerList } from "./answer-list.tsx";
import { PolicyDialog } from "./policy-dialog.tsx";

type Survey = Awaited<ReturnType<typeof client.surveys.list>>["rows"][number];

/** Under this many answers the interval of a mean or an NPS says more than is known. */
const fewestForInterval = 5;

/** The score of a kind of survey as people say it. */
const inWords = (format: Format, kind: Survey["kind"], value: number): string =>
  kind === "csat" ? format.percent(value) : format.number(value, kind === "nps" ? 0 : 1);

/** What was asked, who was spared, who answered what: every score with its interval. */
export default function Surveys() {
  const t = useT("surveys");
  const can = useCan();
  const [changing, setChanging] = useState(false);
  const surveys = useQuery({ ...api.surveys.list.queryOptions({ input: {} }), ...live("survey") });
  return (
    <Page title={t("title")} subtitle={t("subtitle")}>
      <Loaded query={surveys}>
        {({ rows, policy }) =>
          rows.length === 0 ? (
            <EmptyState icon={IconClipboardCheck} title={t("empty.title")} text={t("empty.text")} />
          ) : (
            <Stack gap="lg">
              <Group gap="xs">
                <Text size="sm" c="dimmed">
                  {t("policy", { gap: policy.minGapDays, most: policy.maxAsked, window: policy.windowDays })}
                </Text>
                {can("change surveys") && (
                  <Button size="compact-sm" variant="default" aria-label={t("policy.title")} onClick={() => setChanging(true)}>
                    {t("policy.change")}
                  </Button>
                )}
                {changing && <PolicyDialog policy={policy} onClose={() => setChanging(false)} />}
              </Group>
              <SimpleGrid cols={{ base: 1, lg: 3 }}>
                {rows.map((survey) => (
                  <SurveyCard key={survey.id} survey={survey} onChanged={() => void surveys.refetch()} />
                ))}
              </SimpleGrid>
              <AnswerList />
            </Stack>
          )
        }
      </Loaded>
    </Page>
  );
}

function SurveyCard({ survey, onChanged }: { survey: Survey; onChanged: () => void }) {
  const t = useT("surveys");
  const format = useFormat();
  const can = useCan();
  const change = useWrite({ ...api.surveys.change.mutationOptions(), onSuccess: onChanged });
  const name = survey.name[format.locale];
  return (
    <Card withBorder component="section" aria-label={name}>
      <Stack gap="sm">
        <Group justify="space-between" wrap="nowrap" align="flex-start">
          <Title order={2} size="h4">
            {name}
          </Title>
          <Badge>{survey.kind.toUpperCase()}</Badge>
        </Group>
        <Text size="sm">{survey.question[format.locale]}</Text>
        <Text size="sm" c="dimmed">
          {t("after", { event: eventName(survey.triggerEvent, t), delay: format.duration(survey.delayHours * 3_600_000) })}
        </Text>
        <Text fz={28} fw={700}>
          {survey.score ? inWords(format, survey.kind, survey.score.value) : t("noAnswers")}
        </Text>
        {survey.score && (
          <Text size="sm" c="dimmed">
            {survey.answered < fewestForInterval
              ? t("tooFew", { n: survey.answered })
              : t("interval", {
                  low: inWords(format, survey.kind, survey.score.low),
                  high: inWords(format, survey.kind, survey.score.high),
                  n: survey.answered,
                })}
          </Text>
        )}
        <Text size="sm">
          {t("counts", { sent: survey.sent, answered: survey.answered, skipped: survey.skipped, scheduled: survey.scheduled })}
        </Text>
        {survey.answered > 0 && (
          <Chart
            title={t("spread")}
            label={`${name} · ${t("spread")}`}
            kind="bar"
            height={140}
            data={survey.spread.map((row) => ({ score: String(row.score), n: row.n }))}
            x="score"
            xLabel={t("score")}
            series={[{ key: "n", label: t("answers") }]}
          />
        )}
        {can("change surveys") && (
          <Switch
            label={t("active")}
            checked={survey.active}
            onChange={(event) => change.mutate({ surveyId: survey.id, active: event.currentTarget.checked })}
          />
        )}
      </Stack>
    </Card>
  );
}
