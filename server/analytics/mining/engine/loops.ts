import { hoursOf } from "./statistics.ts";
import type { Loop, Trace } from "./types.ts";

const hourMs = 3_600_000;

/**
 * The ways back: each time a case comes to an activity it has been at, the steps since then are a loop, which is cut out (after
 * Lawler's loop erasure), so that rounds inside rounds count once each. The hours of an inner loop are its own, not also the outer one's: every hour is in one loop at most.
 */
export function loopsOf(traces: readonly Trace[]): Loop[] {
  const loops = new Map<string, { activities: string[]; cases: Set<number>; count: number; durations: number[] }>();
  for (const [number, { activities, times }] of traces.entries()) {
    const path: { activity: string; time: number; inside: number }[] = [];
    const placeOf = new Map<string, number>();
    for (const [index, activity] of activities.entries()) {
      const time = times[index]!;
      const place = placeOf.get(activity);
      if (place === undefined) {
        placeOf.set(activity, path.length);
        path.push({ activity, time, inside: 0 });
        continue;
      }
      const round = [...path.slice(place).map((each) => each.activity), activity];
      const key = round.join("\u0000");
      const loop = loops.get(key) ?? { activities: round, cases: new Set(), count: 0, durations: [] };
      loops.set(key, loop);
      loop.count += 1;
      loop.cases.add(number);
      const whole = time - path[place]!.time;
      let inside = 0;
      for (const gone of path.splice(place + 1)) {
        placeOf.delete(gone.activity);
        inside += gone.inside;
      }
      if (!Number.isNaN(whole - inside)) loop.durations.push(whole - inside);
      path[place]!.inside += whole;
      path[place]!.time = time;
    }
  }
  return [...loops.values()]
    .map(({ activities, cases, count, durations }) => {
      const { median, mean } = hoursOf(durations);
      const totalHours = Math.round((durations.reduce((sum, each) => sum + each, 0) / hourMs) * 1e6) / 1e6;
      return { activities, count, cases: cases.size, medianHours: median, meanHours: mean, totalHours };
    })
    .sort((a, b) => b.count - a.count || b.totalHours - a.totalHours);
}
