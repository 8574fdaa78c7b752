import type { Context } from "#platform/context.ts";
import type { FormField } from "./check-values.ts";
import { createForm } from "./save-form.ts";

const field = (name: string, type: FormField["type"], en: string, fr: string, required = false): FormField => ({
  name,
  type,
  label: { en, fr },
  required,
  options: [],
});

/** The form of the demo campaign's landing page. */
export async function seedForms(ctx: Context): Promise<void> {
  await createForm(ctx, {
    slug: "fibre-pro",
    name: { en: "Fibre Pro: be contacted", fr: "Fibre Pro : être recontacté" },
    fields: [
      field("first_name", "text", "First name", "Prénom", true),
      field("last_name", "text", "Last name", "Nom", true),
      field("email", "email", "E-mail", "E-mail", true),
      field("phone", "phone", "Phone", "Téléphone"),
      field("company", "text", "Company", "Entreprise"),
      field("message", "multiline", "What do you need?", "De quoi avez-vous besoin ?"),
    ],
    purposes: ["marketing_email", "profiling"],
    thanks: { en: "Your request has reached us.", fr: "Votre demande nous est bien parvenue." },
  });
}
