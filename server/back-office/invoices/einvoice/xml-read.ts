/** Reads XML of strangers: no document types, no entities of one's own, nothing is ever fetched or expanded. */
import { XMLParser, XMLValidator } from "fast-xml-parser";
import { EInvoiceError } from "./problem.ts";

/** One element, name without prefix. */
export interface XmlNode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
  readonly children: readonly XmlNode[];
}

/** Larger documents are refused: 200 lines make 0.3 MB, attachments are what makes invoices big. */
const maximumLength = 50_000_000;

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: "",
  parseTagValue: false,
  parseAttributeValue: false,
  processEntities: false,
  trimValues: false,
  removeNSPrefix: true,
  ignoreDeclaration: true,
  ignorePiTags: true,
  cdataPropName: "#cdata",
});

const refuse = (message: string): never => {
  throw new EInvoiceError([{ rule: "XML", path: "document", message }]);
};

/** The root element. Throws EInvoiceError (rule XML) on what is not well-formed XML, and on any document type declaration. */
export function readXml(xml: string): XmlNode {
  if (xml.length > maximumLength) refuse(`the document is longer than ${maximumLength} characters`);
  if (/<!DOCTYPE|<!ENTITY/i.test(xml))
    refuse("the document declares a document type or entities, which is refused: remove the DOCTYPE");
  const valid = XMLValidator.validate(xml);
  if (valid !== true) refuse(`not well-formed XML, ${faultOf(valid.err, xml)}`);
  const roots = convert(parser.parse(xml.replace(/^\uFEFF/, "")) as RawNode[]).children;
  return roots[0] ?? refuse("the document has no element");
}

/** The validator lists what was left open as JSON, at line 1. */
function faultOf({ line, col, msg }: { line: number; col: number; msg: string }, xml: string): string {
  const open = /^Invalid '(\[[\s\S]*\])' found/.exec(msg)?.[1];
  if (open !== undefined)
    return `line ${xml.split("\n").length}: it ends while <${(JSON.parse(open) as string[]).at(-1)}> is open`;
  return `line ${line}, column ${col ?? 1}: ${msg}`;
}

type RawNode = Record<string, RawNode[] | string | Record<string, string>>;

function convert(raw: readonly RawNode[], name = "", attributes: Record<string, string> = {}): XmlNode {
  let text = "";
  const children: XmlNode[] = [];
  for (const node of raw) {
    for (const key in node) {
      const value = node[key];
      if (key === ":@" || key.startsWith("?")) continue;
      if (key === "#text") text += decode(value as string);
      else if (key === "#cdata") text += (value as RawNode[]).map((each) => each["#text"] as string).join("");
      else children.push(convert(value as RawNode[], key, decodeAll(node[":@"] as Record<string, string> | undefined)));
    }
  }
  return { name, attributes, text: text.trim(), children };
}

const none: Record<string, string> = {};

function decodeAll(attributes: Record<string, string> | undefined): Record<string, string> {
  if (!attributes) return none;
  for (const name in attributes) attributes[name] = decode(attributes[name]!);
  return attributes;
}

const predefined: Record<string, string> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

/** The five entities that XML itself has, and characters by number; any other entity has no meaning without a document type. */
function decode(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]+));/gi, (whole, hex: string, number: string, name: string) => {
    if (name !== undefined) return predefined[name] ?? refuse(`the entity ${whole} is not defined`);
    const code = hex === undefined ? Number.parseInt(number, 10) : Number.parseInt(hex, 16);
    return code > 0x10ffff ? refuse(`the character ${whole} does not exist`) : String.fromCodePoint(code);
  });
}

/** The elements at a path of names below a node: all(node, "PostalAddress", "Country"). */
export function all(node: XmlNode | undefined, ...path: readonly string[]): XmlNode[] {
  let nodes = node ? [node] : [];
  for (const name of path) nodes = nodes.flatMap((each) => each.children.filter((child) => child.name === name));
  return nodes;
}

/** The first of them. */
export const first = (node: XmlNode | undefined, ...path: readonly string[]): XmlNode | undefined => all(node, ...path)[0];

/** The text of the first of them; undefined when there is none or it is blank. */
export function textOf(node: XmlNode | undefined, ...path: readonly string[]): string | undefined {
  const text = first(node, ...path)?.text;
  return text === undefined || text === "" ? undefined : text;
}
