const escapes: Record<string, string> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f", '"': '"', "\\": "\\", "'": "'", "/": "/" };

/** The text a string literal stands for: quotes off, escapes taken (\n, \", \u00e9, \U01F600). A backslash before any other character stays, for regular expressions. */
export function stringLiteral(written: string): string {
  const inner = written.trim().replace(/^"/, "").replace(/"$/, "");
  return inner.replaceAll(/\\(u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{6}|[nrtbf"\\'/])/g, (_, code: string) => {
    if (code.length === 1) return escapes[code] ?? code;
    const point = Number.parseInt(code.slice(1), 16);
    return point <= 0x10ffff ? String.fromCodePoint(point) : `\\${code}`;
  });
}
