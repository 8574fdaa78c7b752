import { Button, Group, SegmentedControl, Slider, Stack, Table, Text } from "@mantine/core";
import { IconSitemap, IconTable } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { eventName } from "../../ui/timeline.tsx";
import { type ProcessEdge, ProcessGraph } from "./process-graph.tsx";
import { begin, finish, reduceGraph } from "./reduce-graph.ts";
import type { Explored } from "./types.ts";
import type { Question } from "./use-question.ts";
import { waitText } from "./words.ts";

/** The graph of what follows what, with as much detail as one wants; the same figures as a table. */
export function MapView({ explored, asked }: { explored: Explored; asked: Question }) {
  const t = useT("processes");
  const format = useFormat();
  const [by, setBy] = useState<"count" | "wait">("count");
  const [asTable, setAsTable] = useState(false);
  const [detail, setDetail] = useState(asked.detail);
  const all = useMemo(() => edgesOf(explored), [explored]);
  const edges = useMemo(() => reduceGraph(all, asked.detail / 100), [all, asked.detail]);
  const nodes = useMemo(() => new Map(explored.activities.map((each) => [each.activity, each])), [explored]);
  const shown = new Set(edges.flatMap(({ from, to }) => [from, to]));
  return (
    <Stack gap="sm">
      <Group justify="space-between" align="end" gap="md">
        <Group gap="lg" align="end">
          <div className="tl-detail">
            <Text size="xs" fw={600} id="process-detail">
              {t("detail")}
            </Text>
            <Slider
              w={220}
              min={0}
              max={100}
              step={5}
              value={detail}
              label={(value) => format.percent(value / 100)}
              onChange={setDetail}
              onChangeEnd={(value) => asked.set({ detail: value === 90 ? undefined : String(value) })}
              thumbProps={{ "aria-labelledby": "process-detail" }}
            />
          </div>
          <SegmentedControl
            size="xs"
            aria-label={t("by")}
            value={by}
            onChange={(value) => setBy(value === "wait" ? "wait" : "count")}
            data={[
              { value: "count", label: t("by.count") },
              { value: "wait", label: t("by.wait") },
            ]}
          />
        </Group>
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={asTable ? <IconSitemap size={15} aria-hidden /> : <IconTable size={15} aria-hidden />}
          onClick={() => setAsTable(!asTable)}
        >
          {asTable ? t("showGraph") : t("common:action.showTable")}
        </Button>
      </Group>
      {asTable ? (
        <GraphTable explored={explored} asked={asked} />
      ) : (
        <ProcessGraph edges={edges} nodes={nodes} by={by} onOpen={asked.show} />
      )}
      <Text size="xs" c="dimmed">
        {t("shown", {
          activities: [...shown].filter((id) => id !== begin && id !== finish).length,
          ofActivities: explored.activities.length,
          edges: edges.length,
          ofEdges: all.length,
        })}{" "}
        {t(by === "count" ? "legend.count" : "legend.wait")}
      </Text>
    </Stack>
  );
}

const edgesOf = (explored: Explored): ProcessEdge[] => [
  ...explored.activities.flatMap(({ activity, starts, ends }) => [
    ...(starts > 0 ? [{ from: begin, to: activity, count: starts, medianHours: null }] : []),
    ...(ends > 0 ? [{ from: activity, to: finish, count: ends, medianHours: null }] : []),
  ]),
  ...explored.edges,
];

function GraphTable({ explored, asked }: { explored: Explored; asked: Question }) {
  const t = useT("processes");
  const format = useFormat();
  return (
    <Table.ScrollContainer minWidth={560} scrollAreaProps={{ viewportProps: { tabIndex: 0, "aria-label": t("graph") } }}>
      <Table striped fz="sm" aria-label={t("graph")}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t("col.from")}</Table.Th>
            <Table.Th scope="col">{t("col.to")}</Table.Th>
            <Table.Th scope="col" ta="right">
              {t("col.times")}
            </Table.Th>
            <Table.Th scope="col" ta="right">
              {t("col.cases")}
            </Table.Th>
            <Table.Th scope="col" ta="right">
              {t("col.median")}
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {explored.edges.map((edge) => (
            <Table.Tr key={`${edge.from}>${edge.to}`}>
              <Table.Th scope="row" fw={500}>
                <button type="button" className="tl-row-open" onClick={() => asked.show(`edge:${edge.from}>${edge.to}`)}>
                  {eventName(edge.from, t)}
                </button>
              </Table.Th>
              <Table.Td>{eventName(edge.to, t)}</Table.Td>
              <Table.Td ta="right">{format.number(edge.count)}</Table.Td>
              <Table.Td ta="right">{format.number(edge.cases)}</Table.Td>
              <Table.Td ta="right">{waitText(edge.medianHours, format, t)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
