import type { Locale } from "../../i18n/locale.ts";
import type { T } from "../../i18n/use-t.ts";
import { at } from "./form-part.ts";
import type { OfferingDetail } from "./offering.tsx";
import { draftOf, emptyPrice, isDraftable, type PriceDraft, priceOf, priceProblems } from "./price-draft.ts";

interface Words {
  fr: string;
  en: string;
}
export interface MeterDraft {
  meter: string;
  unit: string;
  /** Null keeps a price of a kind that is not written by hand. */
  draft: PriceDraft | null;
  model: Record<string, unknown>;
}
export interface CharacteristicDraft {
  name: string;
  label: Words;
  values: { value: string; label: Words }[];
}
/** An offering being written. */
export interface OfferingDraft {
  sku: string;
  kind: OfferingDetail["kind"];
  name: Words;
  description: Words;
  family: string;
  taxClass: string;
  delivery: OfferingDetail["delivery"];
  leadTimeDays: number | string;
  unitCostMinor: string | null;
  everyMonths: string;
  termMonths: number | string;
  meters: MeterDraft[];
  characteristics: CharacteristicDraft[];
}

const nothing: Words = { fr: "", en: "" };
export const emptyMeter: MeterDraft = { meter: "", unit: "", draft: emptyPrice, model: {} };
export const emptyCharacteristic: CharacteristicDraft = { name: "", label: nothing, values: [{ value: "", label: nothing }] };

export const newOffering: OfferingDraft = {
  sku: "",
  kind: "product",
  name: nothing,
  description: nothing,
  family: "",
  taxClass: "standard",
  delivery: "none",
  leadTimeDays: 0,
  unitCostMinor: null,
  everyMonths: "1",
  termMonths: "",
  meters: [],
  characteristics: [],
};

export const draftOffering = (offering: OfferingDetail, locale: Locale): OfferingDraft => ({
  sku: offering.sku,
  kind: offering.kind,
  name: offering.name,
  description: offering.description,
  family: offering.family,
  taxClass: offering.taxClass,
  delivery: offering.delivery,
  leadTimeDays: offering.leadTimeDays,
  unitCostMinor: offering.unitCostMinor === null ? null : String(offering.unitCostMinor),
  everyMonths: String(offering.everyMonths ?? 1),
  termMonths: offering.termMonths ?? "",
  meters: offering.meters.map(({ meter, unit, model }) => ({
    meter,
    unit,
    model,
    draft: isDraftable(model) ? draftOf(model, locale) : null,
  })),
  characteristics: offering.characteristics,
});

/** What the server takes of it, whether it is drafted or changed. */
export const offeringFields = (draft: OfferingDraft) => ({
  name: draft.name,
  description: draft.description,
  family: draft.family.trim(),
  taxClass: draft.taxClass,
  delivery: draft.delivery,
  leadTimeDays: Number(draft.leadTimeDays) || 0,
  unitCostMinor: draft.unitCostMinor === null ? null : BigInt(draft.unitCostMinor),
  everyMonths: draft.kind === "subscription" ? Number(draft.everyMonths) : null,
  termMonths: draft.kind === "subscription" && draft.termMonths !== "" ? Number(draft.termMonths) : null,
  meters: draft.meters.map(({ meter, unit, draft: price, model }) => ({
    meter,
    unit,
    model: (price ? priceOf(price) : model) as { kind: "flat" },
  })),
  characteristics: draft.characteristics,
});

const key = /^[a-z][a-z0-9_]{0,39}$/;

/** What is wrong with it, by the place of the input. */
export function offeringProblems(draft: OfferingDraft, t: T): Record<string, string> {
  const problems: Record<string, string> = {};
  const need = (place: string, text: string): void => {
    if (!text.trim()) problems[place] = t("field.required");
  };
  if (!/^[A-Z0-9][A-Z0-9._-]{1,39}$/.test(draft.sku)) problems["sku"] = t("field.sku");
  need("name.fr", draft.name.fr);
  need("name.en", draft.name.en);
  need("family", draft.family);
  for (const [index, meter] of draft.meters.entries()) {
    const place = `meters.${index}`;
    if (!key.test(meter.meter)) problems[`${place}.meter`] = t("field.key");
    else if (draft.meters.some((other, before) => before < index && other.meter === meter.meter))
      problems[`${place}.meter`] = t("field.twice");
    need(`${place}.unit`, meter.unit);
    if (meter.draft) Object.assign(problems, at(`${place}.model`, priceProblems(meter.draft, t)));
  }
  for (const [index, one] of draft.characteristics.entries()) {
    const place = `characteristics.${index}`;
    if (!key.test(one.name)) problems[`${place}.name`] = t("field.key");
    need(`${place}.label.fr`, one.label.fr);
    need(`${place}.label.en`, one.label.en);
    for (const [nth, value] of one.values.entries()) {
      need(`${place}.values.${nth}.value`, value.value);
      need(`${place}.values.${nth}.label.fr`, value.label.fr);
      need(`${place}.values.${nth}.label.en`, value.label.en);
    }
  }
  return problems;
}
