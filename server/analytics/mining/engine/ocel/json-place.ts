/** Finds places in a JSON text, so that an error can name the line. */

/** The line (the first being 1) on which the character at `index` stands. */
export function lineAt(text: string, index: number): number {
  let line = 1;
  for (let at = text.indexOf("\n"); at !== -1 && at < index; at = text.indexOf("\n", at + 1)) line += 1;
  return line;
}

/** The line on which the value at `path` of a well-formed JSON text begins; that of its nearest parent where there is no such value. */
export function lineOfPath(text: string, path: readonly (string | number)[]): number {
  const scan = new Scan(text);
  let begin = scan.value();
  for (const step of path) {
    if (!scan.enter(step)) break;
    begin = scan.value();
  }
  return lineAt(text, begin);
}

class Scan {
  #at = 0;
  readonly #text: string;
  constructor(text: string) {
    this.#text = text;
  }

  /** Moves to where the next value begins. */
  value(): number {
    while (/[\s:,]/.test(this.#text[this.#at] ?? "x")) this.#at += 1;
    return this.#at;
  }

  /** Goes into the object or array that begins here, to the member wanted; the last of the same name counts, as it does to a parser. */
  enter(step: string | number): boolean {
    const opening = this.#text[this.#at];
    if (opening !== (typeof step === "string" ? "{" : "[")) return false;
    this.#at += 1;
    let found = -1;
    for (let index = 0; ; index += 1) {
      const begin = this.value();
      const closing = this.#text[begin];
      if (closing === undefined || closing === "}" || closing === "]") break;
      if (typeof step === "string") {
        this.#skip();
        if (JSON.parse(this.#text.slice(begin, this.#at)) === step) found = this.value();
        this.value();
      } else if (index === step) return true;
      this.#skip();
    }
    if (found >= 0) this.#at = found;
    return found >= 0;
  }

  #skip(): void {
    let depth = 0;
    do {
      const mark = this.#text[this.#at];
      if (mark === undefined) return;
      if (mark === '"') this.#string();
      else {
        if (mark === "{" || mark === "[") depth += 1;
        else if (mark === "}" || mark === "]") depth -= 1;
        this.#at += 1;
        if (depth === 0 && mark !== "}" && mark !== "]") while (/[^\s,\]}]/.test(this.#text[this.#at] ?? ",")) this.#at += 1;
      }
    } while (depth > 0);
  }

  #string(): void {
    for (this.#at += 1; this.#at < this.#text.length; this.#at += 1) {
      const mark = this.#text[this.#at];
      if (mark === "\\") this.#at += 1;
      else if (mark === '"') break;
    }
    this.#at += 1;
  }
}
