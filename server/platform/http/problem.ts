import { ORPCError } from "@orpc/server";
import { ValidationError } from "@orpc/contract";
import type { Locale } from "../context.ts";
import { Refusal, type RefusalTexts } from "../errors.ts";

/** RFC 9457 problem details, with our stable `code`, the request id to quote to support, and the fields that are wrong. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  code: string;
  detail: string;
  requestId: string;
  params?: Readonly<Record<string, unknown>>;
  errors?: { path: string; message: string }[];
}

let texts: RefusalTexts = {};
/** Called once at start with the refusals of the platform and every module. */
export function registerRefusals(all: RefusalTexts): void {
  texts = all;
}
export const isDeclared = (code: string): boolean => code in texts;

/** What the person is told. Anything that is not a refusal becomes a 500 that tells nothing but the request id. */
export function toProblem(error: unknown, locale: Locale, requestId: string): Problem {
  const known = asRefusal(error);
  if (!known) {
    const detail =
      locale === "fr"
        ? `Une erreur inattendue s’est produite. Rien n’a été enregistré. Référence : ${requestId}.`
        : `Something went wrong on our side. Nothing was saved. Reference: ${requestId}.`;
    return { type: "about:blank", title: "Internal error", status: 500, code: "internal", detail, requestId };
  }
  const { refusal, errors } = known;
  return {
    type: `/api/problems/${refusal.code}`,
    title: refusal.code,
    status: texts[refusal.code]?.status ?? 400,
    code: refusal.code,
    detail: inWords(refusal, locale),
    requestId,
    params: refusal.params,
    ...(errors ? { errors } : {}),
  };
}

const inWords = ({ code, params }: Pick<Refusal, "code" | "params">, locale: Locale): string =>
  (texts[code]?.[locale] ?? code).replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ""));

/** What a refusal says whose message was kept, in the reader's language; any other text as it stands. */
export function keptRefusalInWords(message: string, locale: Locale): string {
  const [, code = "", params = ""] = /^([a-z_.]+) (\{.*\})$/s.exec(message) ?? [];
  if (!isDeclared(code)) return message;
  try {
    return inWords({ code, params: JSON.parse(params) as Record<string, unknown> }, locale);
  } catch {
    return message;
  }
}

function asRefusal(error: unknown): { refusal: Refusal; errors?: { path: string; message: string }[] } | undefined {
  if (error instanceof Refusal) return { refusal: error };
  if (!(error instanceof ORPCError)) return undefined;
  if (error.cause instanceof Refusal) return { refusal: error.cause };
  if (error.cause instanceof ValidationError && error.code === "BAD_REQUEST") {
    const errors = error.cause.issues.map((issue) => ({
      path: (issue.path ?? []).map((part) => String(typeof part === "object" ? part.key : part)).join("."),
      message: issue.message,
    }));
    return { refusal: new Refusal("input.invalid", {}), errors };
  }
  if (error.status >= 400 && error.status < 500)
    return {
      refusal: new Refusal(error.status === 404 ? "not_found" : "input.invalid", { thing: "", id: "" }),
      errors: [{ path: "", message: error.message }],
    };
  return undefined;
}
