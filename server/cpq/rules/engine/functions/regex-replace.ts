import { compilePattern } from "./regex.ts";

/** replace() of XPath: $1 is a group, \$ and \\ are themselves. Undefined when the pattern or the replacement is wrong, or the pattern matches nothing at all. */
export function replaceAllBy(input: string, pattern: string, replacement: string, flags: string): string | undefined {
  const expression = compilePattern(pattern, flags);
  if (!expression || expression.test("")) return undefined;
  const groups = new RegExp(`${expression.source}|`, expression.flags).exec("")!.length - 1;
  const parts = flags.includes("q") ? [replacement] : readReplacement(replacement, groups);
  if (!parts) return undefined;
  return input.replaceAll(new RegExp(expression.source, `${expression.flags}g`), (...found: unknown[]) =>
    parts.map((part) => (typeof part === "string" ? part : ((found[part] as string | undefined) ?? ""))).join(""),
  );
}

/** Texts and numbers of groups; the digits of a number end where there is no such group. */
function readReplacement(text: string, groups: number): (string | number)[] | undefined {
  const parts: (string | number)[] = [];
  for (let at = 0; at < text.length; at++) {
    const character = text[at]!;
    if (character === "\\") {
      const next = text[++at];
      if (next !== "\\" && next !== "$") return undefined;
      parts.push(next);
    } else if (character === "$") {
      const digits = /^\d+/.exec(text.slice(at + 1))?.[0];
      if (!digits) return undefined;
      let length = digits.length;
      while (length > 1 && Number(digits.slice(0, length)) > groups) length--;
      const group = Number(digits.slice(0, length));
      parts.push(group <= groups ? group : "");
      at += length;
    } else parts.push(character);
  }
  return parts;
}
