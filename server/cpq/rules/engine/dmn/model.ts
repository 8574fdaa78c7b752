/** A DMN model as plain data: what the XML says and nothing it draws. */
export interface Model {
  namespace: string;
  name: string;
  imports: readonly ImportedModel[];
  types: readonly ItemDefinition[];
  inputs: readonly InputData[];
  decisions: readonly Decision[];
  knowledge: readonly Knowledge[];
  services: readonly Service[];
}
export interface ImportedModel {
  name: string;
  namespace: string;
  importType?: string;
}
export interface ItemDefinition {
  name: string;
  typeRef?: string;
  isCollection?: boolean;
  /** Unary tests each value (each element of a collection) must pass. */
  allowedValues?: string;
  /** Unary tests the whole value must pass (DMN 1.5). */
  typeConstraint?: string;
  components?: readonly ItemDefinition[];
  function?: { result?: string; parameters: readonly TypedName[] };
}
export interface TypedName {
  name: string;
  typeRef?: string;
}
export interface InputData extends TypedName {
  id: string;
}
/** What an element builds on: `#id` or `namespace#id`. */
export interface Requirement {
  kind: "input" | "decision" | "knowledge";
  href: string;
}
export interface Decision extends TypedName {
  id: string;
  question?: string;
  allowedAnswers?: string;
  requirements: readonly Requirement[];
  logic?: Expression;
}
export interface Knowledge extends TypedName {
  id: string;
  requirements: readonly Requirement[];
  logic?: FunctionExpression;
}
export interface Service extends TypedName {
  id: string;
  outputs: readonly string[];
  encapsulated: readonly string[];
  inputDecisions: readonly string[];
  inputs: readonly string[];
}

interface Common {
  id?: string;
  typeRef?: string;
}
export interface FunctionExpression extends Common {
  kind: "function";
  language: "FEEL" | "Java" | "PMML";
  parameters: readonly TypedName[];
  body?: Expression;
}
export interface TableExpression extends Common {
  kind: "table";
  hitPolicy: HitPolicy;
  aggregation?: Aggregation;
  inputs: readonly TableInput[];
  outputs: readonly TableOutput[];
  annotations: readonly string[];
  rules: readonly TableRule[];
}
export type HitPolicy = "UNIQUE" | "FIRST" | "PRIORITY" | "ANY" | "COLLECT" | "RULE ORDER" | "OUTPUT ORDER";
export type Aggregation = "SUM" | "COUNT" | "MIN" | "MAX";
export interface TableInput {
  id?: string;
  label?: string;
  expression: string;
  typeRef?: string;
  allowed?: string;
}
export interface TableOutput {
  id?: string;
  name?: string;
  label?: string;
  typeRef?: string;
  /** Also the order of PRIORITY and OUTPUT ORDER: first is highest. */
  allowed?: string;
  otherwise?: string;
}
export interface TableRule {
  id?: string;
  tests: readonly string[];
  outputs: readonly string[];
  annotations?: readonly string[];
}
export type Expression =
  | (Common & { kind: "literal"; text: string; language?: string })
  | TableExpression
  | (Common & { kind: "context"; entries: readonly { name?: string; typeRef?: string; value: Expression }[] })
  | (Common & { kind: "invocation"; callee: Expression; bindings: readonly (TypedName & { value?: Expression })[] })
  | FunctionExpression
  | (Common & { kind: "relation"; columns: readonly TypedName[]; rows: readonly (readonly Expression[])[] })
  | (Common & { kind: "list"; items: readonly Expression[] })
  | (Common & { kind: "conditional"; condition: Expression; whenTrue: Expression; whenFalse: Expression })
  | (Common & { kind: "filter"; in: Expression; match: Expression })
  | (Common & { kind: "for" | "some" | "every"; variable: string; in: Expression; inType?: string; body: Expression });
