import { Button, Group, Paper, Skeleton, Table, Text, Title } from "@mantine/core";
import { IconChartLine, IconTable } from "@tabler/icons-react";
import { lazy, type ReactNode, Suspense, useState } from "react";
import { useFormat } from "../i18n/use-format.ts";
import { useT } from "../i18n/use-t.ts";

export interface ChartSeries {
  key: string;
  label: string;
  /** A theme colour: "indigo.6". */
  color?: string;
}
export interface ChartProps {
  title: string;
  /** Tells this chart from others of the same title on the page, for screen readers. */
  label?: string;
  kind: "line" | "area" | "bar" | "stacked" | "donut";
  /** One row per point: { day: "2 févr.", won: 3, lost: 1 }. null where nothing was measured. */
  data: Record<string, string | number | null>[];
  /** The key of the labels along the axis. */
  x: string;
  xLabel: string;
  series: ChartSeries[];
  /** How values read; plain numbers by default. */
  value?: (value: number) => string;
  /** A dashed line: the target. */
  target?: { value: number; label: string };
  /** One sentence under the title: period, n. */
  note?: ReactNode;
  height?: number;
}

// the drawing library is heavy: it comes when a chart does
const Canvas = lazy(() => import("./chart-canvas.tsx"));

/** A chart and its table: the same figures, one switch away. */
export function Chart(props: ChartProps) {
  const t = useT();
  const format = useFormat();
  const [asTable, setAsTable] = useState(false);
  const value = props.value ?? ((figure: number) => format.number(figure));
  return (
    <Paper component="section" withBorder p="md" className="tl-panel" aria-label={props.label ?? props.title}>
      <Group justify="space-between" align="flex-start" mb="sm" wrap="nowrap">
        <div>
          <Title order={2} size="h4">
            {props.title}
          </Title>
          {props.note && (
            <Text size="xs" c="dimmed" component="div">
              {props.note}
            </Text>
          )}
        </div>
        <Button
          size="compact-xs"
          variant="subtle"
          style={{ flex: "none" }}
          leftSection={asTable ? <IconChartLine size={14} aria-hidden /> : <IconTable size={14} aria-hidden />}
          onClick={() => setAsTable(!asTable)}
        >
          {asTable ? t("action.showChart") : t("action.showTable")}
        </Button>
      </Group>
      {asTable ? (
        <div
          className="tl-scroll"
          role="group"
          aria-label={props.label ?? props.title}
          tabIndex={0}
          style={{ maxHeight: props.height ?? 260 }}
        >
          <Table striped fz="sm">
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">{props.xLabel}</Table.Th>
                {props.series.map((series) => (
                  <Table.Th key={series.key} scope="col" ta="right">
                    {series.label}
                  </Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {props.data.map((row, index) => (
                <Table.Tr key={index}>
                  <Table.Th scope="row" fw={500}>
                    {row[props.x]}
                  </Table.Th>
                  {props.series.map((series) => {
                    const figure = row[series.key];
                    return (
                      <Table.Td key={series.key} ta="right" className="tl-figure">
                        {typeof figure === "number" ? value(figure) : "–"}
                      </Table.Td>
                    );
                  })}
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </div>
      ) : (
        <Suspense fallback={<Skeleton height={props.height ?? 260} />}>
          <div aria-hidden className="tl-canvas">
            <Canvas {...props} value={value} />
          </div>
        </Suspense>
      )}
    </Paper>
  );
}
