export interface GraphEdge {
  from: string;
  to: string;
  count: number;
}

/** Where cases begin and end: not an activity, so no name of one. */
export const begin = "▶";
export const finish = "■";

/**
 * The part of a process worth drawing: the most frequent steps from one to the next until `share` (0 to 1) of all is covered, and
 * for each activity so reached its most frequent way in and out, so that nothing hangs in the air.
 */
export function reduceGraph<E extends GraphEdge>(edges: readonly E[], share: number): E[] {
  const sorted = edges.toSorted((a, b) => b.count - a.count);
  const total = sorted.reduce((sum, edge) => sum + edge.count, 0);
  const kept = new Set<E>();
  let covered = 0;
  for (const edge of sorted) {
    if (kept.size > 0 && covered >= total * share) break;
    kept.add(edge);
    covered += edge.count;
  }
  const reached = new Set<string>();
  // What keeps an activity in place may reach another one, which needs its own.
  const waiting = [...kept].flatMap(({ from, to }) => [from, to]);
  while (waiting.length > 0) {
    const activity = waiting.pop()!;
    if (reached.has(activity)) continue;
    reached.add(activity);
    const others = sorted.filter(({ from, to }) => from !== to);
    for (const edge of [others.find(({ to }) => to === activity), others.find(({ from }) => from === activity)])
      if (edge && !kept.has(edge)) {
        kept.add(edge);
        waiting.push(edge.from, edge.to);
      }
  }
  return sorted.filter((edge) => kept.has(edge));
}
