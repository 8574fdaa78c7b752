/**
 * How likely a lead is to buy, from what it is (fit) and what it does (engagement), and why. Pure.
 * Engagement points fade: points x 2^(-age / half-life), each rule capped. Grade: letter by fit (A from 30, B from 15),
 * figure by engagement (1 from 45, 2 from 20), so A1 is best and C3 least.
 */
export interface ScoreRule {
  key: string;
  kind: "engagement" | "fit";
  label: { en: string; fr: string };
  /** An event type, or a field of the lead. */
  matches: string;
  pattern: string | null;
  points: number;
  halfLifeDays: number | null;
  cap: number | null;
}
export interface Touch {
  type: string;
  occurredAt: Date;
  /** The text a pattern looks at: the path of a page, the address of a link. */
  text: string;
}
export interface Reason {
  key: string;
  label: { en: string; fr: string };
  points: number;
  count: number;
}
export interface Score {
  fit: number;
  engagement: number;
  score: number;
  grade: string;
  reasons: Reason[];
}

const dayMs = 86_400_000;

export function scoreLead(
  fields: Record<string, string | null | undefined>,
  touches: readonly Touch[],
  rules: readonly ScoreRule[],
  now: Date,
): Score {
  const reasons = rules
    .map((rule) => (rule.kind === "fit" ? fitReason(rule, fields) : engagementReason(rule, touches, now)))
    .filter((reason) => reason.points !== 0);
  const total = (kind: ScoreRule["kind"]) =>
    reasons
      .filter((reason) => rules.find((rule) => rule.key === reason.key)!.kind === kind)
      .reduce((sum, reason) => sum + reason.points, 0);
  const fit = total("fit");
  const engagement = total("engagement");
  return { fit, engagement, score: fit + engagement, grade: gradeOf(fit, engagement), reasons };
}

export const gradeOf = (fit: number, engagement: number): string =>
  `${fit >= 30 ? "A" : fit >= 15 ? "B" : "C"}${engagement >= 45 ? 1 : engagement >= 20 ? 2 : 3}`;

function fitReason(rule: ScoreRule, fields: Record<string, string | null | undefined>): Reason {
  const value = fields[rule.matches] ?? "";
  const hit = value !== "" && new RegExp(rule.pattern ?? ".", "i").test(value);
  return { key: rule.key, label: rule.label, points: hit ? rule.points : 0, count: hit ? 1 : 0 };
}

function engagementReason(rule: ScoreRule, touches: readonly Touch[], now: Date): Reason {
  const pattern = rule.pattern ? new RegExp(rule.pattern, "i") : undefined;
  const hits = touches.filter((touch) => touch.type === rule.matches && (!pattern || pattern.test(touch.text)));
  const faded = hits.reduce((sum, touch) => {
    const ageDays = Math.max(0, (now.getTime() - touch.occurredAt.getTime()) / dayMs);
    return sum + rule.points * (rule.halfLifeDays ? 2 ** (-ageDays / rule.halfLifeDays) : 1);
  }, 0);
  return { key: rule.key, label: rule.label, points: Math.round(Math.min(faded, rule.cap ?? faded)), count: hits.length };
}
