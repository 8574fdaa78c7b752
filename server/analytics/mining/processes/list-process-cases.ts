import type { Context } from "#platform/context.ts";
import { decodeCursor, encodeCursor } from "#platform/page.ts";
import { judgeCase, stagesByActivity } from "../engine/conformance/judge-case.ts";
import { findProcess } from "./all.ts";
import { type CaseTrace, variantOf } from "./case-filter.ts";
import { casesInFunnel, type FunnelInput } from "./case-funnel.ts";
import { caseNames } from "./case-names.ts";
import { type CaseQuestion, loadCases } from "./load-cases.ts";
import { visibleCases } from "./visible-cases.ts";

const hourMs = 3_600_000;

interface Input extends CaseQuestion, FunnelInput {
  process: string;
  sort: "newest" | "slowest" | "fastest";
  cursor?: string | undefined;
  limit: number;
}

/** The cases behind a figure, among those of customers the reader may see; `hidden` says how many others the figure counts. */
export async function listProcessCases(ctx: Context, input: Input) {
  const process = findProcess(input.process);
  const cases = casesInFunnel((await loadCases(ctx, process, input)).cases, input);
  const seen = await visibleCases(ctx, cases);
  const sorted = sort(seen, input);
  const start = input.cursor ? Number(decodeCursor(input.cursor, 1)[0]) : 0;
  const page = sorted.slice(start, start + input.limit);
  const names = await caseNames(ctx, process.key, page);
  const edge = edgeOf(input.where);
  const stageOf = stagesByActivity(process.model);
  return {
    total: cases.length,
    hidden: cases.length - seen.length,
    rows: page.map((each) => ({
      caseId: each.case,
      name: names.cases.get(each.case) ?? null,
      customerId: each.customerId,
      customerName: names.customers.get(each.customerId ?? "") ?? null,
      startedAt: new Date(each.times[0]!),
      endedAt: new Date(each.times.at(-1)!),
      hours: hoursOf(each),
      edgeHours: inHours(edgeMs(each, edge)),
      steps: each.activities.length,
      deviations: judgeCase(each, process.model, stageOf).deviations.length,
      variant: variantOf(each),
    })),
    nextCursor: start + input.limit < sorted.length ? encodeCursor([start + input.limit]) : null,
  };
}

const hoursOf = (each: CaseTrace): number => (each.times.at(-1)! - each.times[0]!) / hourMs;
const inHours = (ms: number | null): number | null => (ms === null ? null : ms / hourMs);
const edgeOf = (where: readonly string[] | undefined): string[] | undefined =>
  where
    ?.find((filter) => filter.startsWith("edge:"))
    ?.slice("edge:".length)
    .split(">");

/** The longest wait of a case between two steps; null when it never went from one to the other. */
function edgeMs({ activities, times }: CaseTrace, edge: readonly string[] | undefined): number | null {
  if (!edge) return null;
  let longest: number | null = null;
  for (let index = 1; index < activities.length; index += 1)
    if (activities[index - 1] === edge[0] && activities[index] === edge[1])
      longest = Math.max(longest ?? 0, times[index]! - times[index - 1]!);
  return longest;
}

/** By the wait that is asked about, else by the whole time. */
function sort(cases: readonly CaseTrace[], { sort: by, where }: Input): readonly CaseTrace[] {
  if (by === "newest") return cases;
  const edge = edgeOf(where);
  const sign = by === "slowest" ? -1 : 1;
  const key = (each: CaseTrace) => edgeMs(each, edge) ?? hoursOf(each) * hourMs;
  return cases.toSorted((a, b) => sign * (key(a) - key(b)));
}
