import "./processes.css";
import { ActionIcon, Group } from "@mantine/core";
import { IconMinus, IconPlus } from "@tabler/icons-react";
import { curveBasis, line } from "d3-shape";
import { useEffect, useMemo, useRef, useState } from "react";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { eventIcon } from "../../ui/event-icon.ts";
import { eventName } from "../../ui/timeline.tsx";
import { labelSize, layoutGraph, nodeSize, type Point } from "./layout-graph.ts";
import { begin, finish, type GraphEdge } from "./reduce-graph.ts";
import { waitText } from "./words.ts";

export interface ProcessEdge extends GraphEdge {
  medianHours: number | null;
}
export interface ProcessNode {
  cases: number;
  events: number;
}

const path = line<Point>()
  .x((point) => point.x)
  .y((point) => point.y)
  .curve(curveBasis);
const [smallest, largest] = [0.4, 1.4];

/** The process as it runs. Thick: often; warm: long waits. Every box and every figure on a line opens the cases behind it. */
export function ProcessGraph(props: {
  edges: readonly ProcessEdge[];
  nodes: ReadonlyMap<string, ProcessNode>;
  by: "count" | "wait";
  onOpen: (filter: string) => void;
}) {
  const t = useT("processes");
  const format = useFormat();
  const drawn = useMemo(() => layoutGraph(props.edges), [props.edges]);
  const frame = useRef<HTMLDivElement>(null);
  const [zoom, setZoom] = useState(1);
  useEffect(() => {
    const room = frame.current?.clientWidth ?? drawn.width;
    setZoom(Math.min(1, Math.max(0.75, room / Math.max(1, drawn.width))));
  }, [drawn]);
  useEffect(() => {
    const { current } = frame;
    if (current) current.scrollLeft = (current.scrollWidth - current.clientWidth) / 2;
  }, [drawn, zoom]);
  const most = Math.max(1, ...props.edges.map((edge) => edge.count));
  const longest = Math.max(1e-9, ...props.edges.map((edge) => edge.medianHours ?? 0));
  const busiest = Math.max(1, ...[...props.nodes.values()].map((node) => node.cases));
  const heat = (hours: number | null) => (hours ?? 0) / longest;
  const step = (change: number) => setZoom((now) => Math.min(largest, Math.max(smallest, Math.round((now + change) * 10) / 10)));
  return (
    <div className="tl-process">
      <Group gap={4} className="tl-process-zoom">
        <ActionIcon size="sm" aria-label={t("zoom.out")} onClick={() => step(-0.1)}>
          <IconMinus size={14} aria-hidden />
        </ActionIcon>
        <ActionIcon size="sm" aria-label={t("zoom.in")} onClick={() => step(0.1)}>
          <IconPlus size={14} aria-hidden />
        </ActionIcon>
      </Group>
      <div className="tl-process-frame" ref={frame} role="group" aria-label={t("graph")} tabIndex={0}>
        <div className="tl-process-room" style={{ width: drawn.width * zoom, height: drawn.height * zoom }}>
          <div style={{ width: drawn.width, height: drawn.height, transform: `scale(${zoom})`, transformOrigin: "0 0" }}>
            <svg width={drawn.width} height={drawn.height} aria-hidden>
              <defs>
                <marker
                  id="tl-arrow"
                  viewBox="0 0 8 8"
                  refX="7"
                  refY="4"
                  markerWidth="9"
                  markerHeight="9"
                  markerUnits="userSpaceOnUse"
                  orient="auto"
                >
                  <path d="M0 0 8 4 0 8z" className="tl-process-arrow" />
                </marker>
              </defs>
              {drawn.edges.map(({ edge, points }) => (
                <path
                  key={`${edge.from}>${edge.to}`}
                  d={path(points) ?? ""}
                  className="tl-process-line"
                  data-back={points.at(-1)!.y < points[0]!.y || undefined}
                  style={
                    props.by === "count"
                      ? { strokeWidth: 1.2 + 6 * (edge.count / most) }
                      : { strokeWidth: 1.2 + 6 * heat(edge.medianHours), stroke: warm(heat(edge.medianHours)) }
                  }
                  markerEnd="url(#tl-arrow)"
                />
              ))}
            </svg>
            {drawn.nodes.map(({ id, x, y }) => {
              if (id === begin || id === finish)
                return (
                  <span key={id} className="tl-process-end" style={{ left: x, top: y }} data-finish={id === finish || undefined}>
                    <span className="tl-hidden">{t(id === begin ? "begin" : "finish")}</span>
                  </span>
                );
              const node = props.nodes.get(id);
              const Icon = eventIcon(id);
              const share = (node?.cases ?? 0) / busiest;
              return (
                <button
                  key={id}
                  type="button"
                  className="tl-process-node"
                  style={{ left: x, top: y, ...nodeSize, ["--tl-share" as string]: `${Math.round(6 + 30 * share)}%` }}
                  onClick={() => props.onOpen(`activity:${id}`)}
                >
                  <Icon size={17} stroke={1.8} aria-hidden />
                  <span>
                    <b>{eventName(id, t)}</b>
                    <small>{t("casesCount", { count: node?.cases ?? 0, n: format.number(node?.cases ?? 0) })}</small>
                  </span>
                </button>
              );
            })}
            {drawn.edges.map(({ edge, label }) => {
              const [starts, ends] = [edge.from === begin, edge.to === finish];
              const figure =
                props.by === "wait" && !starts && !ends ? waitText(edge.medianHours, format, t) : format.number(edge.count);
              const name = starts
                ? t("filter.starts", { step: eventName(edge.to, t) })
                : ends
                  ? t("filter.ends", { step: eventName(edge.from, t) })
                  : t("filter.edge", { from: eventName(edge.from, t), to: eventName(edge.to, t) });
              const filter = starts ? `starts:${edge.to}` : ends ? `ends:${edge.from}` : `edge:${edge.from}>${edge.to}`;
              return (
                <button
                  key={filter}
                  type="button"
                  className="tl-process-figure"
                  style={{ left: label.x, top: label.y, minWidth: labelSize.width - 34 }}
                  aria-label={`${name}: ${figure}`}
                  title={name}
                  onClick={() => props.onOpen(filter)}
                >
                  {figure}
                </button>
              );
            })}
          </div>
        </div>
      </div>
    </div>
  );
}

/** From the colour of lines to that of what is wrong. */
const warm = (share: number): string =>
  `color-mix(in oklab, var(--tl-bad-line) ${Math.round(100 * Math.sqrt(share))}%, var(--tl-process-line))`;
