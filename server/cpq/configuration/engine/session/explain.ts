import type { Choice, Conflict, Explanation, Prices, Reason, Repair, Value } from "../types.ts";
import { choiceLiteral } from "../encoding/encode-model.ts";
import { type Literal, negated } from "../encoding/cnf.ts";
import { cheapest } from "./complete.ts";
import { minimalCore } from "./minimal-core.ts";
import type { Prepared } from "./prepare.ts";
import { smallestRepairs } from "./repairs.ts";
import type { SessionBasis } from "./basis.ts";

const repairLimit = 5;

/** Why `target` follows from the choices; null when it does not. */
export function explainLiteral(basis: SessionBasis, feature: string, value: Value, target: Literal): Explanation | null {
  const core = minimalCore(basis.prepared, basis.literals(), [negated(target)]);
  return core && { feature, value, choices: basis.choicesOf(core.literals), reasons: reasonsOf(basis.prepared, core.groups) };
}

/** What cannot hold together with the wanted choice (or, with null, within the choices), and the cheapest ways out. */
export function explainConflict(basis: SessionBasis, wanted: Choice | null, prices: Prices | undefined): Conflict | null {
  const { prepared } = basis;
  const fixed = wanted ? [choiceLiteral(prepared.encoded, wanted.feature, wanted.value)] : [];
  const others = basis.choices.filter((choice) => choice.feature !== wanted?.feature);
  const literals = others.map((choice) => choiceLiteral(prepared.encoded, choice.feature, choice.value));
  const core = minimalCore(prepared, literals, fixed);
  if (!core) return null;
  const blamed = new Set(core.literals);
  const before = prices && cheapest(basis.with(basis.choices), prices);
  const repairs = smallestRepairs(prepared, fixed, literals, repairLimit).map((positions): Repair => {
    const drop = positions.map((position) => others[position]!);
    const kept = others.filter((choice) => !drop.includes(choice));
    const after = cheapest(basis.with(wanted ? [...kept, wanted] : kept), prices ?? {});
    return {
      drop,
      instead: after ? drop.flatMap((choice) => replacementOf(basis, choice, after.selection)) : [],
      priceChange: prices && before && after ? after.total - before.total : null,
    };
  });
  repairs.sort((a, b) => a.drop.length - b.drop.length || compareBigint(a.priceChange ?? 0n, b.priceChange ?? 0n));
  return {
    wanted,
    choices: others.filter((_, position) => blamed.has(literals[position]!)),
    reasons: reasonsOf(prepared, core.groups),
    repairs,
  };
}

/** What stands in the place of a given-up choice: its new value, and the sibling taken instead when the group asks for one. */
function replacementOf(basis: SessionBasis, choice: Choice, selection: Readonly<Record<string, Value>>): Choice[] {
  const { model } = basis.prepared.encoded;
  const own: Choice = { feature: choice.feature, value: selection[choice.feature] ?? false };
  if (choice.value === false || own.value !== false) return [own];
  const index = model.indexOf.get(choice.feature)!;
  const group = model.groups.find((candidate) => candidate.members.includes(index) && candidate.max === 1);
  const sibling = group?.members
    .map((member) => model.features[member]!.id)
    .find((id) => id !== choice.feature && selection[id] !== undefined);
  return sibling === undefined ? [own] : [own, { feature: sibling, value: selection[sibling]! }];
}

export function reasonsOf(prepared: Prepared, groups: readonly number[]): Reason[] {
  return groups.map((group) => prepared.encoded.cnf.groups[group]!.reason);
}

function compareBigint(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
