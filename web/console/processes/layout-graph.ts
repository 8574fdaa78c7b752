import { Graph, layout } from "@dagrejs/dagre";
import { begin, finish, type GraphEdge } from "./reduce-graph.ts";

export interface Point {
  x: number;
  y: number;
}
export interface Drawn<E> {
  width: number;
  height: number;
  nodes: (Point & { id: string })[];
  edges: { edge: E; points: Point[]; label: Point }[];
}

export const nodeSize = { width: 196, height: 54 };
const endSize = { width: 34, height: 34 };
export const labelSize = { width: 74, height: 22 };
const margin = 16;

/** Where everything goes: from top to bottom in layers, frequent ways as straight as can be. */
export function layoutGraph<E extends GraphEdge>(edges: readonly E[]): Drawn<E> {
  const graph = new Graph({ multigraph: false });
  graph.setGraph({ rankdir: "TB", nodesep: 36, ranksep: 34, edgesep: 18, marginx: margin, marginy: margin });
  graph.setDefaultEdgeLabel(() => ({}));
  const most = Math.max(1, ...edges.map((edge) => edge.count));
  for (const id of new Set(edges.flatMap(({ from, to }) => [from, to])))
    graph.setNode(id, { ...(id === begin || id === finish ? endSize : nodeSize) });
  for (const edge of edges)
    graph.setEdge(edge.from, edge.to, {
      ...labelSize,
      labelpos: "c",
      weight: 1 + Math.round((9 * edge.count) / most),
    });
  layout(graph);
  const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number };
  return {
    width,
    height,
    nodes: graph.nodes().map((id: string) => {
      const { x, y } = graph.node(id) as Point;
      return { id, x, y };
    }),
    edges: edges.map((edge) => {
      const { points, x, y } = graph.edge(edge.from, edge.to) as { points: Point[]; x: number; y: number };
      return { edge, points, label: { x, y } };
    }),
  };
}
