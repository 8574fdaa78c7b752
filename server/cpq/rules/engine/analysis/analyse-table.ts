/** What is wrong with a decision table before anybody runs it: cases no rule takes, rules that meet, rules that never speak. */
import type { TableExpression } from "../dmn/model.ts";
import { type Column, columnsOf } from "./columns.ts";
import { piecesText } from "./pieces.ts";

/** Conditions by input, in FEEL's words; "-" is any value. */
export type Region = Record<string, string>;
export interface TableAnalysis {
  /** Inputs for which no rule fires. Empty when the table has a default answer. */
  gaps: Region[];
  /** Pairs of rules that fire together; `conflict` when the hit policy forbids it or their answers differ under ANY. */
  overlaps: { rules: [number, number]; where: Region; conflict: boolean }[];
  /** Rules that never decide, and why. Rules count from 1. */
  unreachable: { rule: number; because: string; by: number[] }[];
  /** Cells that depend on more than their input: they were taken to pass anywhere for overlaps, and nowhere for gaps. */
  opaque: { rule: number; input: string; test: string }[];
  /** False when the search was stopped at its budget: gaps may be missing. */
  complete: boolean;
}

const mostSteps = 200_000;
const mostGaps = 50;

export function analyseTable(table: TableExpression): TableAnalysis {
  const columns = columnsOf(table);
  const rules = table.rules.map((_, index) => index);
  const opaque = rules.flatMap((rule) =>
    columns.flatMap(({ name, cells }, index) =>
      cells[rule] === null ? [{ rule: rule + 1, input: name, test: table.rules[rule]!.tests[index] ?? "-" }] : [],
    ),
  );
  const sure = rules.filter((rule) => columns.every(({ cells }) => cells[rule] !== null));
  const search = { steps: 0 };
  const gaps: Region[] = [];
  const hasDefault = table.outputs.some(({ otherwise }) => otherwise !== undefined);
  if (!hasDefault)
    uncovered(
      columns,
      columns.map(({ pieces }) => pieces.map(() => true)),
      sure,
      search,
      (region) => gaps.push(textOf(columns, region)) < mostGaps,
    );
  const unreachable = unreachableOf(table, columns, sure, search);
  return {
    gaps,
    overlaps: overlapsOf(table, columns),
    unreachable,
    opaque,
    complete: search.steps < mostSteps && gaps.length < mostGaps,
  };
}

const textOf = (columns: readonly Column[], region: readonly (readonly boolean[])[]): Region =>
  Object.fromEntries(columns.map(({ name, pieces }, index) => [name, piecesText(pieces, region[index]!)]));

/** Tells each part of a region that none of the rules covers; goes on while told to. False when it was stopped. */
function uncovered(
  columns: readonly Column[],
  region: readonly (readonly boolean[])[],
  rules: readonly number[],
  search: { steps: number },
  tell: (region: boolean[][]) => boolean,
  at = 0,
  chosen: boolean[][] = [],
): boolean {
  if (search.steps++ >= mostSteps) return false;
  const column = columns[at];
  if (rules.length === 0 || !column) {
    if (rules.length > 0) return true;
    return tell([...chosen, ...region.slice(at).map((each) => [...each])]);
  }
  const groups = new Map<string, { rules: number[]; pieces: boolean[] }>();
  for (const [piece, inside] of region[at]!.entries()) {
    if (!inside) continue;
    const active = rules.filter((rule) => column.cells[rule]![piece]);
    const key = active.join();
    const group = groups.get(key) ?? { rules: active, pieces: column.pieces.map(() => false) };
    group.pieces[piece] = true;
    groups.set(key, group);
  }
  for (const group of groups.values())
    if (!uncovered(columns, region, group.rules, search, tell, at + 1, [...chosen, group.pieces])) return false;
  return true;
}

function overlapsOf(table: TableExpression, columns: readonly Column[]): TableAnalysis["overlaps"] {
  const found: TableAnalysis["overlaps"] = [];
  for (const a of table.rules.keys())
    for (let b = a + 1; b < table.rules.length; b++) {
      const region = columns.map(({ cells, pieces }) =>
        pieces.map((_, piece) => (cells[a]?.[piece] ?? true) && (cells[b]?.[piece] ?? true)),
      );
      if (!region.every((each) => each.includes(true))) continue;
      const same = table.rules[a]!.outputs.every((output, index) => output.trim() === table.rules[b]!.outputs[index]?.trim());
      found.push({
        rules: [a + 1, b + 1],
        where: textOf(columns, region),
        conflict: table.hitPolicy === "UNIQUE" || (table.hitPolicy === "ANY" && !same),
      });
    }
  return found;
}

/** A rule that no value passes; or, where the first or the highest answer wins, one whose cases others take away before it. */
function unreachableOf(
  table: TableExpression,
  columns: readonly Column[],
  sure: readonly number[],
  search: { steps: number },
): TableAnalysis["unreachable"] {
  return [...table.rules.keys()].flatMap((rule): TableAnalysis["unreachable"] => {
    const empty = columns.find(({ cells }) => cells[rule] !== null && !cells[rule]!.includes(true));
    if (empty) return [{ rule: rule + 1, because: `no value of "${empty.name}" passes its test`, by: [] }];
    const ahead = sure.filter((other) => other !== rule && goesBefore(table, other, rule));
    if (ahead.length === 0 || !sure.includes(rule)) return [];
    const region = columns.map(({ cells }) => cells[rule]!);
    let left = false;
    const finished = uncovered(columns, region, ahead, search, () => {
      left = true;
      return false;
    });
    if (left || !finished) return [];
    const by = ahead.filter((other) =>
      columns.every(({ cells }) => cells[other]!.some((passes, piece) => passes && cells[rule]![piece])),
    );
    return [{ rule: rule + 1, because: "other rules take all its cases before it", by: by.map((each) => each + 1) }];
  });
}

function goesBefore(table: TableExpression, other: number, rule: number): boolean {
  if (table.hitPolicy === "FIRST") return other < rule;
  if (table.hitPolicy !== "PRIORITY") return false;
  const order = (table.outputs[0]?.allowed ?? "").split(",").map((each) => each.trim());
  const rank = (index: number) => order.indexOf(table.rules[index]!.outputs[0]?.trim() ?? "");
  return rank(other) >= 0 && rank(rule) >= 0 && rank(other) < rank(rule);
}
