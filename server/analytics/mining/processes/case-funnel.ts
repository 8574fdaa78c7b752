import { type FunnelQuestion, furthest } from "../engine/funnel.ts";
import type { CaseTrace } from "./case-filter.ts";

/** A funnel as it is asked for: its steps in order, whatever may lie between, and how long it may take in all. */
export interface FunnelInput {
  steps?: string[] | undefined;
  mode?: FunnelQuestion["mode"] | undefined;
  withinHours?: number | undefined;
  /** Only cases that came at least so many steps far; with `left`, and no further. */
  reached?: number | undefined;
  left?: boolean | undefined;
}

/** The question for the engine; null when no funnel is asked for. */
export const funnelQuestion = ({ steps, mode, withinHours }: FunnelInput): FunnelQuestion | null =>
  steps === undefined || steps.length < 2
    ? null
    : {
        steps: steps.map((step) => step.split("|")),
        mode: mode ?? "ordered",
        windowMs: withinHours === undefined ? undefined : withinHours * 3_600_000,
      };

/** The cases that came so far in a funnel: those its bar counts. */
export function casesInFunnel<T extends CaseTrace>(cases: readonly T[], input: FunnelInput): readonly T[] {
  const question = funnelQuestion(input);
  const { reached, left } = input;
  if (!question || reached === undefined) return cases;
  return cases.filter((each) => {
    const far = furthest(each, question).length;
    return left ? far === reached : far >= reached;
  });
}
