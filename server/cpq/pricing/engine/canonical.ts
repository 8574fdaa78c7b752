/** One text for one value: keys sorted, nothing optional in the spelling. What hashes are taken of. */

/**
 * Canonical JSON (RFC 8785 for values without fractions): object keys in code unit order, no white space, fields that are
 * undefined left out. Throws TypeError for numbers that are not whole: decimals travel as text here.
 */
export function canonicalJson(value: unknown): string {
  if (typeof value === "number" && !Number.isSafeInteger(value)) throw new TypeError(`${value} is not a whole number`);
  if (value === null || typeof value !== "object") return JSON.stringify(value) ?? "null";
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  const fields = value as Record<string, unknown>;
  const parts: string[] = [];
  for (const key of Object.keys(fields).toSorted()) {
    if (fields[key] !== undefined) parts.push(`${JSON.stringify(key)}:${canonicalJson(fields[key])}`);
  }
  return `{${parts.join(",")}}`;
}
