import type { Attribute, Characteristic, Expression, ModelJson } from "../types.ts";

/** One feature of an indexed model; instances of a repeated subtree are features of their own. */
export interface Feature {
  index: number;
  id: string;
  name: string;
  parent: number;
  /** The characteristic, or the quantity as an integer from 1. */
  value: Characteristic | null;
  /** True when `value` counts instances; not selected is then the quantity 0. */
  quantity: boolean;
  /** A quantity that may be 0 even in a mandatory group. */
  startsAtZero: boolean;
  attributes: Readonly<Record<string, Attribute>>;
  /** Where this feature is the k-th instance of another: it is selected when that one's quantity is at least k. */
  instance: { of: number; ordinal: number } | null;
  /** Copies of this feature inside instances: it is selected when any of them is. */
  copies: readonly number[];
}

export interface Group {
  parent: number;
  kind: "mandatory" | "optional" | "or" | "alternative" | "cardinality";
  min: number;
  max: number;
  members: readonly number[];
}

export interface Rule {
  id: string;
  text: string;
  expression: Expression;
  path: string;
}

/** A checked and indexed model: parents come before children, the root is feature 0. */
export interface Model {
  json: ModelJson;
  features: readonly Feature[];
  indexOf: ReadonlyMap<string, number>;
  groups: readonly Group[];
  rules: readonly Rule[];
}
