import { jsonFault } from "#platform/json-fault.ts";
import { LogError } from "../log-error.ts";

/** JSON that says, when it is none, on which line it goes wrong and why (LogError). */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    const { line, cause } = jsonFault(text);
    throw new LogError(line, `this is no JSON: ${cause}`);
  }
}
