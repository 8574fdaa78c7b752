/** What `throughline churn` works out of a file. */
import type { ChurnOptions } from "./churn-options.ts";
import { chooseFeatures, type LeftOut } from "./engine/churn-features.ts";
import { chanceOfLeaving, churnDrivers, churnReasons, trainChurn } from "./engine/churn-model.ts";
import { DataError } from "./engine/data-error.ts";
import { dropSums } from "./engine/drop-sums.ts";
import { findColumn, plainName } from "./engine/find-columns.ts";
import { judgeChances } from "./engine/judge-chances.ts";
import { type Cells, readCells } from "./engine/read-cells.ts";
import { type Leavers, readLeavers } from "./engine/read-leavers.ts";

const reasonsTold = 5;

/** Trains on one part, judges on the part held back (or another file), then learns from all of it and rates every customer. */
export async function churnReport(bytes: Uint8Array, testBytes: Uint8Array | null, options: ChurnOptions) {
  const warnings: string[] = [];
  const cells = await readCells(bytes);
  const asked = {
    ...(options.target !== undefined && { left: options.target }),
    ...(options.id !== undefined && { id: options.id }),
  };
  const leavers = readLeavers(cells, asked, options.yes, (text) => warnings.push(text));
  const idAt = findColumn(cells, "id", asked, [leavers.at]);
  const skip = skipped(cells, leavers, idAt, options);
  const keep = new Set(options.keep);
  const all = leavers.rows.map((row) => row.cells);
  const learn = (rows: readonly (readonly string[])[], left: Float64Array, penalty?: number) => {
    const chosen = chooseFeatures(cells.names!, rows, left, skip, keep);
    const { features, leftOut } = dropSums(chosen.features, rows, keep);
    if (features.length === 0) throw new DataError("no column is left to learn from", {});
    return { model: trainChurn(features, rows, left, penalty), leftOut: [...chosen.leftOut, ...leftOut] };
  };
  const test = testBytes === null ? splitOff(leavers, options.testShare, options.seed) : null;
  const tried = test && learn(test.rows, test.left).model;
  const { model, leftOut } = learn(all, leavers.left, tried?.penalty);
  const judged = tried
    ? { from: `${test.testRows.length} customers held back`, ...judge(tried, test.testRows, test.testLeft) }
    : { from: "another file", ...judgeOther(model, cells, leavers, await readCells(testBytes!), options) };
  for (const { column, why } of leftOut) if (why.startsWith("tells")) warnings.push(`${column} was not used: it ${why}`);
  const left = leavers.left.reduce((sum, each) => sum + each, 0);
  return {
    model: "logistic",
    target: leavers.column,
    yes: leavers.yes,
    n: all.length,
    left,
    share: left / all.length,
    penalty: model.penalty,
    slope: model.fit.slope,
    evaluation: judged,
    drivers: churnDrivers(model, all),
    leftOut: leftOut as readonly LeftOut[],
    warnings,
    customers: leavers.rows.map((row, i) => ({
      id: (idAt < 0 ? "" : row.cells[idAt]!) || String(row.line),
      probability: chanceOfLeaving(model, row.cells),
      left: leavers.left[i] === 1,
      reasons: churnReasons(model, row.cells).slice(0, reasonsTold),
    })),
  };
}

export type ChurnReport = Awaited<ReturnType<typeof churnReport>>;

/** Columns not to use, with the reason to tell ("" for the ones that need none). */
function skipped(cells: Cells, leavers: Leavers, idAt: number, { exclude, keep }: ChurnOptions): Map<number, string> {
  const skip = new Map<number, string>([[leavers.at, ""]]);
  if (idAt >= 0) skip.set(idAt, "names the customer");
  cells.names!.forEach((name, at) => {
    if (exclude.some((each) => each === name || plainName(each) === plainName(name))) skip.set(at, "as asked");
    else if (at !== leavers.at && /churn|attrition/.test(plainName(name)) && !keep.includes(name))
      skip.set(at, "tells of leaving itself (--keep to use it)");
  });
  const unknown = [...exclude, ...keep].find((each) => !cells.names!.some((name) => plainName(name) === plainName(each)));
  if (unknown !== undefined) throw new DataError(`there is no column "${unknown}"; there are: ${cells.names!.join(", ")}`);
  return skip;
}

/** The same share of those who left and of those who stayed, drawn by a seeded shuffle. */
function splitOff(leavers: Leavers, share: number, seed: number) {
  let state = seed;
  const uniform = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const held = new Set<number>();
  for (const group of [0, 1]) {
    const order = leavers.rows
      .flatMap((_, i) => (leavers.left[i] === group ? [{ i, by: uniform() }] : []))
      .sort((a, b) => a.by - b.by);
    for (const { i } of order.slice(0, Math.max(1, Math.round(order.length * share)))) held.add(i);
  }
  const pick = (test: boolean) =>
    leavers.rows.flatMap((row, i) => (held.has(i) === test ? [{ cells: row.cells, left: leavers.left[i]! }] : []));
  const [train, test] = [pick(false), pick(true)];
  return {
    rows: train.map((each) => each.cells),
    left: Float64Array.from(train, (each) => each.left),
    testRows: test.map((each) => each.cells),
    testLeft: Float64Array.from(test, (each) => each.left),
  };
}

const judge = (model: ReturnType<typeof trainChurn>, rows: readonly (readonly string[])[], left: Float64Array) =>
  judgeChances(
    rows.map((row) => chanceOfLeaving(model, row)),
    left,
  );

/** Judges on another file: its columns are found by name, so their order does not matter. */
function judgeOther(model: ReturnType<typeof trainChurn>, cells: Cells, leavers: Leavers, other: Cells, options: ChurnOptions) {
  const theirs = readLeavers(other, { left: leavers.column }, options.yes ?? undefined, () => {});
  const places = cells.names!.map((name) => other.names!.findIndex((each) => plainName(each) === plainName(name)));
  const absent = model.features.find((feature) => places[feature.at]! < 0);
  if (absent) throw new DataError(`the other file has no column ${absent.name}`, { column: absent.name });
  const rows = theirs.rows.map((row) => places.map((place) => (place < 0 ? "" : (row.cells[place] ?? ""))));
  return judge(model, rows, theirs.left);
}
