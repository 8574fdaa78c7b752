import { durationOf } from "./durations.ts";
import type { FunnelQuestion } from "./funnel.ts";
import { LogError } from "./log-error.ts";
import { parseJson } from "./ocel/parse-json.ts";
import { activitiesIn, listIn, objectIn, onlyFields } from "./read-question.ts";

const modes = ["ordered", "strict", "any"] as const;

/** A funnel from JSON: `{ "steps": ["ask", ["answer", "call back"]], "mode": "ordered", "window": "7 d", "exclude": ["cancel"] }`. Refuses (LogError) by place. */
export function readFunnel(text: string): FunnelQuestion {
  const json = objectIn(parseJson(text), "the funnel");
  onlyFields(json, ["steps", "mode", "window", "exclude"], "the funnel");
  return funnelOf(json);
}

/** A funnel from its fields, as on a command line; `window` such as "7 d". */
export function funnelOf(fields: { steps?: unknown; mode?: unknown; window?: unknown; exclude?: unknown }): FunnelQuestion {
  const steps = listIn(fields.steps, "steps").map((step, index) => activitiesIn(step, `steps[${index}]`));
  if (steps.length < 2 || steps.length > 50) throw new LogError(null, `steps must be 2 to 50, not ${steps.length}`);
  const mode = modes.find((each) => each === (fields.mode ?? "ordered"));
  if (!mode) throw new LogError(null, `mode must be ordered, strict or any, not "${String(fields.mode)}"`);
  const exclude = fields.exclude === undefined ? [] : activitiesIn(fields.exclude, "exclude");
  const both = steps.flat().find((activity) => exclude.includes(activity));
  if (both !== undefined) throw new LogError(null, `"${both}" is both a step and excluded`);
  if (mode === "any") {
    const same = (a: readonly string[], b: readonly string[]): boolean =>
      a.length === b.length && a.every((each) => b.includes(each));
    const shared = steps.find((a) => steps.some((b) => !same(a, b) && a.some((each) => b.includes(each))));
    if (shared) throw new LogError(null, `in mode any, steps that share an activity must be the same: ${shared.join(", ")}`);
  }
  return { steps, mode, exclude, windowMs: fields.window === undefined ? undefined : durationOf(fields.window, "window") };
}
