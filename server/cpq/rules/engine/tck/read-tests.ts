/** Test files of the DMN Technology Compatibility Kit. */
import { XMLParser } from "fast-xml-parser";
import { RuleError } from "../rule-error.ts";
import { parseNumber } from "../values/number.ts";
import { parseDate, parseDateTime, parseDuration, parseTime } from "../values/parse-temporal.ts";
import type { Value } from "../values/value.ts";

export interface TestCase {
  id: string;
  kind: "decision" | "service" | "knowledge";
  /** The service or business knowledge to call, when it is not a decision. */
  invocable?: string;
  inputs: Map<string, Value>;
  results: { name: string; expected: Value; errorExpected: boolean }[];
}
export interface TestFile {
  modelName: string;
  cases: TestCase[];
}

type Node = Record<string, unknown>;
const lists = new Set(["testCase", "inputNode", "resultNode", "component", "item"]);
const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: "@",
  removeNSPrefix: true,
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  processEntities: true,
  htmlEntities: true,
  isArray: (name) => lists.has(name),
});

const kinds: Record<string, TestCase["kind"]> = { decision: "decision", decisionService: "service", bkm: "knowledge" };

export function readTestFile(xml: string): TestFile {
  const root = (parser.parse(xml.replace(/^\uFEFF/, "")) as Node).testCases as Node | undefined;
  if (!root) throw new RuleError("rules.unreadable", "this is no file of test cases");
  const cases = nodes(root.testCase).map((each): TestCase => {
    const invocable = attribute(each, "invocableName");
    return {
      id: attribute(each, "id") ?? "",
      kind: kinds[attribute(each, "type") ?? "decision"] ?? "decision",
      ...(invocable === undefined ? {} : { invocable }),
      inputs: new Map(nodes(each.inputNode).map((input) => [attribute(input, "name") ?? "", readValue(input)])),
      results: nodes(each.resultNode).map((result) => ({
        name: attribute(result, "name") ?? "",
        expected: readValue((result.expected ?? {}) as Node),
        errorExpected: attribute(result, "errorResult") === "true",
      })),
    };
  });
  return { modelName: String(root.modelName ?? "").trim(), cases };
}

const nodes = (value: unknown): Node[] =>
  (Array.isArray(value) ? (value as Node[]) : []).filter((each) => typeof each === "object");
const attribute = (node: Node, name: string): string | undefined => node[`@${name}`] as string | undefined;

/** What stands in an input, an expectation, a component or an item: a value, components, or a list. */
function readValue(node: Node | string): Value {
  if (typeof node === "string") return null;
  if (node["@nil"] === "true") return null;
  if (node.list !== undefined) {
    const list = node.list as Node | string;
    if (typeof list === "string") return [];
    return list["@nil"] === "true" ? null : (Array.isArray(list.item) ? (list.item as (Node | string)[]) : []).map(readValue);
  }
  if (node.component !== undefined)
    return new Map(nodes(node.component).map((each) => [attribute(each, "name") ?? "", readValue(each)]));
  if (node.value !== undefined) return typed(node.value as Node | string);
  return null;
}

function typed(value: Node | string): Value {
  if (typeof value === "string") return value;
  if (value["@nil"] === "true") return null;
  const text = String(value["#text"] ?? "");
  switch (attribute(value, "type")?.replace(/^.*:/, "")) {
    case "boolean":
      return text.trim() === "true" || text.trim() === "1";
    case "decimal":
    case "double":
    case "float":
    case "integer":
    case "int":
    case "long":
      return parseNumber(text.trim());
    case "date":
      return parseDate(text.trim());
    case "time":
      return parseTime(text.trim());
    case "dateTime":
      return parseDateTime(text.trim());
    case "duration":
      return parseDuration(text.trim());
    default:
      return text;
  }
}
