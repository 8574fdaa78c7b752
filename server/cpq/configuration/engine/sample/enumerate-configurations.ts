import { add, compare, divide, multiply, parseDecimal, type Rational, rational, subtract, zero } from "#platform/rational.ts";
import type { Expression, FeatureJson, GroupJson, ModelJson, Term, Value } from "../types.ts";

/** One valid configuration: selected features with their values. */
export type Configuration = Map<string, Value>;

/**
 * Every valid configuration of a small model, straight from the meaning of trees and rules and without any formula: the judge of
 * the encoding in tests. Not for models of more than some ten thousand configurations.
 */
export function enumerateConfigurations(model: ModelJson): Configuration[] {
  return [...underFeature(model.root, "")].filter((configuration) =>
    (model.rules ?? []).every((rule) => holds(rule.expression, configuration, model)),
  );
}

function* underFeature(feature: FeatureJson, suffix: string): Generator<Configuration> {
  const id = feature.id + suffix;
  if (feature.quantity && feature.groups?.length) {
    for (let n = Math.max(1, feature.quantity.min); n <= feature.quantity.max; n++) {
      const { quantity: _, ...single } = feature;
      for (const instances of product(Array.from({ length: n }, (_, k) => () => underFeature(single, `${suffix}[${k + 1}]`)))) {
        const all: Configuration = new Map([[id, n], ...instances.flatMap((instance) => [...instance])]);
        // A child stands for "in any instance".
        for (const child of idsIn(feature.groups))
          if (range(n).some((k) => all.has(`${child}${suffix}[${k + 1}]`))) all.set(child + suffix, true);
        yield all;
      }
    }
    return;
  }
  const values: Value[] = feature.quantity
    ? range(feature.quantity.max)
        .map((k) => k + 1)
        .filter((n) => n >= feature.quantity!.min)
    : feature.value?.type === "integer"
      ? range(feature.value.max - feature.value.min + 1).map((k) => k + (feature.value as { min: number }).min)
      : [...(feature.value?.options ?? [true])];
  for (const below of product((feature.groups ?? []).map((group) => () => underGroup(group, suffix)))) {
    for (const value of values) yield new Map<string, Value>([[id, value], ...below.flatMap((part) => [...part])]);
  }
}

function* underGroup(group: GroupJson, suffix: string): Generator<Configuration> {
  const n = group.features.length;
  const [min, max] = { mandatory: [n, n], optional: [0, n], or: [1, n], alternative: [1, 1], cardinality: [0, 0] }[
    group.kind
  ] as [number, number];
  const low = group.kind === "cardinality" ? group.min : min;
  const high = group.kind === "cardinality" ? group.max : max;
  const free = (feature: FeatureJson): boolean => group.kind === "mandatory" && feature.quantity?.min === 0;
  for (let subset = 0; subset < 2 ** n; subset++) {
    const taken = group.features.filter((_, i) => subset & (1 << i));
    const missing = group.features.filter((_, i) => !(subset & (1 << i)));
    if (group.kind === "mandatory" ? missing.some((feature) => !free(feature)) : taken.length < low || taken.length > high)
      continue;
    for (const parts of product(taken.map((feature) => () => underFeature(feature, suffix))))
      yield new Map(parts.flatMap((part) => [...part]));
  }
}

function* product<T>(sources: readonly (() => Iterable<T>)[]): Generator<T[]> {
  const [first, ...rest] = sources;
  if (!first) {
    yield [];
    return;
  }
  for (const head of first()) for (const tail of product(rest)) yield [head, ...tail];
}

const range = (n: number): number[] => Array.from({ length: n }, (_, k) => k);

function idsIn(groups: readonly GroupJson[]): string[] {
  return groups.flatMap((group) => group.features.flatMap((feature) => [feature.id, ...idsIn(feature.groups ?? [])]));
}

/** Whether a rule holds in a configuration. */
export function holds(node: Expression, configuration: Configuration, model: ModelJson): boolean {
  const on = (part: Expression): boolean => holds(part, configuration, model);
  switch (node.op) {
    case "selected":
      return configuration.has(node.feature);
    case "constant":
      return node.value;
    case "not":
      return !on(node.of);
    case "and":
      return node.of.every(on);
    case "or":
      return node.of.some(on);
    case "implies":
      return !on(node.left) || on(node.right);
    case "iff":
      return on(node.left) === on(node.right);
    case "requires":
      return !configuration.has(node.feature) || node.needs.every((id) => configuration.has(id));
    case "excludes":
      return node.features.filter((id) => configuration.has(id)).length <= 1;
    case "table":
      return node.rows.some((row) =>
        row.every((cell, i) => {
          const own = configuration.get(node.columns[i]!) ?? false;
          return cell === null || (cell === true ? own !== false : own === cell);
        }),
      );
    case "compare": {
      if (node.right.op === "text" && node.left.op === "value")
        return (configuration.get(node.left.feature) === node.right.value) === (node.cmp === "==");
      const order = compare(termValue(node.left, configuration, model), termValue(node.right, configuration, model));
      return { "==": order === 0, "!=": order !== 0, "<": order < 0, "<=": order <= 0, ">": order > 0, ">=": order >= 0 }[
        node.cmp
      ];
    }
  }
}

function termValue(term: Term, configuration: Configuration, model: ModelJson): Rational {
  const both = (by: (a: Rational, b: Rational) => Rational, node: { left: Term; right: Term }): Rational =>
    by(termValue(node.left, configuration, model), termValue(node.right, configuration, model));
  const amount = (id: string): Rational => {
    const value = configuration.get(id);
    return typeof value === "number" ? rational(BigInt(value)) : value === undefined ? zero : rational(1n);
  };
  switch (term.op) {
    case "number":
      return parseDecimal(String(term.value));
    case "text":
      throw new Error("a text is not a number");
    case "value":
      return amount(term.feature);
    case "attribute":
      return attributeOf(model.root, term.feature, term.attribute, configuration);
    case "sum":
      return idsIn([{ kind: "mandatory", features: [model.root] }]).reduce(
        (sum, id) => add(sum, attributeOf(model.root, id, term.attribute, configuration)),
        zero,
      );
    case "count":
      return rational(BigInt(term.features.filter((id) => configuration.has(id)).length));
    case "add":
      return both(add, term);
    case "subtract":
      return both(subtract, term);
    case "multiply":
      return both(multiply, term);
    case "divide":
      return both(divide, term);
  }
}

function attributeOf(root: FeatureJson, id: string, attribute: string, configuration: Configuration): Rational {
  const find = (feature: FeatureJson): FeatureJson | undefined =>
    feature.id === id
      ? feature
      : (feature.groups ?? []).flatMap((group) => group.features.map(find)).find((found) => found !== undefined);
  const feature = find(root);
  const value = feature?.attributes?.[attribute];
  if (value === undefined || !feature) return zero;
  const own = configuration.get(id);
  if (own === undefined) return zero;
  return multiply(parseDecimal(String(value)), feature.quantity ? rational(BigInt(own as number)) : rational(1n));
}
