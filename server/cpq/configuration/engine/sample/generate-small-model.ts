import type { Comparison, Expression, FeatureJson, GroupJson, ModelJson, Term, Value } from "../types.ts";
import { type Random, randomFrom } from "./random.ts";

type Draft = FeatureJson & { groups: GroupJson[] };

/**
 * A small model that uses everything the language has, by seed: all group kinds, quantities over leaves and subtrees, integer and
 * choice characteristics, attributes, tables and arithmetic. Some come out void; that is part of the test.
 */
export function generateSmallModel(seed: number, features = 9): ModelJson {
  const random = randomFrom(seed);
  const all: Draft[] = [];
  const make = (): Draft => {
    const feature: Draft = { id: `F${all.length}`, groups: [] };
    if (random.below(4) === 0) feature.attributes = { weight: random.below(7) - 2 };
    all.push(feature);
    return feature;
  };
  const root = make();
  while (all.length < features) {
    const owner = random.pick(all);
    const size = 1 + random.below(3);
    const kind = random.pick(["mandatory", "optional", "or", "alternative", "cardinality"] as const);
    const members = Array.from({ length: size }, make);
    if (kind !== "cardinality") owner.groups.push({ kind, features: members });
    else {
      const min = random.below(size + 1);
      owner.groups.push({ kind, min, max: min + random.below(size + 1 - min), features: members });
    }
  }
  const repeated = new Set<string>();
  for (const feature of all.slice(1)) {
    const dice = random.below(10);
    if (dice === 0) feature.value = { type: "integer", min: random.below(3) - 1, max: 2 };
    else if (dice === 1) feature.value = { type: "choice", options: ["a", "b", "c"].slice(0, 1 + random.below(3)) };
    else if (dice === 2 && feature.groups.length === 0) feature.quantity = { min: random.below(3), max: 2 + random.below(2) };
    else if (dice === 3 && feature.groups.length > 0 && repeated.size === 0) {
      feature.quantity = { min: random.below(2), max: 2 };
      for (const id of below(feature)) repeated.add(id);
    }
  }
  // Characteristics inside a repeated branch would belong to each instance; rules about them would be ambiguous.
  const usable = all.filter((feature) => !repeated.has(feature.id));
  for (const feature of all) {
    if (!repeated.has(feature.id)) continue;
    delete feature.value;
    delete feature.quantity;
    delete feature.attributes;
  }
  for (const feature of all) if (feature.quantity && feature.groups.length > 0) delete feature.attributes;
  const rules = Array.from({ length: random.below(5) }, (_, i) => ({
    id: `R${i + 1}`,
    expression: expression(random, all, usable, 3),
  }));
  return { id: `small-${seed}`, root, rules };
}

function below(feature: FeatureJson): string[] {
  return (feature.groups ?? []).flatMap((group) => group.features.flatMap((child) => [child.id, ...below(child)]));
}

function expression(random: Random, all: readonly Draft[], usable: readonly Draft[], depth: number): Expression {
  const id = (): string => random.pick(all).id;
  const inner = (): Expression => expression(random, all, usable, depth - 1);
  if (depth === 0) return { op: "selected", feature: id() };
  switch (random.below(10)) {
    case 0:
      return { op: "not", of: inner() };
    case 1:
      return { op: "and", of: [inner(), inner()] };
    case 2:
      return { op: "or", of: [inner(), inner(), inner()] };
    case 3:
      return { op: "implies", left: inner(), right: inner() };
    case 4:
      return { op: "iff", left: inner(), right: inner() };
    case 5:
      return { op: "requires", feature: id(), needs: [id(), id()] };
    case 6:
      return { op: "excludes", features: [...new Set([id(), id(), id()])] };
    case 7:
      return table(random, usable);
    case 8:
      return {
        op: "compare",
        cmp: random.pick<Comparison>(["==", "!=", "<", "<=", ">", ">="]),
        left: term(random, usable, 2),
        right: term(random, usable, 1),
      };
    default:
      return { op: "selected", feature: id() };
  }
}

function table(random: Random, usable: readonly Draft[]): Expression {
  const columns = [random.pick(usable), random.pick(usable)].filter((feature, i, list) => list.indexOf(feature) === i);
  const cell = (feature: Draft): Value | null => {
    if (random.below(4) === 0) return null;
    if (random.below(3) === 0) return random.below(2) === 0;
    if (feature.value?.type === "choice") return random.pick(feature.value.options);
    if (feature.value?.type === "integer") return random.pick([feature.value.min, feature.value.max]);
    return feature.quantity ? feature.quantity.max : true;
  };
  return {
    op: "table",
    columns: columns.map((feature) => feature.id),
    rows: Array.from({ length: 1 + random.below(3) }, () => columns.map(cell)),
  };
}

function term(random: Random, usable: readonly Draft[], depth: number): Term {
  const numeric = usable.filter((feature) => feature.value?.type !== "choice");
  const weighted = usable.filter((feature) => feature.attributes);
  const dice = random.below(depth === 0 ? 3 : 7);
  if (dice === 1 || numeric.length === 0) return { op: "number", value: random.pick(["0", "1", "2.5", "4"]) };
  if (dice === 2 && weighted.length > 0) return { op: "attribute", feature: random.pick(weighted).id, attribute: "weight" };
  if (dice <= 2) return { op: "value", feature: random.pick(numeric).id };
  if (dice === 3)
    return weighted.length > 0
      ? { op: "sum", attribute: "weight" }
      : { op: "count", features: numeric.slice(0, 3).map((feature) => feature.id) };
  const inner = (): Term => term(random, usable, depth - 1);
  if (dice === 6 && random.below(2) === 0) return { op: "divide", left: inner(), right: { op: "number", value: "2" } };
  return { op: random.pick(["add", "subtract", "multiply"] as const), left: inner(), right: inner() };
}
