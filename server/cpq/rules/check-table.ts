/** What is wrong with the rules of a table before it is saved: each fault with its place, in words for both languages. */
import { asFeel, CellFault } from "./cell-notation.ts";
import type { Bilingual, TableInput, TableOutput, TableRule } from "./decision-table.ts";

export interface Fault {
  /** The rule, counted from 1. */
  rule: number;
  ruleId: string;
  /** The column: the name of an input or an output, or "reason". */
  column: string;
  message: Bilingual;
}

interface Columns {
  inputs: readonly TableInput[];
  outputs: readonly TableOutput[];
}

/** Every fault of every rule, in reading order; empty when the rules can be saved. */
export function faultsOf({ inputs, outputs }: Columns, rules: readonly TableRule[]): Fault[] {
  const seen = new Set<string>();
  return rules.flatMap((rule, index) => {
    const found: Fault[] = [];
    const tell = (column: string, message: Bilingual) => void found.push({ rule: index + 1, ruleId: rule.id, column, message });
    if (seen.has(rule.id)) tell("id", { en: `another rule is called ${rule.id}`, fr: `une autre règle s’appelle ${rule.id}` });
    seen.add(rule.id);
    for (const { name, type } of inputs) {
      const message = faultOfTest(rule.when[name] ?? "-", type, inputs);
      if (message) tell(name, message);
    }
    for (const output of outputs) {
      const message = faultOfAnswer(rule.outcome[output.name] ?? "", output);
      if (message) tell(output.name, message);
    }
    for (const name of strangers(rule, { inputs, outputs }))
      tell(name, { en: `the table has no column ${name}`, fr: `la table n’a pas de colonne ${name}` });
    if (!rule.reason.en.trim() || !rule.reason.fr.trim())
      tell("reason", { en: "say why, in both languages", fr: "dites pourquoi, dans les deux langues" });
    return found;
  });
}

const strangers = (rule: TableRule, { inputs, outputs }: Columns): string[] => [
  ...Object.keys(rule.when).filter((name) => !inputs.some((input) => input.name === name)),
  ...Object.keys(rule.outcome).filter((name) => !outputs.some((output) => output.name === name)),
];

function faultOfTest(test: string, type: TableInput["type"], inputs: readonly TableInput[]): Bilingual | undefined {
  try {
    asFeel(
      test,
      type,
      inputs.map(({ name }) => name),
    );
    return undefined;
  } catch (error) {
    if (error instanceof CellFault) return faultWords[error.kind](test.trim(), error.detail);
    throw error;
  }
}

const faultWords: Record<CellFault["kind"], (test: string, detail: string) => Bilingual> = {
  unreadable(test, detail) {
    const at = /\(character (\d+)\)$/.exec(detail)?.[1];
    return {
      en: `“${test}” cannot be read${at ? `, from character ${at} on` : ""}`,
      fr: `«\u00a0${test}\u00a0» est illisible${at ? ` à partir du caractère ${at}` : ""}`,
    };
  },
  unknown_name: (test, name) => ({
    en: `“${test}”: no column is called “${name}”; put texts in quotes`,
    fr: `«\u00a0${test}\u00a0» : aucune colonne ne s’appelle «\u00a0${name}\u00a0»\u202f; mettez les textes entre guillemets droits`,
  }),
  texts_have_no_order: (test) => ({
    en: `“${test}”: texts are compared with = and != only`,
    fr: `«\u00a0${test}\u00a0» : les textes se comparent par = et != seulement`,
  }),
};

function faultOfAnswer(answer: string, { type, values }: TableOutput): Bilingual | undefined {
  if (answer.trim() === "") return { en: "an answer is missing", fr: "il manque une réponse" };
  if (values && !values.some(({ value }) => value === answer)) {
    const list = (locale: "en" | "fr") => values.map(({ label }) => label[locale]).join(", ");
    return {
      en: `“${answer}” means nothing here; choose one of: ${list("en")}`,
      fr: `«\u00a0${answer}\u00a0» n’a pas de sens ici\u202f; choisissez parmi : ${list("fr")}`,
    };
  }
  if (type === "number" && !/^-?\d{1,15}(\.\d{1,10})?$/.test(answer))
    return { en: `“${answer}” is not a number`, fr: `«\u00a0${answer}\u00a0» n’est pas un nombre` };
  return undefined;
}
