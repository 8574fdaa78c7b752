import type { z } from "zod";
import { refuseUnless } from "#platform/errors.ts";
import type { formField } from "./contract.ts";

export type FormField = z.infer<typeof formField>;

const emailShape = /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/;

/** The answers a form asks for, checked field by field; what it does not ask for is dropped. */
export function checkValues(fields: readonly FormField[], values: Record<string, string>): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const field of fields) {
    const value = (values[field.name] ?? "").trim();
    refuseUnless(value !== "" || !field.required, "form.field_missing", {
      field: field.name,
      labelEn: field.label.en,
      labelFr: field.label.fr,
    });
    if (value === "") continue;
    refuseUnless(field.type !== "email" || (emailShape.test(value) && value.length <= 254), "form.field_not_valid", {
      field: field.name,
      labelEn: field.label.en,
      labelFr: field.label.fr,
    });
    refuseUnless(field.type !== "select" || field.options.some((option) => option.value === value), "form.field_not_valid", {
      field: field.name,
      labelEn: field.label.en,
      labelFr: field.label.fr,
    });
    kept[field.name] = value;
  }
  return kept;
}
