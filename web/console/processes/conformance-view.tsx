import { Badge, Card, Group, SimpleGrid, Stack, Table, Text, Title } from "@mantine/core";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { StatCard } from "../../ui/stat-card.tsx";
import { eventName } from "../../ui/timeline.tsx";
import { Share } from "./share.tsx";
import type { Explored, ProcessRow } from "./types.ts";
import type { Question } from "./use-question.ts";
import { waitText } from "./words.ts";

const classes = ["missing", "too_often", "out_of_order", "wrong_branch"] as const;

/** How cases keep to what is meant: which share does, where the others leave it, what that costs in time. */
export function ConformanceView({ explored, row, asked }: { explored: Explored; row: ProcessRow; asked: Question }) {
  const t = useT("processes");
  const format = useFormat();
  const found = explored.conformance;
  const deviations = classes
    .flatMap((kind) => (found.classes[kind]?.stages ?? []).map((each) => ({ kind, ...each })))
    .sort((a, b) => b.cases - a.cases);
  return (
    <Stack gap="lg">
      <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm">
        <StatCard
          label={t("conform.share")}
          value={found.share === null ? undefined : format.percent(found.share, 1)}
          n={found.cases}
          onOpen={() => asked.show("conforms:yes")}
        />
        <StatCard
          label={t("conform.differ")}
          value={format.number(found.cases - found.conforming)}
          onOpen={() => asked.show("conforms:no")}
        />
        <StatCard label={t("conform.median")} value={waitText(found.medianHours, format, t)} />
      </SimpleGrid>
      <Intended row={row} />
      <section aria-labelledby="deviations">
        <Title order={2} size="h4" id="deviations">
          {t("conform.where")}
        </Title>
        <Text size="sm" c="dimmed" mb="xs">
          {t("conform.whereNote")}
        </Text>
        {deviations.length === 0 ? (
          <Text size="sm">{t("conform.none")}</Text>
        ) : (
          <Table.ScrollContainer
            minWidth={560}
            scrollAreaProps={{ viewportProps: { tabIndex: 0, "aria-label": t("conform.where") } }}
          >
            <Table fz="sm" aria-label={t("conform.where")}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th scope="col">{t("col.how")}</Table.Th>
                  <Table.Th scope="col">{t("col.step")}</Table.Th>
                  <Table.Th scope="col" w={170}>
                    {t("col.cases")}
                  </Table.Th>
                  <Table.Th scope="col" ta="right">
                    {t("col.extra")}
                  </Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {deviations.map(({ kind, stage, cases }) => {
                  const extra = found.classes[kind]?.extraMedianHours ?? null;
                  return (
                    <Table.Tr key={`${kind}>${stage}`}>
                      <Table.Td>
                        <Badge color="orange">{t(`class.${kind}`)}</Badge>
                      </Table.Td>
                      <Table.Th scope="row" fw={500}>
                        <button type="button" className="tl-row-open" onClick={() => asked.show(`deviation:${kind}>${stage}`)}>
                          {eventName(stage, t)}
                        </button>
                      </Table.Th>
                      <Table.Td>
                        <Share
                          bad
                          of={cases / found.cases}
                          text={`${format.number(cases)} · ${format.percent(cases / found.cases, 1)}`}
                        />
                      </Table.Td>
                      <Table.Td ta="right">
                        {extra === null ? "–" : `${extra < 0 ? "−" : "+"}${waitText(Math.abs(extra), format, t)}`}
                      </Table.Td>
                    </Table.Tr>
                  );
                })}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        )}
      </section>
      {found.waits.some((wait) => wait.waited > 0) && (
        <section aria-labelledby="late">
          <Title order={2} size="h4" id="late" mb="xs">
            {t("conform.late")}
          </Title>
          <Table.ScrollContainer
            minWidth={520}
            scrollAreaProps={{ viewportProps: { tabIndex: 0, "aria-label": t("conform.late") } }}
          >
            <Table fz="sm" aria-label={t("conform.late")}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th scope="col">{t("col.step")}</Table.Th>
                  <Table.Th scope="col" ta="right">
                    {t("col.meant")}
                  </Table.Th>
                  <Table.Th scope="col" ta="right">
                    {t("col.median")}
                  </Table.Th>
                  <Table.Th scope="col" w={170}>
                    {t("col.tooLong")}
                  </Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {found.waits
                  .filter((wait) => wait.waited > 0)
                  .map((wait) => (
                    <Table.Tr key={wait.stage}>
                      <Table.Th scope="row" fw={500}>
                        <button type="button" className="tl-row-open" onClick={() => asked.show(`late:${wait.stage}`)}>
                          {eventName(wait.stage, t)}
                        </button>
                      </Table.Th>
                      <Table.Td ta="right">{waitText(wait.maxWaitHours, format, t)}</Table.Td>
                      <Table.Td ta="right">{waitText(wait.medianHours, format, t)}</Table.Td>
                      <Table.Td>
                        <Share
                          bad={wait.tooLong > 0}
                          of={wait.share ?? 0}
                          text={t("tooLong", { late: format.number(wait.tooLong), of: format.number(wait.waited) })}
                        />
                      </Table.Td>
                    </Table.Tr>
                  ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        </section>
      )}
    </Stack>
  );
}

/** The process as it is meant to run, stage after stage. */
function Intended({ row }: { row: ProcessRow }) {
  const t = useT("processes");
  const format = useFormat();
  const ranks = [...Map.groupBy(row.stages, (stage) => stage.rank).values()];
  return (
    <Card component="section" aria-labelledby="intended">
      <Title order={2} size="h4" id="intended" mb="xs">
        {t("intended")}
      </Title>
      <ol className="tl-intended">
        {ranks.map((stages) => (
          <li key={stages[0]!.stage}>
            {stages.map((stage) => (
              <Group key={stage.stage} gap={6} wrap="nowrap" className="tl-intended-stage">
                <span>{eventName(stage.stage, t)}</span>
                <Text component="span" size="xs" c="dimmed">
                  {[
                    stage.optional && t("intended.optional"),
                    stage.repeatable && t("intended.repeatable"),
                    stage.maxWaitHours !== null && t("intended.within", { time: waitText(stage.maxWaitHours, format, t) }),
                  ]
                    .filter(Boolean)
                    .join(" · ")}
                </Text>
              </Group>
            ))}
          </li>
        ))}
      </ol>
    </Card>
  );
}
