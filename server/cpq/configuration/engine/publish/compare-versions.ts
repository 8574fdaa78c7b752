import type { Choice, Conflict, Value } from "../types.ts";
import type { Model } from "../model/model.ts";
import { choiceLiteral } from "../encoding/encode-model.ts";
import { solve } from "../sat/solve.ts";
import { openSession } from "../session/open-session.ts";
import { prepare } from "../session/prepare.ts";

/** A configuration as it was sold: what was selected, with values. */
export interface StoredConfiguration {
  id: string;
  selection: Readonly<Record<string, Value>>;
}

/** What publishing a new version changes. Ids in model order. */
export interface VersionDifference {
  addedFeatures: string[];
  removedFeatures: string[];
  addedRules: string[];
  removedRules: string[];
  changedRules: string[];
  /** Stored configurations that the new version does not allow, each with why and its smallest repairs. */
  invalid: { id: string; missing: string[]; conflict: Conflict | null }[];
}

/** Compares two versions of a model, and finds which stored configurations the new one would refuse. */
export function compareVersions(before: Model, after: Model, stored: readonly StoredConfiguration[]): VersionDifference {
  const ids = (model: Model): string[] => model.features.map((feature) => feature.id);
  const rulesBefore = new Map(before.rules.map((rule) => [rule.id, JSON.stringify(rule.expression)]));
  const rulesAfter = new Map(after.rules.map((rule) => [rule.id, JSON.stringify(rule.expression)]));
  const invalid: VersionDifference["invalid"] = [];
  for (const { id, selection } of stored) {
    const problem = problemOf(before, after, selection);
    if (problem) invalid.push({ id, ...problem });
  }
  return {
    addedFeatures: ids(after).filter((id) => !before.indexOf.has(id)),
    removedFeatures: ids(before).filter((id) => !after.indexOf.has(id)),
    addedRules: [...rulesAfter.keys()].filter((id) => !rulesBefore.has(id)),
    removedRules: [...rulesBefore.keys()].filter((id) => !rulesAfter.has(id)),
    changedRules: [...rulesAfter.keys()].filter((id) => rulesBefore.has(id) && rulesBefore.get(id) !== rulesAfter.get(id)),
    invalid,
  };
}

/** Null when the configuration is still valid as it stands; features it never knew count as not selected. */
function problemOf(
  before: Model,
  after: Model,
  selection: Readonly<Record<string, Value>>,
): { missing: string[]; conflict: Conflict | null } | null {
  const missing = Object.keys(selection).filter((id) => selection[id] !== false && !after.indexOf.has(id));
  const choices: Choice[] = [];
  for (const feature of after.features) {
    const value = selection[feature.id];
    if (value === undefined || value === false) choices.push({ feature: feature.id, value: false });
    else if (hasValue(after, feature.id, value)) choices.push({ feature: feature.id, value });
    else missing.push(`${feature.id}=${String(value)}`);
  }
  const known = choices.filter(
    (choice) => before.indexOf.has(choice.feature) || choice.value !== false || !after.indexOf.has(choice.feature),
  );
  const prepared = prepare(after);
  const literals = choices.map((choice) => choiceLiteral(prepared.encoded, choice.feature, choice.value));
  if (missing.length === 0 && solve(prepared.solver, literals)) return null;
  // The explanation speaks of what was sold, not of features that are new since.
  return { missing, conflict: openSession(after, { choices: known }).conflict() ?? openSession(after, { choices }).conflict() };
}

function hasValue(model: Model, id: string, value: Value): boolean {
  const { value: characteristic } = model.features[model.indexOf.get(id)!]!;
  if (value === true) return true;
  if (characteristic?.type === "integer")
    return typeof value === "number" && value >= characteristic.min && value <= characteristic.max;
  return characteristic?.type === "choice" && characteristic.options.includes(String(value));
}
