/** Where a text stops being JSON, for people who have to mend it. */

export interface JsonFault {
  line: number;
  column: number;
  /** "a value is due, not }" */
  cause: string;
}

/** The first fault of a text that is not JSON. The parser of the platform does not name a place for every fault. */
export function jsonFault(text: string): JsonFault {
  const { at, cause } = faultOf(text);
  const before = text.slice(0, at).split("\n");
  return { line: before.length, column: before.at(-1)!.length + 1, cause };
}

const token =
  /[ \t\r\n]*(?:([{}[\],:])|("(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-]))/y;

function faultOf(text: string): { at: number; cause: string } {
  const open: ("{" | "[")[] = [];
  let wants: "value" | "value or ]" | "name" | "name or }" | ":" | ", or end" | "nothing" = "value";
  let at = 0;
  for (;;) {
    token.lastIndex = at;
    const found = token.exec(text);
    const begin = at + (/^[ \t\r\n]*/.exec(text.slice(at, at + 10_000))?.[0].length ?? 0);
    if (!found) {
      if (begin >= text.length) return { at: text.length, cause: "it ends too early" };
      if (text[begin] === '"')
        return { at: begin, cause: `a text that does not end, or holds a mark it may not: ${shown(text, begin)}` };
      return { at: begin, cause: `${wanted(wants, open)}, not ${shown(text, begin)}` };
    }
    const [whole, mark, string, word] = found;
    const value = string !== undefined || word !== undefined;
    const wrong = { at: begin, cause: `${wanted(wants, open)}, not ${shown(text, begin)}` };
    if (wants === "value" || wants === "value or ]") {
      if (mark === "{" || mark === "[") {
        open.push(mark);
        wants = mark === "{" ? "name or }" : "value or ]";
      } else if (value) wants = after(open);
      else if (mark === "]" && wants === "value or ]") wants = close(open);
      else return wrong;
    } else if (wants === "name" || wants === "name or }") {
      if (string !== undefined) wants = ":";
      else if (mark === "}" && wants === "name or }") wants = close(open);
      else return wrong;
    } else if (wants === ":") {
      if (mark !== ":") return wrong;
      wants = "value";
    } else if (wants === ", or end") {
      if (mark === ",") wants = open.at(-1) === "{" ? "name" : "value";
      else if (mark === (open.at(-1) === "{" ? "}" : "]")) wants = close(open);
      else return wrong;
    } else return wrong;
    at += whole.length;
  }
}

const after = (open: readonly string[]): ", or end" | "nothing" => (open.length > 0 ? ", or end" : "nothing");
function close(open: string[]): ", or end" | "nothing" {
  open.pop();
  return after(open);
}
const shown = (text: string, at: number): string => text.slice(at, at + 20).split("\n")[0]!;
function wanted(wants: string, open: readonly string[]): string {
  if (wants === "nothing") return "after its end nothing may follow";
  if (wants === ", or end") return `a comma or ${open.at(-1) === "{" ? "}" : "]"} is due`;
  return (
    { value: "a value is due", "value or ]": "a value or ] is due", name: "a name in quotes is due", ":": "a colon is due" }[
      wants
    ] ?? "a name in quotes or } is due"
  );
}
