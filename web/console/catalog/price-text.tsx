import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";

/** A charge model in words: "€0.05 per min, 200 free". What has no short words yet shows its kind. */
export function PriceText(props: {
  price: Record<string, unknown>;
  currency: string;
  everyMonths: number | null;
  unit?: string;
}) {
  const { price } = props;
  const t = useT("catalog");
  const format = useFormat();
  const amount = (value: unknown): string =>
    new Intl.NumberFormat(format.locale === "fr" ? "fr-FR" : "en-GB", {
      style: "currency",
      currency: props.currency,
      maximumFractionDigits: 6,
    }).format(String(value) as Intl.StringNumericLiteral);
  const bandWords = (upTo: unknown, each: string, before: unknown): string =>
    upTo !== undefined
      ? t("model.bandTo", { amount: each, n: format.number(String(upTo), 6) })
      : before === undefined
        ? each
        : t("model.bandAbove", { amount: each, n: format.number(String(before), 6) });
  const kind = String(price["kind"] ?? "");
  const single = price["amount"] ?? price["unitPrice"] ?? price["price"];
  const tiers = (price["tiers"] ?? []) as Record<string, unknown>[];
  const words =
    single === undefined
      ? tiers.length > 0 && tiers.every((tier) => tier["unitPrice"] !== undefined)
        ? t("model.banded", {
            kind: t(`model.${kind}`),
            bands: tiers
              .map((tier, at) => bandWords(tier["upTo"], amount(tier["unitPrice"]), tiers[at - 1]?.["upTo"]))
              .join(", "),
          })
        : t(`model.${kind}`)
      : kind === "package"
        ? t("model.perPackage", { amount: amount(single), size: format.number(String(price["size"]), 6) })
        : kind === "per_unit"
          ? t("model.perUnit", { amount: amount(single), unit: props.unit ?? t("model.piece") })
          : amount(single);
  const free = price["freeUnits"];
  return (
    <>
      {words}
      {props.everyMonths && ` ${t("model.every", { count: props.everyMonths })}`}
      {free !== undefined && free !== "0" && `, ${t("model.free", { count: Number(free) })}`}
    </>
  );
}
