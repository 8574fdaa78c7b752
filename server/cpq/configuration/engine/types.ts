/**
 * The words of the configuration engine. A *model* says what can be sold together; a *session* is one customer's
 * choices on it. Pure data in, pure data out: the same code runs on the server and in the browser.
 *
 *   const model = defineModel({ id: "router", root: { id: "Router", groups: [...] }, rules: [...] });
 *   const session = openSession(model);
 *   session.choose("Fibre", true);      // { accepted: true } or { accepted: false, conflict } and nothing changed
 *   session.state().features.Antenna;   // { status: "excluded", forced: true, why: "choices", ... }
 *   session.explain("Antenna");         // the smallest set of choices and rules that forces it
 *   session.complete({ Router: 9900n });// the cheapest valid configuration that keeps every choice
 */

/** What a feature may be set to: selected or not, or the value of its characteristic or quantity. */
export type Value = boolean | number | string;

/** A constant of a feature. Arithmetic reads numbers, and texts such as "0.125", as exact decimals. */
export type Attribute = string | number | boolean | readonly Attribute[] | { readonly [name: string]: Attribute };

/** A typed characteristic; it has a value exactly when its feature is selected. */
export type Characteristic = { type: "integer"; min: number; max: number } | { type: "choice"; options: readonly string[] };

export interface FeatureJson {
  id: string;
  /** What people read; defaults to the id. */
  name?: string;
  /** How many instances may be taken (feature cardinality). Over a subtree, each instance is configured on its own. */
  quantity?: { min: number; max: number };
  value?: Characteristic;
  /** Constants used by arithmetic rules, e.g. { weight: 12 }. */
  attributes?: Readonly<Record<string, Attribute>>;
  groups?: readonly GroupJson[];
}

/** Children of a feature. "mandatory": all; "optional": any; "or": 1..n; "alternative": exactly 1; "cardinality": min..max. */
export type GroupJson =
  | { kind: "mandatory" | "optional" | "or" | "alternative"; features: readonly FeatureJson[] }
  | { kind: "cardinality"; min: number; max: number; features: readonly FeatureJson[] };

/** A named business rule. Its id appears in explanations. */
export interface RuleJson {
  id: string;
  /** The sentence shown to people; defaults to the rule written out. */
  text?: string;
  expression: Expression;
}

export type Comparison = "==" | "!=" | "<" | "<=" | ">" | ">=";

export type Expression =
  | { op: "selected"; feature: string }
  | { op: "constant"; value: boolean }
  | { op: "not"; of: Expression }
  | { op: "and" | "or"; of: readonly Expression[] }
  | { op: "implies" | "iff"; left: Expression; right: Expression }
  | { op: "requires"; feature: string; needs: readonly string[] }
  /** At most one of these. */
  | { op: "excludes"; features: readonly string[] }
  /** Only these rows are allowed; null in a cell means anything. A row's cell for a plain feature is true or false. */
  | { op: "table"; columns: readonly string[]; rows: readonly (readonly (Value | null)[])[] }
  | { op: "compare"; cmp: Comparison; left: Term; right: Term };

/** Exact arithmetic. What is not selected counts 0. */
export type Term =
  | { op: "number"; value: number | string }
  /** A text constant, only to compare with a "choice" characteristic. */
  | { op: "text"; value: string }
  /** The value of a characteristic, or the quantity of a feature (0 or 1 for a plain one). */
  | { op: "value"; feature: string }
  | { op: "attribute"; feature: string; attribute: string }
  /** Sum of an attribute over every selected feature that has it, or only those under one feature. */
  | { op: "sum"; attribute: string; under?: string }
  /** How many of these are selected. */
  | { op: "count"; features: readonly string[] }
  | { op: "add" | "subtract" | "multiply" | "divide"; left: Term; right: Term };

export interface ModelJson {
  id: string;
  version?: string;
  root: FeatureJson;
  rules?: readonly RuleJson[];
}

export interface Choice {
  feature: string;
  value: Value;
}

/** Why something holds: a business rule, or the structure of the product itself. */
export interface Reason {
  id: string;
  kind: "rule" | "structure";
  text: string;
  features: readonly string[];
}

export interface FeatureState {
  status: "selected" | "excluded" | "open";
  /** True when the customer has no say any more: the opposite cannot be completed. A choice itself is not "forced". */
  forced: boolean;
  /** "choice": the customer said so; "choices": follows from choices; "model": true in every valid configuration; null: open. */
  why: "choice" | "choices" | "model" | null;
  /** For characteristics and quantities: the values that can still be completed; the value once only one is left. */
  values?: readonly (number | string)[];
  value?: number | string;
}

export interface SessionState {
  /** False only for a session opened on stored choices that contradict the model. */
  consistent: boolean;
  /** True when nothing is open any more. */
  complete: boolean;
  engine: EngineName;
  choices: readonly Choice[];
  features: Readonly<Record<string, FeatureState>>;
}

export type EngineName = "circuit" | "sat";

/** Subset-minimal: leave out any one choice or reason and the conclusion no longer follows. */
export interface Explanation {
  feature: string;
  value: Value;
  choices: readonly Choice[];
  reasons: readonly Reason[];
}

export interface Repair {
  /** Choices to give up, fewest first. */
  drop: readonly Choice[];
  /** What the given-up choices become in the cheapest completion, e.g. Copper true -> false and Fibre true. */
  instead: readonly Choice[];
  /** Price of the cheapest completion after the repair less the one before, minor units; null without prices. */
  priceChange: bigint | null;
}

/** Choices and reasons that cannot hold together (subset-minimal), with the cheapest ways out. */
export interface Conflict {
  wanted: Choice | null;
  choices: readonly Choice[];
  reasons: readonly Reason[];
  repairs: readonly Repair[];
}

export type ChooseResult = { accepted: true } | { accepted: false; conflict: Conflict };

/** Minor units per feature; "Feature=value" prices one value of a characteristic; a quantity pays per instance. May be negative. */
export type Prices = Readonly<Record<string, bigint>>;

export interface Completion {
  /** Every selected feature: true, or its value. */
  selection: Readonly<Record<string, Value>>;
  total: bigint;
  /** What was added to the choices to reach a valid configuration. */
  added: readonly string[];
}

export interface Session {
  /** Adds or replaces one choice. Refused with its conflict, and nothing changed, when it cannot be completed. */
  choose(feature: string, value: Value, prices?: Prices): ChooseResult;
  /** Takes a choice back, whenever it was made. Unknown or unmade choices are no error. */
  retract(feature: string): void;
  /** Takes every choice back. */
  clear(): void;
  /** Drops the choices of a repair, then makes the wanted choice. */
  repair(conflict: Conflict, repair: Repair): ChooseResult;
  state(): SessionState;
  feature(feature: string): FeatureState;
  /** Why the feature (or one value of it) is what it is now; null when it is open or a free choice. */
  explain(feature: string, value?: Value): Explanation | null;
  /** What a choice would contradict, with ranked repairs; null when it is possible. Without arguments: the session's own conflict. */
  conflict(feature?: string, value?: Value, prices?: Prices): Conflict | null;
  /** The cheapest valid configuration that keeps every choice; fewest features at equal price. Null when none exists. */
  complete(prices?: Prices): Completion | null;
  /** How many valid configurations are left, exactly; null with the reason when the model was not compiled. */
  count(): { count: bigint; reason: null } | { count: null; reason: string };
}
