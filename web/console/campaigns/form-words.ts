import type { client } from "../../api/client.ts";

export type FormRow = Awaited<ReturnType<typeof client.forms.list>>["rows"][number];
export type FormField = FormRow["fields"][number];

export const fieldTypes = ["text", "email", "phone", "select", "multiline"] as const;

export interface FormDraft {
  slug: string;
  name: { en: string; fr: string };
  fields: FormField[];
  purposes: string[];
  thanks: { en: string; fr: string };
}

const field = (name: string, type: FormField["type"], en: string, fr: string, required = false): FormField => ({
  name,
  type,
  label: { en, fr },
  required,
  options: [],
});

/** What most forms begin with: enough to answer somebody, no more. */
export const emptyForm = (): FormDraft => ({
  slug: "",
  name: { en: "", fr: "" },
  fields: [
    field("first_name", "text", "First name", "Prénom", true),
    field("last_name", "text", "Last name", "Nom", true),
    field("email", "email", "E-mail", "E-mail", true),
    field("phone", "phone", "Phone", "Téléphone"),
  ],
  purposes: ["marketing_email"],
  thanks: { en: "", fr: "" },
});

/** Questions that go straight to the right place of a person's record; others are kept with the answer. */
export const knownFields: FormField[] = [
  field("first_name", "text", "First name", "Prénom"),
  field("last_name", "text", "Last name", "Nom"),
  field("email", "email", "E-mail", "E-mail"),
  field("phone", "phone", "Phone", "Téléphone"),
  field("company", "text", "Company", "Entreprise"),
  field("postcode", "text", "Postcode", "Code postal"),
  field("message", "multiline", "What do you need?", "De quoi avez-vous besoin\u202f?"),
];

export const isFormComplete = (draft: FormDraft): boolean =>
  /^[a-z0-9][a-z0-9-]{1,60}$/.test(draft.slug) &&
  [draft.name, draft.thanks, ...draft.fields.flatMap((one) => [one.label, ...one.options.map((option) => option.label)])].every(
    (words) => words.en.trim() !== "" && words.fr.trim() !== "",
  ) &&
  draft.fields.length > 0 &&
  draft.fields.every((one) => one.type !== "select" || one.options.length > 0) &&
  new Set(draft.fields.map((one) => one.name)).size === draft.fields.length;
