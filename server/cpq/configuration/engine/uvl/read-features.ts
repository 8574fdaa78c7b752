import type { Attribute, Characteristic, FeatureJson, GroupJson } from "../types.ts";
import { type Constraint, readConstraint } from "./read-constraint.ts";
import type { Token } from "./scan.ts";
import type { TokenReader } from "./token-reader.ts";

const types = ["Integer", "String", "Real", "Boolean"];
const kinds = ["mandatory", "optional", "or", "alternative"] as const;

/** What the reader gathers beside the tree: where each feature is declared, and constraints written as attributes. */
export interface Gathered {
  declared: Map<string, Token>;
  constraints: Constraint[];
}

/** `Type Name cardinality [a..b] {attributes}` and, indented below, its groups. */
export function readFeature(reader: TokenReader, gathered: Gathered): FeatureJson {
  const type = types.includes(reader.peek().text) && ["name", "quoted"].includes(reader.peek(1).kind) ? reader.next() : null;
  const name = reader.name("a feature name");
  const before = gathered.declared.get(name.text);
  if (before)
    throw reader.refuse(`the feature "${name.text}" is already declared at line ${before.line}`, name, "uvl.repeated_feature");
  gathered.declared.set(name.text, name);
  const feature: FeatureJson = { id: name.text };
  if (reader.take("cardinality")) feature.quantity = readQuantity(reader);
  const attributes = reader.peek().text === "{" ? readAttributes(reader, gathered) : {};
  if (type && type.text !== "Boolean") feature.value = characteristicOf(reader, type, name.text, attributes);
  if (Object.keys(attributes).length > 0) feature.attributes = attributes;
  reader.expectKind("newline", "the end of the line after a feature");
  if (reader.takeKind("indent")) {
    const groups: GroupJson[] = [];
    while (!reader.takeKind("dedent")) groups.push(reader.deeper(() => readGroup(reader, gathered)));
    feature.groups = groups;
  }
  return feature;
}

function readGroup(reader: TokenReader, gathered: Gathered): GroupJson {
  const token = reader.peek();
  const kind = kinds.find((candidate) => candidate === token.text && token.kind === "name");
  let bounds: { min: number; max: number } | null = null;
  if (kind) reader.next();
  else if (token.text === "[") bounds = readBounds(reader);
  else throw reader.refuse(`expected mandatory, optional, or, alternative or a [min..max] group, found "${token.text}"`);
  reader.expectKind("newline", "the end of the line after a group");
  reader.expectKind("indent", "the features of the group on deeper lines");
  const features: FeatureJson[] = [];
  while (!reader.takeKind("dedent")) features.push(readFeature(reader, gathered));
  if (kind) return { kind, features };
  const max = bounds!.max === Number.POSITIVE_INFINITY ? features.length : bounds!.max;
  if (max < bounds!.min) throw reader.refuse("the upper bound is below the lower bound", token);
  return { kind: "cardinality", min: bounds!.min, max, features };
}

function readQuantity(reader: TokenReader): { min: number; max: number } {
  const at = reader.peek();
  const { min, max } = readBounds(reader);
  if (max === Number.POSITIVE_INFINITY) {
    throw reader.refuse(
      "an unbounded feature cardinality cannot be configured exactly; give it an upper bound",
      at,
      "uvl.unbounded",
    );
  }
  if (max < min || max < 1 || max > 1000)
    throw reader.refuse(`a feature cardinality lies within 0..1000, got ${min}..${max}`, at);
  return { min, max };
}

function readBounds(reader: TokenReader): { min: number; max: number } {
  reader.expect("[", "before the bounds");
  const whole = (): number => {
    const token = reader.expectKind("number", "a whole number");
    if (!/^\d{1,9}$/.test(token.text)) throw reader.refuse("bounds are whole numbers", token);
    return Number(token.text);
  };
  const min = whole();
  let max = min;
  if (reader.take("..")) max = reader.take("*") ? Number.POSITIVE_INFINITY : whole();
  reader.expect("]", "after the bounds");
  return { min, max };
}

function readAttributes(reader: TokenReader, gathered: Gathered): Record<string, Attribute> {
  const attributes: Record<string, Attribute> = {};
  reader.expect("{", "before attributes");
  while (!reader.take("}")) {
    const name = reader.name("an attribute name");
    if (name.text === "constraint" && name.kind === "name") gathered.constraints.push(readConstraint(reader));
    else if (name.text === "constraints" && name.kind === "name") {
      reader.expect("[", "before the constraints");
      while (!reader.take("]")) {
        gathered.constraints.push(readConstraint(reader));
        if (reader.peek().text !== "]") reader.expect(",", "between constraints");
      }
    } else attributes[name.text] = readAttribute(reader, gathered);
    if (reader.peek().text !== "}") reader.expect(",", "between attributes");
  }
  return attributes;
}

function readAttribute(reader: TokenReader, gathered: Gathered): Attribute {
  const token = reader.peek();
  if (token.kind === "symbol" && (token.text === "," || token.text === "}")) return true;
  if (token.text === "{" && token.kind === "symbol") return reader.deeper(() => readAttributes(reader, gathered));
  reader.next();
  if (token.kind === "string" || token.kind === "quoted") return token.text;
  if (token.kind === "number") return Number(token.text);
  if (token.kind === "symbol" && token.text === "-") return -Number(reader.expectKind("number", "a number after the sign").text);
  if (token.kind === "name" && (token.text === "true" || token.text === "false")) return token.text === "true";
  if (token.kind === "symbol" && token.text === "[") {
    const items: Attribute[] = [];
    while (!reader.take("]")) {
      items.push(reader.deeper(() => readAttribute(reader, gathered)));
      if (reader.peek().text !== "]") reader.expect(",", "between values");
    }
    return items;
  }
  throw reader.refuse(`expected an attribute value, found "${token.text}"`, token);
}

/** UVL types carry no bounds, and without bounds no domain is finite: the attributes min and max, or options, give them. */
function characteristicOf(reader: TokenReader, type: Token, id: string, attributes: Record<string, Attribute>): Characteristic {
  const { min, max, options } = attributes;
  if (type.text === "Integer" && Number.isSafeInteger(min) && Number.isSafeInteger(max)) {
    delete attributes["min"];
    delete attributes["max"];
    return { type: "integer", min: min as number, max: max as number };
  }
  if (type.text === "String" && Array.isArray(options) && options.every((option) => typeof option === "string")) {
    delete attributes["options"];
    return { type: "choice", options };
  }
  const fix =
    type.text === "Integer" ? "give it {min 0, max 10}" : type.text === "String" ? "give it {options ['a', 'b']}" : "use Integer";
  throw reader.refuse(`the ${type.text} feature "${id}" has no finite domain: ${fix}`, type, "uvl.unbounded");
}
