import { createHash } from "node:crypto";
import { judgeCase, stagesByActivity } from "../engine/conformance/judge-case.ts";
import type { Trace } from "../engine/types.ts";
import type { Trait } from "./definition.ts";
import type { IntendedJourney } from "../engine/conformance/intended.ts";

/** One case as it was lived, and how it may be told apart. */
export interface CaseTrace extends Trace {
  customerId: string | null;
  traits: Partial<Record<Trait, string>>;
}

const ids = new WeakMap<Trace, string>();

/** A short name of a way through, the same for all cases that went it. */
export function variantOf(trace: Trace): string {
  let id = ids.get(trace);
  if (id === undefined) {
    id = createHash("sha1").update(trace.activities.join(" ")).digest("hex").slice(0, 16);
    ids.set(trace, id);
  }
  return id;
}

/** Keeps the cases all the filters say. */
export function keepCases<T extends CaseTrace>(cases: readonly T[], filters: readonly string[], model: IntendedJourney): T[] {
  const stageOf = stagesByActivity(model);
  const tests = filters.map((filter) => {
    const colon = filter.indexOf(":");
    return testOf(filter.slice(0, colon), filter.slice(colon + 1), model, stageOf);
  });
  return cases.filter((each) => tests.every((test) => test(each)));
}

function testOf(
  word: string,
  about: string,
  model: IntendedJourney,
  stageOf: ReturnType<typeof stagesByActivity>,
): (each: CaseTrace) => boolean {
  const parts = about.split(">");
  switch (word) {
    case "variant":
      return (each) => variantOf(each) === about;
    case "activity":
      return (each) => each.activities.includes(about);
    case "edge":
      return ({ activities }) => activities.some((step, index) => step === parts[0] && activities[index + 1] === parts[1]);
    case "starts":
      return (each) => each.activities[0] === about;
    case "ends":
      return (each) => each.activities.at(-1) === about;
    case "loop":
      return (each) => holds(each.activities, parts);
    case "deviation":
      return (each) =>
        judgeCase(each, model, stageOf).deviations.some(
          ({ class: kind, stage }) => kind === parts[0] && (parts[1] === undefined || stage === parts[1]),
        );
    case "late":
      return (each) =>
        judgeCase(each, model, stageOf).waits.some(({ stage, waitMs, maxWaitMs }) => stage === about && waitMs > maxWaitMs);
    case "conforms":
      return (each) => (judgeCase(each, model, stageOf).deviations.length === 0) === (about === "yes");
    default:
      return (each) => (each.traits[word as Trait] ?? "") === (about === "-" ? "" : about);
  }
}

/** The steps of a round one after another; rounds inside it may lie between. */
function holds(activities: readonly string[], round: readonly string[]): boolean {
  let at = 0;
  for (const activity of activities) {
    if (activity === round[at]) at += 1;
    else if (at > 0 && activity === round[0]) at = 1;
    if (at === round.length) return true;
  }
  return false;
}
