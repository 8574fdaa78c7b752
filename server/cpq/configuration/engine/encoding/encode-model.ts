import type { Reason, Value } from "../types.ts";
import type { Model } from "../model/model.ts";
import { ModelError } from "../model/model-error.ts";
import { boundMembers } from "./cardinality.ts";
import { addClause, type Cnf, emptyCnf, type Literal, negated, newVariable, openGroup } from "./cnf.ts";
import { orGate } from "./gates.ts";
import { assertExpression } from "./logic.ts";
import { encodeValues, type OrderedValues } from "./values.ts";
import { vocabularyOf } from "./vocabulary.ts";

/** A model as clauses, and the way back: which literal says what. */
export interface EncodedModel {
  model: Model;
  cnf: Cnf;
  /** Per feature index: the literal of "selected". */
  literals: readonly Literal[];
  values: ReadonlyMap<number, OrderedValues>;
  /** A 32-bit fingerprint of the clauses (FNV-1a). */
  fingerprint: number;
}

/** Turns a model into clauses, grouped by the reason people are shown. Models of the clauses = valid configurations, one to one. */
export function encodeModel(model: Model): EncodedModel {
  const cnf = emptyCnf();
  const literals: Literal[] = [];
  const values = new Map<number, OrderedValues>();
  const structure = (id: string, text: string, features: string[]): void =>
    openGroup(cnf, { id, kind: "structure", text, features });
  const name = (index: number): string => model.features[index]!.name;
  const id = (index: number): string => model.features[index]!.id;

  openGroup(cnf, { id: "structure:true", kind: "structure", text: "", features: [] });
  cnf.groups[0]!.clauses.push([0]);

  for (const feature of model.features) {
    const owner = feature.instance && values.get(feature.instance.of);
    if (owner) {
      // Instance k exists when the quantity reaches k; below the minimum quantity every instance exists with the first.
      const first = model.features[feature.instance!.of]!.value as { min: number };
      literals.push(owner.steps[Math.max(0, feature.instance!.ordinal - first.min)]!);
      continue;
    }
    const literal = newVariable(cnf);
    literals.push(literal);
    if (feature.value) {
      structure(`structure:value:${feature.id}`, `${feature.name} has one value when selected`, [feature.id]);
      values.set(feature.index, encodeValues(cnf, feature, literal));
    }
  }

  structure(`structure:root:${id(0)}`, `${name(0)} is always part of the configuration`, [id(0)]);
  addClause(cnf, [literals[0]!]);
  for (const feature of model.features) {
    if (feature.copies.length > 0) {
      structure(`structure:instances:${feature.id}`, `${feature.name} is selected when one of its instances is`, [feature.id]);
      const any = orGate(
        cnf,
        feature.copies.map((copy) => literals[copy]!),
      );
      addClause(cnf, [negated(literals[feature.index]!), any]);
      addClause(cnf, [literals[feature.index]!, negated(any)]);
    }
  }
  for (const group of model.groups) {
    const owner = literals[group.parent]!;
    for (const member of group.members) {
      structure(`structure:parent:${id(member)}`, `${name(member)} needs ${name(group.parent)}`, [id(member), id(group.parent)]);
      addClause(cnf, [negated(literals[member]!), owner]);
    }
    // A quantity that starts at zero may be zero even where its group says mandatory.
    const free = group.kind === "mandatory" ? group.members.filter((member) => model.features[member]!.startsAtZero) : [];
    const bound = group.members.filter((member) => !free.includes(member));
    const [min, max] = group.kind === "mandatory" ? [bound.length, bound.length] : [group.min, group.max];
    if (bound.length === 0 || (min === 0 && max >= bound.length)) continue;
    const ids = [id(group.parent), ...bound.map(id)];
    const place = `structure:group:${id(group.parent)}:${id(bound[0]!)}`;
    if (group.kind === "mandatory") {
      for (const member of bound) {
        structure(`structure:mandatory:${id(member)}`, `${name(group.parent)} needs ${name(member)}`, [
          id(group.parent),
          id(member),
        ]);
        addClause(cnf, [negated(owner), literals[member]!]);
      }
      continue;
    }
    structure(place, groupText(group.kind, name(group.parent), bound.map(name), min, max), ids);
    boundMembers(
      cnf,
      owner,
      bound.map((member) => literals[member]!),
      min,
      max,
    );
  }
  const words = vocabularyOf(model, literals, values);
  for (const rule of model.rules) {
    const reason: Reason = { id: rule.id, kind: "rule", text: rule.text, features: featuresOf(rule.expression) };
    openGroup(cnf, reason);
    assertExpression(cnf, words, rule.expression, `${rule.path}.expression`);
  }
  return { model, cnf, literals, values, fingerprint: fingerprintOf(cnf) };
}

function fingerprintOf(cnf: Cnf): number {
  let hash = 0x811c9dc5;
  for (const group of cnf.groups) {
    for (const clause of group.clauses) {
      for (const literal of clause) hash = Math.imul(hash ^ literal, 0x01000193);
      hash = Math.imul(hash ^ -1, 0x01000193);
    }
  }
  return hash | 0;
}

/** The literal of one choice. Throws ModelError when the feature is unknown or the value outside its domain. */
export function choiceLiteral(encoded: EncodedModel, featureId: string, value: Value): Literal {
  const index = encoded.model.indexOf.get(featureId);
  if (index === undefined)
    throw new ModelError("choice.unknown_feature", `there is no feature "${featureId}" in this model`, { path: featureId });
  const selected = encoded.literals[index]!;
  if (value === true) return selected;
  if (value === false || (value === 0 && encoded.model.features[index]!.quantity)) return negated(selected);
  const option = encoded.values.get(index)?.options.find((candidate) => candidate.value === value);
  if (option) return option.literal;
  throw new ModelError("choice.unknown_value", `"${featureId}" cannot be ${JSON.stringify(value)}`, { path: featureId });
}

function groupText(kind: string, parent: string, members: string[], min: number, max: number): string {
  const list = members.length > 8 ? `${members.slice(0, 8).join(", ")}, ...` : members.join(", ");
  if (kind === "or") return `${parent} needs at least one of ${list}`;
  if (kind === "alternative") return `${parent} takes exactly one of ${list}`;
  return `${parent} takes ${min} to ${max} of ${list}`;
}

function featuresOf(expression: unknown): string[] {
  const found = new Set<string>();
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) return node.forEach(visit);
    if (node === null || typeof node !== "object") return;
    for (const [key, value] of Object.entries(node)) {
      if (key === "feature" || key === "under") found.add(value as string);
      else if (key === "features" || key === "needs" || key === "columns") for (const id of value as string[]) found.add(id);
      else if (key !== "rows") visit(value);
    }
  };
  visit(expression);
  return [...found];
}
