import { type Importer, type ImportOptions, plainHeading } from "#platform/importer.ts";

/** Which column is which field, by the headings people and CRM exports usually have. A column is used once. */
export function guessMapping(importer: Importer, columns: readonly string[]): Record<string, string> {
  const free = new Map(columns.map((column) => [plainHeading(column), column]));
  const mapping: Record<string, string> = {};
  for (const field of importer.fields) {
    const heading = field.headings.find((candidate) => free.has(candidate));
    if (!heading) continue;
    mapping[field.name] = free.get(heading)!;
    free.delete(heading);
  }
  return mapping;
}

/** How dates are written, judged by the first values that leave no doubt: a first part above 12 is a day, a second one too. */
export function guessDateFormat(sample: readonly Record<string, string>[]): ImportOptions["dateFormat"] {
  const values = sample.flatMap((row) => Object.values(row));
  if (values.some((value) => /^\d{4}-\d{2}-\d{2}/.test(value))) return "iso";
  const parts = values.map((value) => /^(\d{1,2})[/.-](\d{1,2})[/.-]\d{4}/.exec(value)).filter((match) => match !== null);
  if (parts.some((match) => Number(match[1]) > 12)) return "day_month";
  if (parts.some((match) => Number(match[2]) > 12)) return "month_day";
  return parts.length > 0 ? "day_month" : "iso";
}
