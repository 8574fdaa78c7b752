import "@mantine/charts/styles.layer.css";
import { AreaChart, BarChart, DonutChart, LineChart } from "@mantine/charts";
import type { ChartProps } from "./chart.tsx";

const palette = ["indigo.7", "teal.7", "orange.7", "violet.6", "cyan.7", "pink.7"];

/** The table says it better than a drawing that takes the focus. */
const quiet = { accessibilityLayer: false };

/** Up to here each step of the axis has a line of its own. */
const fewSteps = 4;

/** How high a row is drawn. */
function reach(row: ChartProps["data"][number], keys: string[], isStacked: boolean): number {
  const heights = keys.map((key) => Number(row[key] ?? 0));
  return isStacked ? heights.reduce((sum, each) => sum + each, 0) : Math.max(...heights);
}

/** The drawing alone; chart.tsx carries the words and the table. */
export default function ChartCanvas(props: ChartProps & { value: (value: number) => string }) {
  const series = props.series.map((one, index) => ({
    name: one.key,
    label: one.label,
    color: one.color ?? palette[index % palette.length] ?? "indigo.7",
  }));
  const height = props.height ?? 260;
  if (props.kind === "donut") {
    const [first] = props.series;
    const data = props.data.map((row, index) => ({
      name: String(row[props.x]),
      value: Number(first ? (row[first.key] ?? 0) : 0),
      color: palette[index % palette.length] ?? "indigo.7",
    }));
    return (
      <DonutChart
        data={data}
        h={height}
        withLabelsLine={false}
        withTooltip
        valueFormatter={props.value}
        mx="auto"
        pieChartProps={quiet}
        thickness={26}
        paddingAngle={2}
      />
    );
  }
  const keys = series.map(({ name }) => name);
  const whole = props.data.every((row) => keys.every((key) => Number.isInteger(row[key] ?? 0)));
  const highest = Math.max(1, ...props.data.map((row) => reach(row, keys, props.kind === "stacked")));
  const common = {
    h: height,
    data: props.data,
    dataKey: props.x,
    series,
    valueFormatter: props.value,
    withLegend: props.series.length > 1,
    tickLine: "none" as const,
    ...(whole && {
      yAxisProps:
        highest > fewSteps ? { allowDecimals: false } : { allowDecimals: false, domain: [0, highest], tickCount: highest + 1 },
    }),
    textColor: "dimmed",
    ...(props.target && {
      referenceLines: [
        { y: props.target.value, label: props.target.label, color: "red.7", labelPosition: "insideTopRight" as const },
      ],
    }),
  };
  if (props.kind === "bar" || props.kind === "stacked")
    return <BarChart {...common} type={props.kind === "stacked" ? "stacked" : "default"} barChartProps={quiet} />;
  if (props.kind === "area")
    return <AreaChart {...common} connectNulls={false} curveType="monotone" withDots={false} areaChartProps={quiet} />;
  return (
    <LineChart
      {...common}
      connectNulls={false}
      curveType="monotone"
      strokeWidth={2.5}
      dotProps={{ r: 3 }}
      lineChartProps={quiet}
    />
  );
}
