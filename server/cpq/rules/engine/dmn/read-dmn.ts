import { RuleError } from "../rule-error.ts";
import type { Decision, ItemDefinition, Knowledge, Model, Requirement, Service, TypedName } from "./model.ts";
import { asNewest, type Element, moddle } from "./moddle.ts";
import { readExpression, readFunction } from "./read-expression.ts";

export const text = (element: Element, property: string): string | undefined => {
  const value = element[property];
  return typeof value === "string" && value !== "" ? value : undefined;
};
export const part = (element: Element, property: string): Element | undefined => element[property] as Element | undefined;
export const parts = (element: Element, property: string): Element[] => (element[property] as Element[] | undefined) ?? [];

/** Without the keys that are undefined, as exact optional types want it. */
export const given = <T extends object>(properties: { [K in keyof T]: T[K] | undefined }): T =>
  Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== undefined)) as T;

/** A DMN file (1.1 to 1.6) as a model. Throws RuleError when it is none. */
export async function readDmn(xml: string): Promise<Model> {
  let root: Element;
  try {
    root = (await moddle.fromXML(asNewest(xml))).rootElement;
  } catch (error) {
    throw new RuleError("rules.unreadable", `this is no DMN file: ${(error as Error).message}`);
  }
  const elements = parts(root, "drgElement");
  const of = (type: string) => elements.filter(({ $type }) => $type === `dmn:${type}`);
  return {
    namespace: text(root, "namespace") ?? "",
    name: text(root, "name") ?? "",
    imports: parts(root, "import").map((each) =>
      given({ name: text(each, "name") ?? "", namespace: text(each, "namespace") ?? "", importType: text(each, "importType") }),
    ),
    types: parts(root, "itemDefinition").map(readItem),
    inputs: of("InputData").map(named),
    decisions: of("Decision").map(readDecision),
    knowledge: of("BusinessKnowledgeModel").map(readKnowledge),
    services: of("DecisionService").map(readService),
  };
}

export const typed = (element: Element): TypedName => given({ name: text(element, "name") ?? "", typeRef: typeRefOf(element) });

/** feel:number of older files is number. */
export const typeRefOf = (element: Element): string | undefined =>
  text(element, "typeRef")
    ?.trim()
    .replace(/^feel:/, "");

/** The variable names what others see; older files leave it to the element. */
function named(element: Element): TypedName & { id: string } {
  const variable = part(element, "variable");
  const name = text(element, "name") ?? (variable && text(variable, "name")) ?? "";
  return given({ id: text(element, "id") ?? name, name, typeRef: variable && typeRefOf(variable) });
}

function readItem(element: Element): ItemDefinition {
  const item = part(element, "functionItem");
  const components = parts(element, "itemComponent");
  return given<ItemDefinition>({
    ...typed(element),
    isCollection: element.isCollection === true ? true : undefined,
    allowedValues: testsOf(element, "allowedValues"),
    typeConstraint: testsOf(element, "typeConstraint"),
    components: components.length > 0 ? components.map(readItem) : undefined,
    function: item && given({ result: text(item, "outputTypeRef"), parameters: parts(item, "parameters").map(typed) }),
  });
}

export const testsOf = (element: Element, property: string): string | undefined => {
  const tests = part(element, property);
  return tests && text(tests, "text");
};

const kinds = { requiredInput: "input", requiredDecision: "decision", requiredKnowledge: "knowledge" } as const;

function requirementsOf(element: Element): Requirement[] {
  return [...parts(element, "informationRequirement"), ...parts(element, "knowledgeRequirement")].flatMap((each) =>
    Object.entries(kinds).flatMap(([property, kind]) => {
      const target = part(each, property);
      return target ? [{ kind, href: text(target, "href") ?? "" }] : [];
    }),
  );
}

function readDecision(element: Element): Decision {
  const logic = part(element, "decisionLogic");
  return given<Decision>({
    ...named(element),
    question: text(element, "question"),
    allowedAnswers: text(element, "allowedAnswers"),
    requirements: requirementsOf(element),
    logic: logic && readExpression(logic),
  });
}

function readKnowledge(element: Element): Knowledge {
  const logic = part(element, "encapsulatedLogic");
  return given<Knowledge>({ ...named(element), requirements: requirementsOf(element), logic: logic && readFunction(logic) });
}

function readService(element: Element): Service {
  const hrefs = (property: string) => parts(element, property).map((each) => text(each, "href") ?? "");
  return {
    ...named(element),
    outputs: hrefs("outputDecision"),
    encapsulated: hrefs("encapsulatedDecision"),
    inputDecisions: hrefs("inputDecision"),
    inputs: hrefs("inputData"),
  };
}
