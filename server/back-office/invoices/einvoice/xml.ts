/** A small deterministic XML writer: same tree, same bytes. Elements without content are left out (PEPPOL-EN16931-R008). */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string | undefined>>;
  readonly content: string | readonly XmlElement[];
}

/** Characters that XML 1.0 cannot carry at all (section 2.2). They come from pasted texts and mean nothing: a blank takes their place. */
// oxlint-disable no-control-regex -- they are what is looked for
const forbidden =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

const escapes: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\r": "&#13;" };
const escapeText = (text: string): string => text.replace(/[&<>\r]/g, (each) => escapes[each]!);
const escapeAttribute = (text: string): string =>
  text
    .replace(forbidden, " ")
    .replace(/[&<>"\r]/g, (each) => escapes[each]!)
    .replace(/[\n\t]/g, " ");

/** An element with a text, without the blanks around it; undefined when there is no text to write. */
export function leaf(
  name: string,
  text: string | undefined,
  attributes: Record<string, string | undefined> = {},
): XmlElement | undefined {
  const content = text?.replace(forbidden, " ").trim();
  return content === undefined || content === "" ? undefined : { name, attributes, content };
}

type Children = readonly (XmlElement | undefined | readonly (XmlElement | undefined)[])[];

/** An element with elements; undefined when none of them is there. */
export function group(name: string, ...children: Children): XmlElement | undefined {
  const content = children.flat().filter((child) => child !== undefined);
  return content.length === 0 ? undefined : { name, attributes: {}, content };
}

/** The document as text, UTF-8, two spaces a level. */
export function writeXml(root: XmlElement, namespaces: Readonly<Record<string, string>>): string {
  const parts: string[] = ['<?xml version="1.0" encoding="UTF-8"?>\n'];
  write({ ...root, attributes: { ...namespaces, ...root.attributes } }, "", parts);
  return parts.join("");
}

function write(element: XmlElement, indent: string, parts: string[]): void {
  parts.push(indent, "<", element.name);
  for (const [name, value] of Object.entries(element.attributes))
    if (value !== undefined) parts.push(" ", name, '="', escapeAttribute(value), '"');
  if (typeof element.content === "string") {
    parts.push(">", escapeText(element.content), "</", element.name, ">\n");
    return;
  }
  parts.push(">\n");
  for (const child of element.content) write(child, `${indent}  `, parts);
  parts.push(indent, "</", element.name, ">\n");
}
