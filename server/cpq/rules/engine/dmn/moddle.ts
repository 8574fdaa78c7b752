/** dmn-moddle, taught what DMN 1.4 and 1.5 added to 1.3: conditional, filter, iterators, type constraints. */
// @ts-expect-error the package has no types
import { DmnModdle } from "dmn-moddle";
import dmn13 from "dmn-moddle/resources/dmn/json/dmn13.json" with { type: "json" };
import dmndi13 from "dmn-moddle/resources/dmn/json/dmndi13.json" with { type: "json" };

export const modelUri = "https://www.omg.org/spec/DMN/20230324/MODEL/";
export const feelUri = "https://www.omg.org/spec/DMN/20230324/FEEL/";
const drawingUri = "https://www.omg.org/spec/DMN/20230324/DMNDI/";

/** An element as moddle reads and writes it. */
export interface Element {
  $type: string;
  $parent?: Element;
  [property: string]: unknown;
}
interface Moddle {
  fromXML(xml: string): Promise<{ rootElement: Element; warnings: { message: string }[] }>;
  toXML(element: Element, options: { format: boolean }): Promise<{ xml: string }>;
  create(type: string, properties: object): Element;
}

const part = (name: string, type: string) => ({ name, type, xml: { serialize: "property" } });
const child = (name: string) => part(name, "ChildExpression");
const type = (name: string, superClass: string[], properties: object[]) => ({ name, superClass, properties });
const attribute = (name: string) => ({ name, type: "String", isAttr: true });

const added = [
  type("ChildExpression", ["DMNElement"], [{ name: "value", type: "Expression" }]),
  type("TypedChildExpression", ["ChildExpression"], [attribute("typeRef")]),
  type("Conditional", ["Expression"], [child("if"), child("then"), child("else")]),
  type("Filter", ["Expression"], [child("in"), child("match")]),
  type("For", ["Expression"], [attribute("iteratorVariable"), part("in", "TypedChildExpression"), child("return")]),
  type("Some", ["Expression"], [attribute("iteratorVariable"), part("in", "TypedChildExpression"), child("satisfies")]),
  type("Every", ["Expression"], [attribute("iteratorVariable"), part("in", "TypedChildExpression"), child("satisfies")]),
];

function extended(): object {
  const types = dmn13.types.map((each) =>
    each.name === "ItemDefinition" ? { ...each, properties: [...each.properties, part("typeConstraint", "UnaryTests")] } : each,
  );
  return { ...dmn13, uri: modelUri, types: [...types, ...added] };
}

export const moddle = new DmnModdle({ dmn: extended(), dmndi: { ...dmndi13, uri: drawingUri } }) as Moddle;

/** Files of DMN 1.1 to 1.6 as one of 1.5: the namespaces differ, what we read of them does not. */
export const asNewest = (xml: string): string =>
  xml
    .replace(/^\uFEFF/, "")
    .replaceAll(/https?:\/\/www\.omg\.org\/spec\/DMN\/\d{8}\/(?:MODEL\/|dmn\.xsd)/g, modelUri)
    .replaceAll(/https?:\/\/www\.omg\.org\/spec\/DMN\/\d{8}\/DMNDI\//g, drawingUri);
