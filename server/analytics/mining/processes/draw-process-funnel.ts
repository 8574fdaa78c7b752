import type { Context } from "#platform/context.ts";
import { refuseUnless } from "#platform/errors.ts";
import { type FunnelResult, funnel } from "../engine/funnel.ts";
import { findProcess } from "./all.ts";
import type { CaseTrace } from "./case-filter.ts";
import { type FunnelInput, funnelQuestion } from "./case-funnel.ts";
import type { Trait } from "./definition.ts";
import { type CaseQuestion, loadCases, traitNames } from "./load-cases.ts";

const shownGroups = 12;

/** Of the cases that took the first step, how many took the next, and after how long; all together and by one trait. */
export async function drawProcessFunnel(
  ctx: Context,
  input: CaseQuestion & FunnelInput & { process: string; steps: string[]; by?: Trait | undefined },
) {
  const process = findProcess(input.process);
  for (const step of input.steps.flatMap((each) => each.split("|")))
    refuseUnless((process.steps as readonly string[]).includes(step), "mining.unknown_step", { step });
  const { cases, from, to, truncated } = await loadCases(ctx, process, input);
  const question = funnelQuestion(input)!;
  const groups = input.by === undefined ? [] : grouped(cases, input.by);
  const names =
    input.by === undefined
      ? new Map<string, string>()
      : await traitNames(ctx, input.by, groups.map(([value]) => value).filter(Boolean));
  return {
    process: process.key,
    from,
    to,
    truncated,
    ...told(funnel(cases, question)),
    groupCount: groups.length,
    groups: groups.slice(0, shownGroups).map(([value, own]) => ({
      value,
      name: names.get(value) ?? value,
      ...told(funnel(own, question)),
    })),
  };
}

const told = ({ cases, steps }: FunnelResult) => ({
  cases,
  conversion: steps[0]!.cases === 0 ? null : steps.at(-1)!.cases / steps[0]!.cases,
  steps: steps.map(({ activities, cases: reached, share, ofPrevious, medianHours }) => ({
    step: activities.join("|"),
    cases: reached,
    share,
    ofPrevious,
    medianHours,
  })),
});

/** The cases by what a trait says of them, the most first; an empty value for those of which it says nothing. */
function grouped(cases: readonly CaseTrace[], by: Trait): [string, CaseTrace[]][] {
  return [...Map.groupBy(cases, (each) => each.traits[by] ?? "")].sort(([, a], [, b]) => b.length - a.length);
}
