import type { ImportChoices } from "./import-words.ts";

/** The choices with one spelling mended while the file is read (`to` undefined: no longer). */
export function withReplacement(choices: ImportChoices, field: string, from: string, to: string | undefined): ImportChoices {
  const all = choices.options.replacements ?? {};
  const { [from]: _, ...others } = all[field] ?? {};
  const ofField = to === undefined ? others : { ...others, [from]: to };
  return { ...choices, options: { ...choices.options, replacements: { ...all, [field]: ofField } } };
}
