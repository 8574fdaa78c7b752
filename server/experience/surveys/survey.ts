export type SurveyKind = "ces" | "csat" | "nps";
export const scales: Record<SurveyKind, { from: number; to: number }> = {
  ces: { from: 1, to: 7 },
  csat: { from: 1, to: 5 },
  nps: { from: 0, to: 10 },
};

/** Every score one can give, the lowest first. */
export const everyScore = (kind: SurveyKind): number[] =>
  Array.from({ length: scales[kind].to - scales[kind].from + 1 }, (_, step) => scales[kind].from + step);

export const isOnScale = (kind: SurveyKind, score: number): boolean =>
  Number.isInteger(score) && score >= scales[kind].from && score <= scales[kind].to;

export interface Fatigue {
  minGapDays: number;
  maxAsked: number;
  windowDays: number;
}

/** Why this person is spared now, if they are: asked too recently, or too often. `asked` are the instants anything was asked of them. */
export function tiredness(asked: readonly Date[], rules: Fatigue, now: Date): "asked_recently" | "asked_often" | null {
  const ago = (days: number) => now.getTime() - days * 86_400_000;
  if (asked.some((at) => at.getTime() > ago(rules.minGapDays))) return "asked_recently";
  return asked.filter((at) => at.getTime() > ago(rules.windowDays)).length >= rules.maxAsked ? "asked_often" : null;
}
