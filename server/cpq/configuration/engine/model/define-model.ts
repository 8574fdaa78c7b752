import type { Characteristic, Expression, FeatureJson, GroupJson, ModelJson } from "../types.ts";
import { describeExpression } from "./describe-expression.ts";
import type { Feature, Group, Model, Rule } from "./model.ts";
import { ModelError } from "./model-error.ts";
import { checkExpression } from "./check-expression.ts";

const featureLimit = 200_000;

/**
 * Checks a model and indexes it for sessions and publishing. Repeated subtrees are unfolded: instance k of `Port` is the
 * feature `Port[k]`, with children such as `Cable[k]`. Throws ModelError naming the path of what is wrong.
 */
export function defineModel(json: ModelJson): Model {
  const features: Feature[] = [];
  const groups: Group[] = [];
  const indexOf = new Map<string, number>();

  const add = (source: FeatureJson, id: string, parent: number, path: string): Feature => {
    if (typeof id !== "string" || id === "") throw new ModelError("model.id_missing", "a feature needs an id", { path });
    if (indexOf.has(id))
      throw new ModelError("model.id_repeated", `the feature "${id}" is declared twice; ids are unique`, { path });
    if (features.length >= featureLimit) {
      throw new ModelError("model.too_large", `more than ${featureLimit} features once instances are unfolded`, { path });
    }
    const value = checkCharacteristic(source, path);
    const feature: Feature = {
      index: features.length,
      id,
      name: source.name ?? id,
      parent,
      value,
      quantity: source.quantity !== undefined,
      startsAtZero: source.quantity?.min === 0,
      attributes: source.attributes ?? {},
      instance: null,
      copies: [],
    };
    indexOf.set(id, feature.index);
    features.push(feature);
    return feature;
  };

  /** `suffix` is the instance path ("[2]"); the ids inside an instance carry it. */
  const walk = (source: FeatureJson, suffix: string, parent: number, path: string): number => {
    const feature = add(source, source.id + suffix, parent, path);
    if (source.quantity && source.groups?.length) {
      const { max } = source.quantity;
      const below = collectIds(source.groups);
      for (let ordinal = 1; ordinal <= max; ordinal++) {
        const { quantity: _, ...single } = source;
        const inner = walk(single, `${suffix}[${ordinal}]`, feature.index, path);
        features[inner] = { ...features[inner]!, instance: { of: feature.index, ordinal } };
      }
      features[feature.index] = { ...feature, attributes: {} };
      for (const id of below) {
        const copies = Array.from({ length: max }, (_, k) => indexOf.get(`${id}${suffix}[${k + 1}]`)!);
        const any = add({ id }, id + suffix, feature.index, path);
        features[any.index] = { ...any, copies };
      }
      return feature.index;
    }
    (source.groups ?? []).forEach((group, g) => {
      const at = `${path}.groups[${g}]`;
      if (!Array.isArray(group.features)) throw new ModelError("model.group_shape", "a group needs its features", { path: at });
      const members = group.features.map((child: FeatureJson, c: number) =>
        walk(child, suffix, feature.index, `${at}.features[${c}]`),
      );
      groups.push(asGroup(group, feature.index, members, at));
    });
    return feature.index;
  };

  if (!json?.root) throw new ModelError("model.root_missing", "a model needs a root feature", { path: "root" });
  walk(json.root, "", -1, "root");
  const model = { json, features, indexOf, groups, rules: [] as Rule[] };
  const seen = new Set<string>();
  for (const [position, rule] of (json.rules ?? []).entries()) {
    const path = `rules[${position}]`;
    if (!rule.id || seen.has(rule.id))
      throw new ModelError("model.rule_id", `each rule needs its own id, got "${rule.id}"`, { path });
    seen.add(rule.id);
    checkExpression(rule.expression as Expression, model, `${path}.expression`);
    model.rules.push({ id: rule.id, text: rule.text ?? describeExpression(rule.expression), expression: rule.expression, path });
  }
  return model;
}

function asGroup(group: GroupJson, parent: number, members: number[], path: string): Group {
  const n = members.length;
  const bounds = {
    mandatory: [n, n],
    optional: [0, n],
    or: [1, n],
    alternative: [1, 1],
    cardinality: group.kind === "cardinality" ? [group.min, group.max] : [0, 0],
  }[group.kind];
  if (!bounds) throw new ModelError("model.group_kind", `unknown group kind "${(group as { kind: string }).kind}"`, { path });
  const [min, max] = bounds as [number, number];
  if (!Number.isInteger(min) || !Number.isInteger(max) || min < 0 || max < min) {
    throw new ModelError("model.group_bounds", `a group takes from min to max with 0 <= min <= max, got ${min}..${max}`, {
      path,
    });
  }
  return { parent, kind: group.kind, min, max: Math.min(max, n), members };
}

function collectIds(groups: readonly GroupJson[]): string[] {
  return groups.flatMap((group) => group.features.flatMap((child) => [child.id, ...collectIds(child.groups ?? [])]));
}

function checkCharacteristic(source: FeatureJson, path: string): Characteristic | null {
  if (source.quantity && source.value) {
    throw new ModelError("model.value_and_quantity", `"${source.id}" has both a quantity and a value; move one to a child`, {
      path,
    });
  }
  if (source.quantity) {
    const { min, max } = source.quantity;
    if (!Number.isInteger(min) || !Number.isInteger(max) || min < 0 || max < min || max < 1 || max > 1000) {
      throw new ModelError("model.quantity", `a quantity goes from min to max within 0..1000, got ${min}..${max}`, { path });
    }
    return { type: "integer", min: Math.max(1, min), max };
  }
  const value = source.value;
  if (!value) return null;
  if (value.type === "integer") {
    const { min, max } = value;
    if (!Number.isSafeInteger(min) || !Number.isSafeInteger(max) || max < min || max - min >= 10_000) {
      throw new ModelError(
        "model.integer_range",
        `an integer goes from min to max over at most 10,000 values, got ${min}..${max}`,
        { path },
      );
    }
    return value;
  }
  if (value.type === "choice" && value.options.length > 0 && new Set(value.options).size === value.options.length) return value;
  throw new ModelError("model.options", `"${source.id}" needs distinct options, at least one`, { path });
}
