import { durationOf } from "../durations.ts";
import { LogError } from "../log-error.ts";
import { parseJson } from "../ocel/parse-json.ts";
import { activitiesIn, listIn, objectIn, onlyFields, textIn, yesIn } from "../read-question.ts";
import type { IntendedBranch, IntendedJourney, IntendedStage } from "./intended.ts";

const maxStages = 200;

/** An intended journey from JSON (docs/engines/mining.md). Refuses (LogError) what is none, naming the place. */
export function readIntended(text: string): IntendedJourney {
  const json = objectIn(parseJson(text), "the journey");
  onlyFields(json, ["name", "stages", "cases", "others"], "the journey");
  const stages = listIn(json["stages"], "stages").flatMap((entry, rank) =>
    Array.isArray(entry)
      ? listIn(entry, `stages[${rank}]`).map((each, index) => stageIn(each, rank, `stages[${rank}][${index}]`))
      : stageIn(entry, rank, `stages[${rank}]`),
  );
  if (stages.length > maxStages) throw new LogError(null, `at most ${maxStages} stages`);
  const owner = new Map<string, string>();
  const names = new Set<string>();
  for (const { name, activities } of stages) {
    if (names.has(name)) throw new LogError(null, `two stages are called "${name}"`);
    names.add(name);
    for (const activity of activities) {
      const other = owner.get(activity);
      if (other !== undefined)
        throw new LogError(null, `"${activity}" is in the stages "${other}" and "${name}"; it may be in one`);
      owner.set(activity, name);
    }
  }
  return {
    stages,
    cases: oneOf(json["cases"], ["ended", "under_way"], "cases"),
    others: oneOf(json["others"], ["wrong_branch", "ignored"], "others"),
  };
}

function stageIn(value: unknown, rank: number, where: string): IntendedStage {
  if (typeof value === "string") return stageIn({ name: textIn(value, where) }, rank, where);
  const own = objectIn(value, where);
  onlyFields(own, ["name", "activities", "branches", "optional", "repeatable", "maxWait"], where);
  const name = textIn(own["name"], `${where}.name`);
  const branches = own["branches"] === undefined ? [] : branchesIn(own["branches"], `${where}.branches`);
  if (branches.length > 0 && own["activities"] !== undefined)
    throw new LogError(null, `${where} has activities and branches; give one of them`);
  const activities =
    branches.length > 0
      ? branches.flatMap((each) => each.activities)
      : activitiesIn(own["activities"] ?? name, `${where}.activities`);
  if (new Set(activities).size < activities.length) throw new LogError(null, `${where}.branches share an activity`);
  return {
    name,
    rank,
    activities,
    branches,
    optional: yesIn(own["optional"], `${where}.optional`),
    repeatable: yesIn(own["repeatable"], `${where}.repeatable`),
    maxWaitMs: own["maxWait"] === undefined ? undefined : durationOf(own["maxWait"], `${where}.maxWait`),
  };
}

const branchesIn = (value: unknown, where: string): IntendedBranch[] =>
  listIn(value, where).map((each, index) => {
    const at = `${where}[${index}]`;
    if (typeof each === "string") return { name: textIn(each, at), activities: [each], onlyAfter: [], notAfter: [] };
    const own = objectIn(each, at);
    onlyFields(own, ["name", "activities", "onlyAfter", "notAfter"], at);
    const name = textIn(own["name"], `${at}.name`);
    return {
      name,
      activities: activitiesIn(own["activities"] ?? name, `${at}.activities`),
      onlyAfter: own["onlyAfter"] === undefined ? [] : activitiesIn(own["onlyAfter"], `${at}.onlyAfter`),
      notAfter: own["notAfter"] === undefined ? [] : activitiesIn(own["notAfter"], `${at}.notAfter`),
    };
  });

function oneOf<T extends string>(value: unknown, known: readonly [T, ...T[]], where: string): T {
  if (value === undefined) return known[0];
  const found = known.find((each) => each === value);
  if (!found) throw new LogError(null, `${where} must be ${known.join(" or ")}, not "${String(value)}"`);
  return found;
}
