import type { Conformance } from "./engine/conformance/conform.ts";
import type { FunnelResult } from "./engine/funnel.ts";
import type { ObjectTypeCount } from "./engine/ocel/flatten.ts";
import type { MinedProcess } from "./engine/types.ts";

export interface MineAnswer extends MinedProcess {
  objectType?: string;
  objectTypes?: ObjectTypeCount[];
  funnel?: FunnelResult;
  conformance?: Conformance;
  exported?: { format: string; file: string; cases: number; events: number };
}

const hours = (value: number | null): string => (value === null ? "-" : value.toFixed(3));
const percent = (value: number | null): string => (value === null ? "-" : `${(value * 100).toFixed(1)} %`);
const counts = (each: Record<string, number>): string =>
  Object.entries(each)
    .map(([activity, count]) => `${activity} ${count}`)
    .join(", ");

/** What `throughline mine` found, for a person to read. */
export const minePage = (found: MineAnswer): string =>
  [
    ...(found.objectType === undefined
      ? []
      : [
          `Cases are objects of type "${found.objectType}". Types: ${found.objectTypes!.map((each) => `${each.objectType} ${each.objects}`).join(", ")}.`,
        ]),
    `${found.cases} cases, ${found.events} events, ${found.activities} activities, ${found.variants} variants.`,
    `A case takes ${hours(found.medianCaseHours)} h (median), ${hours(found.meanCaseHours)} h (mean), at most ${hours(found.throughput.p90CaseHours)} h nine times in ten.`,
    `Begin: ${counts(found.start)}`,
    `End:   ${counts(found.end)}`,
    "",
    "times   median h     mean h   from -> to",
    ...found.edges.map(
      (edge) =>
        `${String(edge.count).padStart(5)} ${hours(edge.medianHours).padStart(10)} ${hours(edge.meanHours).padStart(10)}   ${edge.from} -> ${edge.to}`,
    ),
    "",
    ...found.topVariants.map(
      (variant) =>
        `${String(variant.count).padStart(5)}  ${percent(variant.cumulative).padStart(7)}  ${variant.activities.join(" > ")}`,
    ),
    ...(found.loops.length > 0 ? ["", "times    total h   loop"] : []),
    ...found.loops.map(
      (loop) => `${String(loop.count).padStart(5)} ${loop.totalHours.toFixed(1).padStart(10)}   ${loop.activities.join(" > ")}`,
    ),
    ...(found.funnel ? funnelLines(found.funnel) : []),
    ...(found.conformance ? conformanceLines(found.conformance) : []),
    ...(found.exported
      ? ["", `Written: ${found.exported.file} (${found.exported.cases} cases, ${found.exported.events} events).`]
      : []),
  ].join("\n");

const funnelLines = (found: FunnelResult): string[] => [
  "",
  `Funnel (${found.mode}${found.windowHours === null ? "" : `, within ${found.windowHours} h`}): ${percent(found.conversion)} of ${found.cases} cases.`,
  ...found.steps.map(
    (step) =>
      `${String(step.cases).padStart(5)}  ${percent(step.ofPrevious).padStart(7)}  ${hours(step.medianHours).padStart(10)} h  ${step.activities.join(" or ")}`,
  ),
  ...unknownLine(found.unknown),
];

const conformanceLines = (found: Conformance): string[] => [
  "",
  `As intended: ${found.conforming} of ${found.cases} cases (${percent(found.share)}), ${found.inTime} of them in time; median ${hours(found.medianHours)} h.`,
  "cases    share   median h    extra h   how",
  ...Object.entries(found.classes).map(
    ([kind, each]) =>
      `${String(each.cases).padStart(5)} ${percent(each.share).padStart(8)} ${hours(each.medianHours).padStart(10)} ${hours(each.extraMedianHours).padStart(10)}   ${kind.replaceAll("_", " ")}${each.stages.length > 0 ? `: ${each.stages.map(({ stage, cases }) => `${stage} ${cases}`).join(", ")}` : ""}`,
  ),
  ...found.waits.map(
    (wait) =>
      `${String(wait.tooLong).padStart(5)} ${percent(wait.share).padStart(8)}   waited longer than ${wait.maxWaitHours} h for "${wait.stage}" (median ${hours(wait.medianHours)} h)`,
  ),
  ...unknownLine(found.unknown),
  ...found.examples.map(
    (each) =>
      `  ${each.case}: ${[...each.deviations.map(({ why }) => why), ...each.tooLong.map((stage) => `waited too long for "${stage}"`)].join("; ")}`,
  ),
];

const unknownLine = (unknown: readonly string[]): string[] =>
  unknown.length === 0 ? [] : [`Not in the log: ${unknown.join(", ")}.`];
