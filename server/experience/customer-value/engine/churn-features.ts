import { areaUnderCurve } from "./judge-chances.ts";
import { figureOf, hasDecimalComma } from "./read-figures.ts";
import { looksDate } from "./read-dates.ts";

/** A column of the customers' file as the model takes it. */
export type Feature =
  | {
      readonly kind: "figure";
      readonly name: string;
      readonly at: number;
      readonly comma: boolean;
      readonly median: number;
      readonly low: number;
      readonly high: number;
      readonly scale: number;
      readonly knots: readonly number[];
      readonly gaps: boolean;
    }
  | {
      readonly kind: "level";
      readonly name: string;
      readonly at: number;
      readonly levels: readonly string[];
      readonly usual: string;
    };

export interface LeftOut {
  readonly column: string;
  readonly why: string;
}

const fewLevels = 8;
const mostLevels = 60;
const rareShare = 0.005;
const tellsAll = 0.97;
const missing = /^(|na|n\/a|nan|null|none|\?|-|unknown)$/i;

/**
 * Decides what to make of each column, from the rows the model may learn from. Figures get slopes that may change at their
 * quintiles; few or worded values become levels. Left out, with the reason: names of single customers, what never varies, days,
 * and what gives the answer away (a column that alone tells who left was written down after they did).
 */
export function chooseFeatures(
  names: readonly string[],
  rows: readonly (readonly string[])[],
  left: ArrayLike<number>,
  skip: ReadonlyMap<number, string>,
  keep: ReadonlySet<string>,
): { features: Feature[]; leftOut: LeftOut[] } {
  const features: Feature[] = [];
  const leftOut: LeftOut[] = [];
  names.forEach((name, at) => {
    const drop = (why: string) => leftOut.push({ column: name, why });
    const reason = skip.get(at);
    if (reason !== undefined) return reason === "" ? undefined : drop(reason);
    const cells = rows.map((row) => row[at] ?? "");
    const filled = cells.filter((cell) => !missing.test(cell));
    const kinds = new Set(filled);
    if (kinds.size + (filled.length < cells.length ? 1 : 0) < 2) return drop("never varies");
    const comma = hasDecimalComma(filled);
    const figures = filled.map((cell) => figureOf(cell, comma));
    const numeric = figures.filter(Number.isNaN).length <= 0.01 * filled.length;
    if (!numeric && filled.slice(0, 200).every(looksDate)) return drop("holds days, not figures");
    if (numeric && kinds.size > fewLevels) {
      if (
        kinds.size === rows.length &&
        figures.every(Number.isInteger) &&
        (/(^|[^a-z])(id|no|nr|num|number|code|index|key)$/i.test(name) || running(figures))
      )
        return drop("a number given to each customer");
      const feature = figureFeature(
        name,
        at,
        comma,
        figures.filter((value) => !Number.isNaN(value)),
        filled.length < cells.length * (1 - rareShare),
      );
      const values = cells.map((cell) => valueOf(feature, cell));
      const alone = areaUnderCurve(values, left);
      if (Math.max(alone, 1 - alone) >= tellsAll && !keep.has(name))
        return drop("tells by itself who left: written down afterwards, it seems (--keep to use it)");
      features.push(feature);
      return undefined;
    }
    if (kinds.size > mostLevels)
      return drop(kinds.size > rows.length * 0.5 ? "a word of each customer" : `${kinds.size} different words`);
    const feature = levelFeature(name, at, cells);
    const byLevel = new Map<string, [number, number]>();
    cells.forEach((cell, i) => {
      const tally = byLevel.get(levelOf(feature, cell)) ?? [0, 0];
      byLevel.set(levelOf(feature, cell), [tally[0] + left[i]!, tally[1] + 1]);
    });
    const alone = areaUnderCurve(
      cells.map((cell) => {
        const [gone, all] = byLevel.get(levelOf(feature, cell))!;
        return gone / all;
      }),
      left,
    );
    if (alone >= tellsAll && !keep.has(name))
      return drop("tells by itself who left: written down afterwards, it seems (--keep to use it)");
    if (feature.levels.length === 0) return drop("hardly ever varies");
    features.push(feature);
    return undefined;
  });
  return { features, leftOut };
}

const running = (figures: readonly number[]): boolean => figures.every((value, i) => i === 0 || value === figures[i - 1]! + 1);

function figureFeature(
  name: string,
  at: number,
  comma: boolean,
  figures: readonly number[],
  gaps: boolean,
): Feature & { kind: "figure" } {
  const sorted = figures.toSorted((a, b) => a - b);
  const quantile = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!;
  const mean = sorted.reduce((sum, value) => sum + value, 0) / sorted.length;
  const scale = Math.sqrt(sorted.reduce((sum, value) => sum + (value - mean) ** 2, 0) / sorted.length) || 1;
  const [low, high] = [quantile(0.002), quantile(0.998)];
  const knots = [...new Set([0.2, 0.4, 0.6, 0.8].map(quantile))].filter((knot) => knot > low && knot < high);
  return {
    kind: "figure",
    name,
    at,
    comma,
    median: quantile(0.5),
    low,
    high: high > low ? high : sorted.at(-1)!,
    scale,
    knots,
    gaps,
  };
}

function levelFeature(name: string, at: number, cells: readonly string[]): Feature & { kind: "level" } {
  const counts = new Map<string, number>();
  for (const cell of cells) counts.set(cell, (counts.get(cell) ?? 0) + 1);
  const common = [...counts].filter(([, count]) => count >= Math.max(5, rareShare * cells.length)).sort((a, b) => b[1] - a[1]);
  const usual = common[0]?.[0] ?? "";
  const levels = common.slice(1).map(([level]) => level);
  const rare = cells.length - common.reduce((sum, [, count]) => sum + count, 0);
  return { kind: "level", name, at, levels: rare >= Math.max(5, rareShare * cells.length) ? [...levels, others] : levels, usual };
}

export const others = "(others)";

/** The level a cell counts as: its own, or the rare ones together; a level never seen counts as rare, or as the usual one. */
export function levelOf(feature: Feature & { kind: "level" }, cell: string): string {
  if (cell === feature.usual || feature.levels.includes(cell)) return cell;
  return feature.levels.includes(others) ? others : feature.usual;
}

/** The figure in a cell within what was seen in learning; the median where it is missing. */
export function valueOf(feature: Feature & { kind: "figure" }, cell: string): number {
  const value = figureOf(cell, feature.comma);
  return Number.isNaN(value) ? feature.median : Math.min(feature.high, Math.max(feature.low, value));
}

/** How many numbers a feature gives the model. */
export const widthOf = (feature: Feature): number =>
  feature.kind === "level" ? feature.levels.length : 1 + feature.knots.length + (feature.gaps ? 1 : 0);

/** One customer's cells as the numbers the model weighs, in the order of the features. */
export function encode(features: readonly Feature[], cells: readonly string[]): Float64Array {
  const row = new Float64Array(features.reduce((sum, feature) => sum + widthOf(feature), 0));
  let to = 0;
  for (const feature of features) {
    const cell = cells[feature.at] ?? "";
    if (feature.kind === "level") {
      const at = feature.levels.indexOf(levelOf(feature, cell));
      if (at >= 0) row[to + at] = 1;
    } else {
      const value = valueOf(feature, cell);
      row[to] = (value - feature.median) / feature.scale;
      feature.knots.forEach((knot, k) => (row[to + 1 + k] = Math.max(0, value - knot) / feature.scale));
      if (feature.gaps && Number.isNaN(figureOf(cell, feature.comma))) row[to + 1 + feature.knots.length] = 1;
    }
    to += widthOf(feature);
  }
  return row;
}
