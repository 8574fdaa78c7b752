/**
 * Two errors only. A refusal: the person can act on it; it becomes a 4xx problem+json with a stable code and a text in
 * their language. Anything else thrown is a bug: 500, logged with the request id, nothing half-written.
 */
export class Refusal extends Error {
  readonly code: string;
  readonly params: Readonly<Record<string, unknown>>;
  constructor(code: string, params: Readonly<Record<string, unknown>>) {
    super(`${code} ${JSON.stringify(params, (_key, value: unknown) => (typeof value === "bigint" ? value.toString() : value))}`);
    this.name = "Refusal";
    this.code = code;
    this.params = params;
  }
}

/** What a refusal code means: HTTP status and the text, with {placeholders}, in both languages. */
export interface RefusalText {
  status: 400 | 401 | 403 | 404 | 409 | 410 | 413 | 415 | 422 | 429 | 503;
  en: string;
  fr: string;
}
export type RefusalTexts = Record<string, RefusalText>;

/** Stops the command: `refuse("quote.expired", { expiredAt })`. The code must be declared in the module's refusals. */
export function refuse(code: string, params: Readonly<Record<string, unknown>> = {}): never {
  throw new Refusal(code, params);
}

export function refuseUnless(
  condition: unknown,
  code: string,
  params: Readonly<Record<string, unknown>> = {},
): asserts condition {
  if (!condition) refuse(code, params);
}

/** The row, or the 404 that strangers and missing records share: `found(row, "quote", quoteId)`. */
export function found<T>(row: T | undefined | null, thing: string, id: string): T {
  if (row === undefined || row === null) refuse("not_found", { thing, id });
  return row;
}

/** The refusals that belong to no module. */
export const platformRefusals: RefusalTexts = {
  not_found: {
    status: 404,
    en: "There is no such {thing} here, or it is not yours to see.",
    fr: "Cet élément ({thing}) n’existe pas ici, ou ne vous est pas accessible.",
  },
  "input.invalid": {
    status: 400,
    en: "Some of what was sent is not valid. See the fields listed.",
    fr: "Certaines valeurs envoyées ne sont pas valides. Voir les champs indiqués.",
  },
  "input.too_large": {
    status: 413,
    en: "What was sent is larger than the limit of {limitBytes} bytes. Send less at once.",
    fr: "L’envoi dépasse la limite de {limitBytes} octets. Envoyez-en moins à la fois.",
  },
  "input.not_understood": {
    status: 415,
    en: "Content of the type {type} is not understood here. Send JSON, or a form with the file.",
    fr: "Le type de contenu {type} n’est pas compris ici. Envoyez du JSON, ou un formulaire avec le fichier.",
  },
  "auth.sign_in": { status: 401, en: "Sign in first.", fr: "Connectez-vous d’abord." },
  "auth.not_allowed": {
    status: 403,
    en: "Your role does not allow you to {permission}. Ask an administrator.",
    fr: "Votre rôle ne permet pas cette action ({permission}). Demandez à un administrateur.",
  },
  "auth.cross_site": {
    status: 403,
    en: "This request came from another site and was stopped. Open Throughline itself and try again.",
    fr: "Cette requête vient d’un autre site et a été bloquée. Ouvrez Throughline et réessayez.",
  },
  "idempotency.mismatch": {
    status: 422,
    en: "This idempotency key was already used with other content. Use a new key.",
    fr: "Cette clé d’idempotence a déjà servi avec un autre contenu. Utilisez une nouvelle clé.",
  },
  "idempotency.answered_once": {
    status: 409,
    en: "This was done already, and its secret is shown only once. If it is lost, remove what was made and make a new one.",
    fr: "C’est déjà fait, et le secret n’est montré qu’une fois. S’il est perdu, retirez ce qui a été créé et recommencez.",
  },
  "cursor.invalid": {
    status: 400,
    en: "This page cursor is not valid. Start again from the first page.",
    fr: "Ce curseur de page n’est pas valide. Reprenez à la première page.",
  },
  "rate.limited": {
    status: 429,
    en: "Too many requests. Wait {seconds} s and try again.",
    fr: "Trop de requêtes. Attendez {seconds} s puis réessayez.",
  },
  "write.conflict": {
    status: 409,
    en: "Someone changed this at the same moment. Reload and try again.",
    fr: "Quelqu’un a modifié cet élément au même moment. Rechargez puis réessayez.",
  },
  "reference.missing": {
    status: 422,
    en: "It refers to something that does not exist ({constraint}).",
    fr: "Il fait référence à un élément qui n’existe pas ({constraint}).",
  },
  "value.duplicate": { status: 409, en: "This already exists ({constraint}).", fr: "Cet élément existe déjà ({constraint})." },
};
