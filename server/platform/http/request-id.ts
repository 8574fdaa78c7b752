import { newId } from "../ids.ts";

/** The caller's own request id when it is a sane one, else a new one; it is in every log line and error of the request. */
export const requestIdOf = (given: unknown): string =>
  typeof given === "string" && /^[\w-]{8,64}$/.test(given) ? given : newId();
