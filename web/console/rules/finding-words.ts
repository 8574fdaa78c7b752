import type { T } from "../../i18n/use-t.ts";
import type { Analysis, Draft, ShownTable } from "./types.ts";

export interface Finding {
  tone: "bad" | "note" | "good";
  text: string;
}

const mostShown = 12;

/** "Margin ≥ 30", "Margin: [5..10]". */
function conditionText(t: T, name: string, test: string): string {
  const read = test.replaceAll("<=", "≤").replaceAll(">=", "≥");
  return /^[<>≤≥]/.test(read) ? `${name} ${read}` : t("findings.part", { name, test: read });
}

/** What the engine found, in sentences, the worst first; a table without anything to say about it says so. */
export function findingsOf(
  table: Pick<ShownTable, "inputs">,
  hitPolicy: Draft["hitPolicy"],
  analysis: Analysis,
  words: { t: T; locale: "en" | "fr" },
): Finding[] {
  const { t, locale } = words;
  const where = (region: Record<string, string>): string => {
    const parts = table.inputs.flatMap(({ name, label }) =>
      region[name] === undefined || region[name] === "-" ? [] : [conditionText(t, label[locale], region[name])],
    );
    return parts.length > 0 ? parts.join(t("findings.and")) : t("findings.always");
  };
  const label = (name: string) => table.inputs.find((input) => input.name === name)?.label[locale] ?? name;
  const bad = [
    ...analysis.unreachable.map(({ rule, by }) =>
      by.length > 0 ? t("findings.covered", { rule, by: by.join(", "), count: by.length }) : t("findings.impossible", { rule }),
    ),
    ...analysis.repeats.map(({ rule, by }) => t("findings.repeats", { rule, by })),
    ...(hitPolicy === "first" ? analysis.gaps.map((region) => t("findings.gap", { where: where(region) })) : []),
  ];
  const notes = [
    ...analysis.overlaps.map(({ rules: [a, b], where: region }) =>
      t(`findings.overlap.${hitPolicy}`, { a, b, where: where(region) }),
    ),
    ...(hitPolicy === "collect" ? analysis.gaps.map((region) => t("findings.silence", { where: where(region) })) : []),
    ...analysis.opaque.map(({ rule, input }) => t("findings.opaque", { rule, name: label(input) })),
    ...(analysis.complete ? [] : [t("findings.incomplete")]),
  ];
  const told: Finding[] = [
    ...(bad.length === 0 ? [{ tone: "good" as const, text: t("findings.nothing") }] : []),
    ...bad.map((text) => ({ tone: "bad" as const, text })),
    ...notes.map((text) => ({ tone: "note" as const, text })),
  ];
  const more = told.length - mostShown;
  return more > 0 ? [...told.slice(0, mostShown), { tone: "note", text: t("findings.more", { count: more }) }] : told;
}

/** The mark of a row: the rule never decides, or only repeats another. */
export function oddities(analysis: Analysis | null, rule: number): "unreachable" | "repeats" | undefined {
  if (analysis?.unreachable.some((one) => one.rule === rule)) return "unreachable";
  if (analysis?.repeats.some((one) => one.rule === rule)) return "repeats";
  return undefined;
}
