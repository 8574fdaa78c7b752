import { LogError } from "./log-error.ts";

/** One tag of an XML text, with the two attributes that mean something in an event log. */
export interface Tag {
  kind: "open" | "close" | "whole";
  name: string;
  line: number;
  key: string | undefined;
  value: string | undefined;
}

const maxTagLength = 1_000_000;

/** The tags of an XML text that comes in parts, checked to be nested properly; text between them, comments and declarations are passed over. */
export async function* tagsOf(parts: AsyncIterable<string> | Iterable<string>): AsyncGenerator<Tag[]> {
  const open: { name: string; line: number }[] = [];
  let rest = "";
  let line = 1;
  let sawRoot = false;
  for await (const part of parts) {
    const text = rest + part;
    const tags: Tag[] = [];
    let from = 0;
    for (;;) {
      const begin = text.indexOf("<", from);
      if (begin === -1) {
        rest = text.slice(from);
        if (open.length === 0 && rest.trim() !== "") throw new LogError(line + breaks(rest, 0, rest.search(/\S/)), outside(rest));
        line += breaks(rest, 0, rest.length);
        rest = "";
        break;
      }
      const end = endOf(text, begin);
      if (end === -1) {
        if (text.length - begin > maxTagLength)
          throw new LogError(line + breaks(text, from, begin), "a tag that never ends (no >)");
        line += breaks(text, from, begin);
        rest = text.slice(begin);
        break;
      }
      if (open.length === 0 && text.slice(from, begin).trim().replace("\ufeff", "") !== "")
        throw new LogError(line, outside(text.slice(from, begin)));
      line += breaks(text, from, begin);
      const mark = text[begin + 1];
      if (mark === "!" && text.startsWith("<!DOCTYPE", begin) && text.slice(begin, end).includes("["))
        throw new LogError(line, "a DOCTYPE with declarations of its own is not read");
      if (mark !== "!" && mark !== "?") {
        const tag = tagOf(text.slice(begin + 1, end), line);
        if (open.length === 0 && sawRoot) throw new LogError(line, `<${tag.name}> after the end of the log`);
        sawRoot = true;
        if (tag.kind === "open") open.push({ name: tag.name, line });
        else if (tag.kind === "close") close(open, tag);
        tags.push(tag);
      }
      line += breaks(text, begin, end + 1);
      from = end + 1;
    }
    if (tags.length > 0) yield tags;
  }
  if (rest !== "") throw new LogError(line, `the file ends inside a tag: ${shown(rest)}`);
  const unclosed = open.at(-1);
  if (unclosed) throw new LogError(line, `the file ends while <${unclosed.name}> of line ${unclosed.line} is still open`);
  if (!sawRoot) throw new LogError(1, "there is no XML element in it");
}

function close(open: { name: string; line: number }[], tag: Tag): void {
  const last = open.pop();
  if (!last) throw new LogError(tag.line, `</${tag.name}> closes nothing`);
  if (last.name !== tag.name)
    throw new LogError(tag.line, `</${tag.name}> where </${last.name}> is due (opened on line ${last.line})`);
}

const passedOver = [
  ["<!--", "-->"],
  ["<![CDATA[", "]]>"],
  ["<?", "?>"],
] as const;
const [bang, question, double, single, greater] = [33, 63, 34, 39, 62];

/** Where the tag, comment or declaration that begins at `begin` ends: the index of its last character; -1 when it goes on. */
function endOf(text: string, begin: number): number {
  const mark = text.charCodeAt(begin + 1);
  if (mark === bang || mark === question) {
    for (const [opening, closing] of passedOver) {
      if (!text.startsWith(opening, begin)) continue;
      const at = text.indexOf(closing, begin + opening.length);
      return at === -1 ? -1 : at + closing.length - 1;
    }
  }
  let quote = 0; // a ">" inside a value ends no tag
  for (let at = begin + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === greater) return at;
    else if (code === double || code === single) quote = code;
  }
  return -1;
}

function tagOf(inner: string, line: number): Tag {
  if (inner.startsWith("/")) return { kind: "close", name: inner.slice(1).trim(), line, key: undefined, value: undefined };
  const whole = inner.endsWith("/");
  const body = whole ? inner.slice(0, -1) : inner;
  const name = /^[^\s/>"'=<]+/.exec(body)?.[0];
  if (!name) throw new LogError(line, `a tag without a name: ${shown(`<${inner}>`)}`);
  const tag: Tag = { kind: whole ? "whole" : "open", name, line, key: undefined, value: undefined };
  if (body.length > name.length) readAttributes(body.slice(name.length), tag);
  return tag;
}

/** Nearly every tag of a log reads so; whatever does not is read attribute by attribute. */
const plain = /^\s+key="([^"<&]*)"\s+value="([^"<&]*)"\s*$/;
const attribute = /\s+([^\s=]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;

function readAttributes(text: string, tag: Tag): void {
  const quick = plain.exec(text);
  if (quick) {
    [, tag.key, tag.value] = quick;
    return;
  }
  const seen = new Set<string>();
  attribute.lastIndex = 0;
  let end = 0;
  for (let match = attribute.exec(text); match; match = attribute.exec(text)) {
    end = attribute.lastIndex;
    const name = match[1]!;
    if (seen.has(name)) throw new LogError(tag.line, `<${tag.name}> has the attribute ${name} twice`);
    seen.add(name);
    const value = unescaped(match[2] ?? match[3]!, tag.line);
    if (name === "key") tag.key = value;
    else if (name === "value") tag.value = value;
  }
  if (text.slice(end).trim() !== "")
    throw new LogError(tag.line, `<${tag.name}> has something that is no attribute: ${shown(text.slice(end).trim())}`);
}

const entities: Record<string, string> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };
function unescaped(text: string, line: number): string {
  if (!text.includes("&")) return text;
  return text.replace(/&([^;\s]*);?/g, (whole, entity: string) => {
    const code = /^#(?:x([0-9a-f]{1,6})|(\d{1,7}))$/i.exec(entity);
    const point = code ? (code[1] ? Number.parseInt(code[1], 16) : Number(code[2])) : undefined;
    const made = point === undefined ? entities[entity] : point <= 0x10ffff ? String.fromCodePoint(point) : undefined;
    if (made === undefined || !whole.endsWith(";")) throw new LogError(line, `${shown(whole)} is no known entity`);
    return made;
  });
}

function breaks(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf("\n", from); at !== -1 && at < to; at = text.indexOf("\n", at + 1)) count += 1;
  return count;
}
const shown = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);
const outside = (text: string): string => `text outside the log: ${shown(text.trim())}`;
