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

/**
 * A catalogue model that looks like real ones: a deep tree with many small groups and a few very wide alternatives, and sparse
 * rules: most within one branch of the tree, the others between a branch and a few central features (market, line, engine). The same shape always gives the same model. It is never void: rules are kept only as
 * far as one known configuration satisfies them.
 */
export function generateModel(shape: Shape): ModelJson {
  const random = randomFrom(shape.seed);
  const widest = shape.widest ?? 200;
  const ids: string[] = [];
  const taken = new Set<string>();
  const make = (): FeatureJson & { groups: GroupJson[] } => {
    const feature = { id: `F${ids.length}`, groups: [] as GroupJson[] };
    ids.push(feature.id);
    return feature;
  };
  const root = make();
  const parent = new Map<string, string>();
  const open = [{ feature: root, depth: 0, taken: true }];
  taken.add(root.id);
  while (ids.length < shape.features) {
    // Mostly the newest features grow children: the tree becomes deep rather than flat.
    const at = random.below(4) === 0 ? random.below(open.length) : Math.max(0, open.length - 1 - random.below(30));
    const owner = open[at]!;
    if (owner.feature.groups.length >= 3) {
      open.splice(at, 1);
      continue;
    }
    const kind = random.pick(["mandatory", "optional", "optional", "optional", "or", "alternative", "alternative"] as const);
    const wide = kind === "alternative" && random.below(60) === 0;
    const size = Math.min(
      shape.features - ids.length,
      wide ? 20 + random.below(widest - 20) : 1 + random.below(kind === "mandatory" ? 3 : 6),
    );
    const features = Array.from({ length: size }, make);
    owner.feature.groups.push({ kind, features });
    const favourite = random.below(size);
    features.forEach((feature, i) => {
      parent.set(feature.id, owner.feature.id);
      const chosen = owner.taken && (kind === "mandatory" || (kind === "optional" ? random.below(2) === 0 : i === favourite));
      if (chosen) taken.add(feature.id);
      if (!wide || random.below(10) === 0) open.push({ feature, depth: owner.depth + 1, taken: chosen });
    });
  }
  const regions = regionsOf(ids, parent, shape.region ?? 30);
  const centre = ids.slice(1, 16);
  const rules = Array.from({ length: shape.rules }, (_, i): RuleJson => {
    const region = regions[random.below(regions.length)]!;
    const local = random.below(1000) < (shape.locality ?? 0.8) * 1000;
    const draw = (first: boolean): string => (first && !local ? random.pick(centre) : random.pick(region));
    return { id: `R${i + 1}`, expression: ruleOf(draw, taken, random) };
  });
  return { id: `sample-${shape.features}-${shape.seed}`, root, rules };
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

/** A rule that the known configuration satisfies. */
function ruleOf(draw: (first: boolean) => string, taken: ReadonlySet<string>, random: Random): Expression {
  const literal = (id: string, positive: boolean): Expression =>
    positive ? { op: "selected", feature: id } : { op: "not", of: { op: "selected", feature: id } };
  for (;;) {
    const condition = Array.from({ length: 1 + random.below(2) }, (_, i) => draw(i === 0));
    const outcome = Array.from({ length: 1 + random.below(random.below(8) === 0 ? 12 : 3) }, () => draw(false));
    const signs = outcome.map(() => random.below(5) > 0);
    const applies = condition.every((id) => taken.has(id));
    if (applies && !outcome.some((id, i) => taken.has(id) === signs[i])) continue;
    return {
      op: "implies",
      left: { op: "and", of: condition.map((id) => literal(id, true)) },
      right: { op: "or", of: outcome.map((id, i) => literal(id, signs[i]!)) },
    };
  }
}
