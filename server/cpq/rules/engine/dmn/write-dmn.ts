import type { Decision, ItemDefinition, Knowledge, Model, Requirement, Service, TypedName } from "./model.ts";
import { type Element, feelUri, moddle, modelUri } from "./moddle.ts";
import { writeExpression } from "./write-expression.ts";

/** An element of DMN with the properties that are given. */
export const make = (type: string, properties: object): Element =>
  moddle.create(`dmn:${type}`, Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== undefined)));

export const variable = ({ name, typeRef }: TypedName): Element => make("InformationItem", { name, typeRef });
export const testsElement = (text: string | undefined): Element | undefined =>
  text === undefined ? undefined : make("UnaryTests", { text });

/** A model as a file of DMN 1.5. Reading it again gives the same model. */
export async function writeDmn(model: Model): Promise<string> {
  const definitions = make("Definitions", {
    name: model.name,
    namespace: model.namespace,
    expressionLanguage: feelUri,
    import: model.imports.map(({ name, namespace, importType }) =>
      make("Import", { name, namespace, importType: importType ?? modelUri }),
    ),
    itemDefinition: model.types.map(item),
    drgElement: [
      ...model.inputs.map((input) => make("InputData", { id: input.id, name: input.name, variable: variable(input) })),
      ...model.knowledge.map(knowledge),
      ...model.decisions.map(decision),
      ...model.services.map(service),
    ],
  });
  return (await moddle.toXML(definitions, { format: true })).xml;
}

function item(definition: ItemDefinition): Element {
  const { function: called } = definition;
  return make("ItemDefinition", {
    name: definition.name,
    isCollection: definition.isCollection,
    typeRef: definition.typeRef,
    allowedValues: testsElement(definition.allowedValues),
    typeConstraint: testsElement(definition.typeConstraint),
    itemComponent: definition.components?.map(item),
    functionItem: called && make("FunctionItem", { outputTypeRef: called.result, parameters: called.parameters.map(variable) }),
  });
}

const reference = (href: string): Element => make("DMNElementReference", { href });

/** In the order they were given. */
function requirements(list: readonly Requirement[]): object {
  return {
    informationRequirement: list
      .filter(({ kind }) => kind !== "knowledge")
      .map(({ kind, href }) =>
        make("InformationRequirement", { [kind === "input" ? "requiredInput" : "requiredDecision"]: reference(href) }),
      ),
    knowledgeRequirement: list
      .filter(({ kind }) => kind === "knowledge")
      .map(({ href }) => make("KnowledgeRequirement", { requiredKnowledge: reference(href) })),
  };
}

function decision(is: Decision): Element {
  const { id, name, question, allowedAnswers, logic } = is;
  return make("Decision", {
    id,
    name,
    question,
    allowedAnswers,
    variable: variable(is),
    ...requirements(is.requirements),
    decisionLogic: logic && writeExpression(logic),
  });
}

function knowledge(is: Knowledge): Element {
  const { id, name, logic } = is;
  return make("BusinessKnowledgeModel", {
    id,
    name,
    variable: variable(is),
    encapsulatedLogic: logic && writeExpression(logic),
    ...requirements(is.requirements),
  });
}

function service(is: Service): Element {
  return make("DecisionService", {
    id: is.id,
    name: is.name,
    variable: variable(is),
    outputDecision: is.outputs.map(reference),
    encapsulatedDecision: is.encapsulated.map(reference),
    inputDecision: is.inputDecisions.map(reference),
    inputData: is.inputs.map(reference),
  });
}
