import type { Locale } from "../../i18n/locale.ts";
import type { T } from "../../i18n/use-t.ts";
import { isAboveZero, readDecimal, typed } from "./decimal.ts";

/** The kinds of price one can write by hand here; the others are written by the API. */
export const draftKinds = ["per_unit", "flat", "package", "graduated", "volume"] as const;
export type DraftKind = (typeof draftKinds)[number];
export interface Band {
  upTo: string;
  unitPrice: string;
}
/** A price being written: every figure is the text that was typed. */
export interface PriceDraft {
  kind: DraftKind;
  unitPrice: string;
  amount: string;
  size: string;
  price: string;
  freeUnits: string;
  tiers: Band[];
}

export const emptyPrice: PriceDraft = {
  kind: "per_unit",
  unitPrice: "",
  amount: "",
  size: "",
  price: "",
  freeUnits: "",
  tiers: [{ upTo: "", unitPrice: "" }],
};

/** Whether this price can be changed here without losing anything of it. */
export const isDraftable = (price: Record<string, unknown>): boolean => {
  const known = new Set(["kind", "unitPrice", "amount", "size", "price", "freeUnits", "tiers"]);
  const tiers = (price["tiers"] ?? []) as Record<string, unknown>[];
  return (
    draftKinds.includes(price["kind"] as DraftKind) &&
    Object.keys(price).every((key) => known.has(key)) &&
    tiers.every((tier) => Object.keys(tier).every((key) => key === "upTo" || key === "unitPrice"))
  );
};

/** A price as the reader would type it. */
export function draftOf(price: Record<string, unknown>, locale: Locale): PriceDraft {
  const text = (key: string) => typed(price[key], locale);
  const tiers = (price["tiers"] ?? []) as Record<string, unknown>[];
  return {
    ...emptyPrice,
    kind: draftKinds.includes(price["kind"] as DraftKind) ? (price["kind"] as DraftKind) : "per_unit",
    unitPrice: text("unitPrice"),
    amount: text("amount"),
    size: text("size"),
    price: text("price"),
    freeUnits: text("freeUnits"),
    ...(tiers.length > 0 && {
      tiers: tiers.map((tier) => ({ upTo: typed(tier["upTo"], locale), unitPrice: typed(tier["unitPrice"], locale) })),
    }),
  };
}

/** The price as the server takes it. Call it once `priceProblems` finds none. */
export function priceOf(draft: PriceDraft): { kind: DraftKind } & Record<string, unknown> {
  const { kind } = draft;
  const free = readDecimal(draft.freeUnits);
  const limits = free && isAboveZero(free) ? { freeUnits: free } : {};
  if (kind === "flat") return { kind, amount: readDecimal(draft.amount) };
  if (kind === "package") return { kind, size: readDecimal(draft.size), price: readDecimal(draft.price), ...limits };
  if (kind === "per_unit") return { kind, unitPrice: readDecimal(draft.unitPrice), ...limits };
  return {
    kind,
    tiers: draft.tiers.map((tier) => ({
      ...(tier.upTo.trim() && { upTo: readDecimal(tier.upTo) }),
      unitPrice: readDecimal(tier.unitPrice),
    })),
    ...limits,
  };
}

/** What is wrong with it, by the place of the input: "unitPrice", "tiers.1.upTo". */
export function priceProblems(draft: PriceDraft, t: T): Record<string, string> {
  const problems: Record<string, string> = {};
  const need = (key: string, text: string, aboveZero = false): void => {
    const value = readDecimal(text);
    if (value === undefined) problems[key] = t("price.wrong");
    else if (aboveZero && !isAboveZero(value)) problems[key] = t("price.aboveZero");
  };
  if (draft.kind === "flat") need("amount", draft.amount);
  if (draft.kind === "per_unit") need("unitPrice", draft.unitPrice);
  if (draft.kind === "package") {
    need("size", draft.size, true);
    need("price", draft.price);
  }
  if (draft.kind !== "flat" && draft.freeUnits.trim()) need("freeUnits", draft.freeUnits);
  if (draft.kind === "graduated" || draft.kind === "volume") Object.assign(problems, bandProblems(draft.tiers, "unitPrice", t));
  return problems;
}

/** Bands must rise, and only the last is open. `what` names the figure of each band. */
export function bandProblems<K extends string>(
  tiers: readonly ({ upTo: string } & Record<K, string>)[],
  what: K,
  t: T,
): Record<string, string> {
  const problems: Record<string, string> = {};
  for (const [at, tier] of tiers.entries()) {
    const isLast = at === tiers.length - 1;
    const upTo = readDecimal(tier.upTo);
    const before = at > 0 ? readDecimal(tiers[at - 1]!.upTo) : "0";
    if (readDecimal(tier[what]) === undefined) problems[`tiers.${at}.${what}`] = t("price.wrong");
    if (isLast) continue;
    if (!isAboveZero(upTo)) problems[`tiers.${at}.upTo`] = t("price.bandEnd");
    else if (before !== undefined && Number(upTo) <= Number(before)) problems[`tiers.${at}.upTo`] = t("price.bandRise");
  }
  return problems;
}
