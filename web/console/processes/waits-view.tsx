import { Stack, Table, Text, Title } from "@mantine/core";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { eventName } from "../../ui/timeline.tsx";
import { Share } from "./share.tsx";
import type { Explored } from "./types.ts";
import type { Question } from "./use-question.ts";
import { Way } from "./variants-view.tsx";
import { waitText } from "./words.ts";

const shown = 15;

/** Where time goes: the waits that add up to the most, and what is done again. */
export function WaitsView({ explored, asked }: { explored: Explored; asked: Question }) {
  const t = useT("processes");
  const format = useFormat();
  const edges = explored.edges
    .map((edge) => ({ ...edge, total: edge.count * (edge.meanHours ?? 0) }))
    .sort((a, b) => b.total - a.total);
  const all = edges.reduce((sum, edge) => sum + edge.total, 0);
  const waits = edges.filter((edge) => edge.total > 0).slice(0, shown);
  return (
    <Stack gap="lg">
      <section aria-labelledby="waits">
        <Title order={2} size="h4" id="waits">
          {t("waits.title")}
        </Title>
        <Text size="sm" c="dimmed" mb="xs">
          {t("waits.note")}
        </Text>
        <Table.ScrollContainer
          minWidth={600}
          scrollAreaProps={{ viewportProps: { tabIndex: 0, "aria-label": t("waits.title") } }}
        >
          <Table fz="sm" aria-label={t("waits.title")}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">{t("col.between")}</Table.Th>
                <Table.Th scope="col" w={170}>
                  {t("col.allTime")}
                </Table.Th>
                <Table.Th scope="col" ta="right">
                  {t("col.times")}
                </Table.Th>
                <Table.Th scope="col" ta="right">
                  {t("col.median")}
                </Table.Th>
                <Table.Th scope="col" ta="right">
                  {t("col.mean")}
                </Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {waits.map((edge) => (
                <Table.Tr key={`${edge.from}>${edge.to}`}>
                  <Table.Th scope="row" fw={500}>
                    <button type="button" className="tl-row-open" onClick={() => asked.show(`edge:${edge.from}>${edge.to}`)}>
                      {t("filter.edge", { from: eventName(edge.from, t), to: eventName(edge.to, t) })}
                    </button>
                  </Table.Th>
                  <Table.Td>
                    <Share bad of={edge.total / Math.max(1e-9, all)} />
                  </Table.Td>
                  <Table.Td ta="right">{format.number(edge.count)}</Table.Td>
                  <Table.Td ta="right">{waitText(edge.medianHours, format, t)}</Table.Td>
                  <Table.Td ta="right">{waitText(edge.meanHours, format, t)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      </section>
      <section aria-labelledby="rework">
        <Title order={2} size="h4" id="rework">
          {t("rework.title")}
        </Title>
        <Text size="sm" c="dimmed" mb="xs">
          {t("rework.note")}
        </Text>
        {explored.loops.length === 0 ? (
          <Text size="sm">{t("rework.none")}</Text>
        ) : (
          <Table.ScrollContainer
            minWidth={600}
            scrollAreaProps={{ viewportProps: { tabIndex: 0, "aria-label": t("rework.title") } }}
          >
            <Table fz="sm" verticalSpacing="sm" aria-label={t("rework.title")}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th scope="col">{t("col.round")}</Table.Th>
                  <Table.Th scope="col">{t("col.way")}</Table.Th>
                  <Table.Th scope="col" ta="right">
                    {t("col.cases")}
                  </Table.Th>
                  <Table.Th scope="col" ta="right">
                    {t("col.times")}
                  </Table.Th>
                  <Table.Th scope="col" ta="right">
                    {t("col.lost")}
                  </Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {explored.loops.map((loop) => (
                  <Table.Tr key={loop.activities.join(">")}>
                    <Table.Th scope="row" fw={500}>
                      <button
                        type="button"
                        className="tl-row-open"
                        onClick={() => asked.show(`loop:${loop.activities.join(">")}`)}
                      >
                        {t("again", { step: eventName(loop.activities[0]!, t) })}
                      </button>
                    </Table.Th>
                    <Table.Td>
                      <Way activities={loop.activities} />
                    </Table.Td>
                    <Table.Td ta="right">{format.number(loop.cases)}</Table.Td>
                    <Table.Td ta="right">{format.number(loop.count)}</Table.Td>
                    <Table.Td ta="right">{waitText(loop.totalHours, format, t)}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        )}
      </section>
    </Stack>
  );
}
