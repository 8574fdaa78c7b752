/** What the server answered when it refused or failed: RFC 9457 problem details, as the screen needs them. */
export class ApiError extends Error {
  override name = "ApiError";
  readonly status: number;
  /** Stable, dotted: "quote.expired". Empty for failures that never reached the server. */
  readonly code: string;
  /** What happened, in the reader's language; empty where the server only gave its code. */
  readonly title: string;
  /** What happened and what to do now, in the reader's language. */
  readonly detail: string;
  readonly requestId: string;
  /** Field path -> what is wrong with it: goes beside the inputs. */
  readonly fields: Record<string, string>;

  constructor(problem: {
    status: number;
    code: string;
    title: string;
    detail: string;
    requestId: string;
    fields: Record<string, string>;
  }) {
    super(problem.detail || problem.code || `HTTP ${problem.status}`);
    this.status = problem.status;
    this.code = problem.code;
    this.title = problem.title;
    this.detail = problem.detail;
    this.requestId = problem.requestId;
    this.fields = problem.fields;
  }
}

/** True when the request never got an answer: offline, server restarting. */
export const isUnreachable = (error: unknown): boolean => error instanceof ApiError && error.status === 0;

/** Reads a refusal out of any answer: problem+json where the server wrote it, an empty problem otherwise (a proxy's page). */
export async function readProblem(response: Response): Promise<ApiError> {
  const body: unknown = await response.json().catch(() => ({}));
  const problem = (typeof body === "object" && body !== null ? body : {}) as Record<string, unknown>;
  const text = (key: string): string => (typeof problem[key] === "string" ? problem[key] : "");
  return new ApiError({
    status: response.status,
    code: text("code"),
    title: text("title") === text("code") ? "" : text("title"),
    detail: text("detail") || text("message"),
    requestId: text("requestId") || (response.headers.get("x-request-id") ?? ""),
    fields: readFields(problem["fields"] ?? problem["errors"]),
  });
}

const asText = (value: unknown): string => (typeof value === "string" ? value : Array.isArray(value) ? value.join(".") : "");

/** Accepts {field: text} and [{path|field|pointer, message}]: both are in use on the wire. */
function readFields(raw: unknown): Record<string, string> {
  const fields: Record<string, string> = {};
  if (Array.isArray(raw)) {
    for (const item of raw as Record<string, unknown>[]) {
      const name = asText(item["path"] ?? item["field"] ?? item["pointer"]);
      if (name) fields[name.replace(/^[#/]+/, "").replaceAll("/", ".")] = asText(item["message"] ?? item["detail"]);
    }
  } else if (typeof raw === "object" && raw !== null) {
    for (const [name, message] of Object.entries(raw)) fields[name] = asText(Array.isArray(message) ? message[0] : message);
  }
  return fields;
}
