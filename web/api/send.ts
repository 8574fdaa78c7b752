import { currentLocale } from "../i18n/start.ts";
import { ApiError, readProblem } from "./api-error.ts";
import { heedClock } from "./now.ts";
import { randomId } from "./random-id.ts";

let app: "console" | "portal" = "console";

/** Says which of the two pages this is: one browser may hold a staff session and a customer session at once. */
export const sendAs = (page: "console" | "portal"): void => {
  app = page;
};

const isWrite = (method: string): boolean => method !== "GET" && method !== "HEAD";

/**
 * Every request of the console and the portal leaves here: locale, cookies, an idempotency key on writes.
 * Throws ApiError for anything but a success, with status 0 when no answer came.
 */
export async function send(input: string | URL | Request, init: RequestInit = {}): Promise<Response> {
  const request = new Request(input, { credentials: "same-origin", ...init });
  request.headers.set("x-locale", currentLocale());
  request.headers.set("x-throughline-app", app);
  if (isWrite(request.method) && !request.headers.has("idempotency-key")) {
    request.headers.set("idempotency-key", randomId());
  }
  let response: Response;
  try {
    response = await fetch(request);
  } catch (error) {
    if (request.signal.aborted) throw error;
    throw new ApiError({ status: 0, code: "", title: "", detail: "", requestId: "", fields: {} });
  }
  heedClock(response);
  if (!response.ok) throw await readProblem(response);
  return response;
}

/** JSON in, JSON out, for the few doors outside the contract (sign-in). */
export async function sendJson<Out>(path: string, body?: unknown): Promise<Out> {
  const response = await send(new URL(path, location.origin), {
    ...(body !== undefined && { method: "POST", body: JSON.stringify(body), headers: { "content-type": "application/json" } }),
  });
  const text = await response.text();
  return (text ? JSON.parse(text) : null) as Out;
}
