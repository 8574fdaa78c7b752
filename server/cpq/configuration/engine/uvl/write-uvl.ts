import type { Attribute, Expression, FeatureJson, GroupJson, ModelJson } from "../types.ts";
import { describeExpression, quoteName } from "../model/describe-expression.ts";

/** Writes a model as UVL. Rule names travel in `// rule id: text` lines, which other readers take for comments. */
export function writeUvl(model: ModelJson): string {
  const lines = [`namespace ${model.id.split(".").map(quoteName).join(".")}`, "", "features"];
  writeFeature(lines, model.root, 1);
  const quantities = new Set(quantityIds(model.root));
  const describe = (expression: Expression): string => describeExpression(expression, (id) => quantities.has(id));
  if (model.rules?.length) {
    lines.push("", "constraints");
    for (const rule of model.rules) {
      lines.push(`\t// rule ${rule.id}: ${(rule.text ?? describe(rule.expression)).replace(/\s+/g, " ")}`);
      lines.push(`\t${describe(rule.expression)}`);
    }
  }
  return `${lines.join("\n")}\n`;
}

function quantityIds(feature: FeatureJson): string[] {
  const below = (feature.groups ?? []).flatMap((group) => group.features.flatMap(quantityIds));
  return feature.quantity ? [feature.id, ...below] : below;
}

function writeFeature(lines: string[], feature: FeatureJson, depth: number): void {
  const type = feature.value ? (feature.value.type === "integer" ? "Integer " : "String ") : "";
  const quantity = feature.quantity ? ` cardinality [${feature.quantity.min}..${feature.quantity.max}]` : "";
  const domain: Record<string, Attribute> =
    feature.value?.type === "integer"
      ? { min: feature.value.min, max: feature.value.max }
      : feature.value
        ? { options: feature.value.options }
        : {};
  const attributes = Object.entries({ ...domain, ...feature.attributes });
  const written = attributes.length === 0 ? "" : ` {${attributes.map(([name, value]) => attributeText(name, value)).join(", ")}}`;
  lines.push(`${"\t".repeat(depth)}${type}${quoteName(feature.id)}${quantity}${written}`);
  for (const group of feature.groups ?? []) {
    lines.push(`${"\t".repeat(depth + 1)}${groupText(group)}`);
    for (const child of group.features) writeFeature(lines, child, depth + 2);
  }
}

function groupText(group: GroupJson): string {
  return group.kind === "cardinality" ? `[${group.min}..${group.max}]` : group.kind;
}

function attributeText(name: string, value: Attribute): string {
  return value === true ? quoteName(name) : `${quoteName(name)} ${valueText(value)}`;
}

function valueText(value: Attribute): string {
  if (typeof value === "string") return value.includes("'") ? `"${value}"` : `'${value}'`;
  if (typeof value !== "object") return String(value);
  if (Array.isArray(value)) return `[${value.map(valueText).join(", ")}]`;
  return `{${Object.entries(value)
    .map(([name, inner]) => attributeText(name, inner as Attribute))
    .join(", ")}}`;
}
