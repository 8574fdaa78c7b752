import { LogError } from "./log-error.ts";

/** Reading what a person asks (a funnel, an intended journey) from JSON: every refusal (LogError) names the place. */

export function objectIn(value: unknown, where: string): Record<string, unknown> {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  throw new LogError(null, `${where} must be an object { … }`);
}

export function listIn(value: unknown, where: string): unknown[] {
  if (Array.isArray(value) && value.length > 0) return value as unknown[];
  throw new LogError(null, `${where} must be a list [ … ] that is not empty`);
}

export function textIn(value: unknown, where: string): string {
  if (typeof value === "string" && value.trim() !== "") return value;
  throw new LogError(null, `${where} must be a text that is not empty`);
}

export function yesIn(value: unknown, where: string): boolean {
  if (value === undefined || typeof value === "boolean") return value ?? false;
  throw new LogError(null, `${where} must be true or false`);
}

/** One activity or a list of them, each once. */
export function activitiesIn(value: unknown, where: string): string[] {
  if (typeof value === "string") return [textIn(value, where)];
  return [...new Set(listIn(value, where).map((each, index) => textIn(each, `${where}[${index}]`)))];
}

/** A misspelt field must not silently change the answer. */
export function onlyFields(value: Record<string, unknown>, known: readonly string[], where: string): void {
  const other = Object.keys(value).find((name) => !known.includes(name));
  if (other !== undefined) throw new LogError(null, `${where} has a field "${other}", which is none of ${known.join(", ")}`);
}
