import type { Format } from "../../i18n/use-format.ts";
import type { T } from "../../i18n/use-t.ts";

type Rule = Record<string, unknown>;
const listOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

/** An amount of a rule ("12.50") as money, with the digits it has. */
export const amountWords = (value: unknown, currency: string, format: Format): string =>
  new Intl.NumberFormat(format.locale === "fr" ? "fr-FR" : "en-GB", {
    style: "currency",
    currency,
    maximumFractionDigits: 6,
  }).format(String(value) as Intl.StringNumericLiteral);

const percentWords = (value: unknown, format: Format): string => format.percent(Number(value) / 100, 4);

/** What a promotion or a schedule does, in one sentence. */
export function ruleWords(kind: "promotion" | "schedule", rule: Rule, t: T, format: Format): string {
  const currency = String(rule["currency"] ?? "EUR");
  return kind === "promotion" ? promotionWords(rule, currency, t, format) : scheduleWords(rule, currency, t, format);
}

function promotionWords(rule: Rule, currency: string, t: T, format: Format): string {
  const { percentOff, amountOffPerUnit, unitPrice } = rule;
  const buyGet = rule["buyGet"] as { buy: string; free: string } | undefined;
  if (percentOff !== undefined) return t("does.percentOff", { percent: percentWords(percentOff, format) });
  if (amountOffPerUnit !== undefined) return t("does.amountOff", { amount: amountWords(amountOffPerUnit, currency, format) });
  if (unitPrice !== undefined) return t("does.unitPrice", { amount: amountWords(unitPrice, currency, format) });
  return buyGet ? t("does.buyGet", { buy: buyGet.buy, free: buyGet.free }) : "–";
}

function scheduleWords(rule: Rule, currency: string, t: T, format: Format): string {
  const tiers = (rule["tiers"] ?? []) as { upTo?: string; percent?: string; amount?: string }[];
  const isTerm = rule["basis"] === "term_months";
  return tiers
    .map((tier, at) => {
      const off =
        tier.percent === undefined ? amountWords(tier.amount ?? "0", currency, format) : percentWords(tier.percent, format);
      const count = (value: string | undefined): string => format.number(value ?? "0", 6);
      if (tier.upTo === undefined) {
        const above = tiers[at - 1]?.upTo;
        return above === undefined
          ? t("does.bandAll", { off })
          : t(isTerm ? "does.bandAboveTerm" : "does.bandAbove", { n: count(above), off });
      }
      return t(isTerm ? "does.bandToTerm" : "does.bandTo", { n: count(tier.upTo), off });
    })
    .join(" · ");
}

/** On what and under which conditions it applies. */
export function ruleConditions(kind: "promotion" | "schedule", rule: Rule, t: T, format: Format): string {
  const products = listOf(rule["products"]);
  const families = listOf(rule["families"]);
  const on =
    products.length || families.length
      ? [...products, ...families.map((family) => t("when.family", { family }))].join(", ")
      : t("when.everything");
  const parts = [on];
  if (rule["code"]) parts.push(t("when.code", { code: String(rule["code"]) }));
  if (rule["segment"]) parts.push(t("when.segment", { segment: String(rule["segment"]) }));
  if (rule["minQuantity"]) parts.push(t("when.min", { n: format.number(String(rule["minQuantity"]), 6) }));
  if (rule["stackable"] === true) parts.push(t("when.stackable"));
  if (kind === "schedule") parts.push(t(rule["mode"] === "graduated" ? "when.graduated" : "when.volume"));
  if (rule["acrossLines"] === true) parts.push(t("when.across"));
  return parts.join(" · ");
}
