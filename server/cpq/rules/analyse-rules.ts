/** What the engine finds in a table before anybody runs it, read the way its hit policy decides. */
import { asDmn, type DecisionTable } from "./decision-table.ts";
import { analyseTable, type Region } from "./engine/analysis/analyse-table.ts";

export interface RulesAnalysis {
  /** Facts no rule takes, by input name, in FEEL. Under `first` nothing is decided there; under `collect` nobody speaks. */
  gaps: Region[];
  /** Rules (counted from 1) that fire together, and where. Under `first` the earlier decides; under `collect` both speak. */
  overlaps: { rules: [number, number]; where: Region }[];
  /** Rules that never decide: others take all their cases first (`by`), or no value passes (`by` empty). */
  unreachable: { rule: number; by: number[] }[];
  /** Under `collect`: rules that only say again what another already says. */
  repeats: { rule: number; by: number }[];
  /** Cells that look at more than their own column: the search cannot judge them. */
  opaque: { rule: number; input: string }[];
  /** False when the search stopped at its limit. */
  complete: boolean;
  /** How many of these a person should look at. */
  warnings: number;
}

/** Analyses rules that can be read; check them with faultsOf first. */
export function analyseRules(table: DecisionTable): RulesAnalysis {
  const found = analyseTable(asDmn(table));
  const unreachable = found.unreachable.map(({ rule, by }) => ({ rule, by }));
  const repeats = table.hitPolicy === "collect" ? repeatsOf(table, new Set(unreachable.map(({ rule }) => rule))) : [];
  const gaps = table.rules.length === 0 ? [] : found.gaps;
  const silent = table.hitPolicy === "first" ? gaps.length : 0;
  return {
    gaps,
    overlaps: found.overlaps.map(({ rules, where }) => ({ rules, where })),
    unreachable,
    repeats,
    opaque: found.opaque.map(({ rule, input }) => ({ rule, input })),
    complete: found.complete,
    warnings: unreachable.length + repeats.length + silent,
  };
}

/** Pairs with the same answer of which one takes all cases of the other: as if the first alone decided. */
function repeatsOf(table: DecisionTable, dead: ReadonlySet<number>): RulesAnalysis["repeats"] {
  const alive = table.rules.map((_, index) => index + 1).filter((rule) => !dead.has(rule));
  const answer = (rule: number) =>
    JSON.stringify(Object.entries(table.rules[rule - 1]!.outcome).sort(([a], [b]) => a.localeCompare(b)));
  const covers = (a: number, b: number): boolean => {
    const pair = asDmn({ ...table, hitPolicy: "first", rules: [table.rules[a - 1]!, table.rules[b - 1]!] });
    return analyseTable(pair).unreachable.some(({ rule }) => rule === 2);
  };
  const repeated = new Map<number, number>();
  for (const later of alive)
    for (const earlier of alive) {
      if (later <= earlier || answer(later) !== answer(earlier)) continue;
      if (!repeated.has(earlier) && covers(earlier, later)) repeated.set(later, earlier);
      else if (!repeated.has(later) && covers(later, earlier)) repeated.set(earlier, later);
    }
  return [...repeated].sort(([a], [b]) => a - b).map(([rule, by]) => ({ rule, by }));
}
