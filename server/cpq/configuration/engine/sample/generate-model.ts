import type { Expression, FeatureJson, GroupJson, ModelJson, RuleJson } from "../types.ts";
import { type Random, randomFrom } from "./random.ts";

/** Shape of a generated catalogue model. */
export interface Shape {
  features: number;
  rules: number;
  seed: number;
  /** Largest alternative group. */
  widest?: number;
  /** 0..1: share of rules within one branch of the tree; the others tie a branch to one of a few central features. Default 0.8. */
  locality?: number;
  /** Features in one such branch, at least. Default 30; the larger, the harder the model. */
  region?: number;
}

type Draft = FeatureJson & { groups: GroupJson[] };

/**
 * A catalogue model that looks like real ones: a deep tree with many small groups and a few very wide alternatives, and sparse
 * rules: most within one branch of the tree, the others between a branch and a few central features (market, line, engine).
 * The same shape always gives the same model. Rules are kept only as far as a hundred known configurations satisfy them, so
 * that few features are dead.
 */
export function generateModel(shape: Shape): ModelJson {
  const random = randomFrom(shape.seed);
  const all: Draft[] = [];
  const parent = new Map<string, string>();
  const root = growTree(shape, random, all, parent);
  const ids = all.map((feature) => feature.id);
  const samples = sampleConfigurations(root, ids, random);
  const regions = regionsOf(ids, parent, shape.region ?? 30);
  const centre = ids.slice(1, 16);
  const rules = Array.from({ length: shape.rules }, (_, i): RuleJson => {
    for (;;) {
      const region = regions[random.below(regions.length)]!;
      const local = random.below(1000) < (shape.locality ?? 0.8) * 1000;
      const draw = (first: boolean): string => (first && !local ? random.pick(centre) : random.pick(region));
      const expression = ruleKeptBy(samples, draw, random);
      if (expression) return { id: `R${i + 1}`, expression };
    }
  });
  return { id: `sample-${shape.features}-${shape.seed}`, root, rules };
}

function growTree(shape: Shape, random: Random, all: Draft[], parent: Map<string, string>): Draft {
  const widest = shape.widest ?? 200;
  const make = (): Draft => {
    const feature: Draft = { id: `F${all.length}`, groups: [] };
    all.push(feature);
    return feature;
  };
  const root = make();
  const open = [root];
  while (all.length < shape.features) {
    // Mostly the newest features grow children: the tree becomes deep rather than flat.
    const at = random.below(4) === 0 ? random.below(open.length) : Math.max(0, open.length - 1 - random.below(30));
    const owner = open[at]!;
    if (owner.groups.length >= 3) {
      open.splice(at, 1);
      continue;
    }
    const kind = random.pick(["mandatory", "optional", "optional", "optional", "or", "alternative", "alternative"] as const);
    const wide = kind === "alternative" && random.below(60) === 0;
    const usual = 1 + random.below(kind === "mandatory" ? 3 : 6);
    const size = Math.min(shape.features - all.length, wide ? 20 + random.below(Math.max(1, widest - 20)) : usual);
    const features = Array.from({ length: size }, make);
    owner.groups.push({ kind, features });
    for (const feature of features) {
      parent.set(feature.id, owner.id);
      if (!wide || random.below(10) === 0) open.push(feature);
    }
  }
  return root;
}

const samplesTaken = 100;

/** Configurations of the bare tree, each preferring what the earlier ones have shown least. One byte per sample and feature. */
function sampleConfigurations(root: Draft, ids: readonly string[], random: Random): ReadonlyMap<string, Uint8Array> {
  const taken = new Map(ids.map((id) => [id, new Uint8Array(samplesTaken)]));
  const shown = new Map<string, number>();
  const take = (feature: FeatureJson, sample: number): void => {
    taken.get(feature.id)![sample] = 1;
    shown.set(feature.id, (shown.get(feature.id) ?? 0) + 1);
    for (const group of feature.groups ?? []) {
      const least = group.features.reduce((a, b) => ((shown.get(b.id) ?? 0) < (shown.get(a.id) ?? 0) ? b : a));
      for (const child of group.features) {
        const also = group.kind !== "alternative" && random.below(2) === 0;
        const asked = group.kind === "mandatory" || (group.kind !== "optional" && child === least);
        if (asked || also) take(child, sample);
      }
    }
  };
  for (let sample = 0; sample < samplesTaken; sample++) take(root, sample);
  return taken;
}

/** Branches of the tree with some dozens of features, as lists of ids. */
function regionsOf(ids: readonly string[], parent: ReadonlyMap<string, string>, least: number): string[][] {
  const below = new Map<string, string[]>();
  const regions: string[][] = [];
  for (const id of [...ids].reverse()) {
    const own = [...(below.get(id) ?? []), id];
    below.delete(id);
    const up = parent.get(id);
    if (own.length >= least || up === undefined) regions.push(own);
    else below.set(up, [...(below.get(up) ?? []), ...own]);
  }
  return regions.filter((region) => region.length >= 6 || regions.length === 1);
}

/** A random rule, or null when one of the samples would break it. */
function ruleKeptBy(
  samples: ReadonlyMap<string, Uint8Array>,
  draw: (first: boolean) => string,
  random: Random,
): Expression | null {
  const condition = Array.from({ length: 1 + random.below(2) }, (_, i) => draw(i === 0));
  const outcome = Array.from({ length: 1 + random.below(random.below(8) === 0 ? 12 : 3) }, () => draw(false));
  const signs = outcome.map(() => random.below(5) > 0);
  if (outcome.some((id) => condition.includes(id))) return null;
  let applied = 0;
  for (let sample = 0; sample < samplesTaken; sample++) {
    if (condition.some((id) => samples.get(id)![sample] === 0)) continue;
    if (!outcome.some((id, i) => (samples.get(id)![sample] === 1) === signs[i])) return null;
    applied++;
  }
  if (applied === 0) return null;
  const literal = (id: string, positive: boolean): Expression =>
    positive ? { op: "selected", feature: id } : { op: "not", of: { op: "selected", feature: id } };
  return {
    op: "implies",
    left: { op: "and", of: condition.map((id) => literal(id, true)) },
    right: { op: "or", of: outcome.map((id, i) => literal(id, signs[i]!)) },
  };
}
