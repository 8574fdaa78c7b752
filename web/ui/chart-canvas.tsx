import "@mantine/charts/styles.layer.css";
import { AreaChart, BarChart, DonutChart, LineChart } from "@mantine/charts";
import type { ChartProps } from "./chart.tsx";

const palette = ["indigo.7", "teal.7", "orange.7", "violet.6", "cyan.7", "pink.7"];

/** The table says it better than a drawing that takes the focus. */
const quiet = { accessibilityLayer: false };

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
  const whole = props.data.every((row) => series.every(({ name }) => Number.isInteger(row[name] ?? 0)));
  const common = {
    h: height,
    data: props.data,
    dataKey: props.x,
    series,
    valueFormatter: props.value,
    withLegend: props.series.length > 1,
    tickLine: "none" as const,
    ...(whole && { yAxisProps: { allowDecimals: false } }),
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
