/** A decision table as a DMN file other tools read, and back: the way out, and the way in, of every rule. */
import { asDmn, type DecisionTable, type TableOutput, type TableRule, type Bilingual } from "./decision-table.ts";
import type { Expression, Model, TableExpression } from "./engine/dmn/model.ts";
import { parseExpression } from "./engine/feel/parse.ts";
import { RuleError } from "./engine/rule-error.ts";

const annotations = ["Reason (en)", "Reason (fr)"];

interface Named extends DecisionTable {
  key: string;
  name: Bilingual;
  outputs: readonly TableOutput[];
}

/** The table as a model of one decision that needs one input per column. */
export function tableAsModel(table: Named): Model {
  const typed = ({ type }: { type: "number" | "text" }) => (type === "number" ? "number" : "string");
  const logic: TableExpression = {
    ...asDmn(table),
    id: `${table.key}_table`,
    inputs: table.inputs.map((input) => ({ label: input.label.en, expression: input.name, typeRef: typed(input) })),
    outputs: table.outputs.map((output) => ({
      name: output.name,
      label: output.label.en,
      typeRef: typed(output),
      ...(output.values && { allowed: output.values.map(({ value }) => feelText(value, output)).join(", ") }),
    })),
    annotations,
    rules: table.rules.map((rule, index) => ({
      ...asDmn(table).rules[index]!,
      outputs: table.outputs.map((output) => feelText(rule.outcome[output.name] ?? "", output)),
      annotations: [rule.reason.en, rule.reason.fr],
    })),
  };
  return {
    namespace: `urn:throughline:decision-table:${table.key}`,
    name: table.name.en,
    imports: [],
    types: [],
    inputs: table.inputs.map((input) => ({ id: `input_${input.name}`, name: input.name, typeRef: typed(input) })),
    decisions: [
      {
        id: table.key,
        name: table.name.en,
        requirements: table.inputs.map(({ name }) => ({ kind: "input" as const, href: `#input_${name}` })),
        logic,
      },
    ],
    knowledge: [],
    services: [],
  };
}

const feelText = (value: string, { type }: TableOutput): string => (type === "number" ? value : JSON.stringify(value));

/** Why a DMN file cannot become this table, for the person who chose the file. */
export class UnfitModel extends Error {
  override name = "UnfitModel";
  readonly says: Bilingual;
  constructor(says: Bilingual) {
    super(says.en);
    this.says = says;
  }
}

const unfit = (en: string, fr: string): never => {
  throw new UnfitModel({ en, fr });
};

/** The rules in a DMN model, for this table: its own inputs and outputs must be there. Throws UnfitModel saying what is not. */
export function rulesOfModel(model: Model, table: Named): { hitPolicy: DecisionTable["hitPolicy"]; rules: TableRule[] } {
  const found = theTable(model, table);
  const hitPolicy = policyOf(found);
  const inputs = found.inputs.map(({ expression }) => expression.trim());
  const stranger = inputs.find((name) => !table.inputs.some((input) => input.name === name));
  if (stranger)
    unfit(
      `the file asks for “${stranger}”, which this table does not know`,
      `le fichier demande « ${stranger} », que cette table ne connaît pas`,
    );
  const single = found.outputs.length === 1 && table.outputs.length === 1;
  const outputs = table.outputs.map((output) => {
    const at = single ? 0 : found.outputs.findIndex(({ name }) => name === output.name);
    return at >= 0 ? at : unfit(`the file has no output “${output.name}”`, `le fichier n’a pas de sortie « ${output.name} »`);
  });
  const taken = new Set<string>();
  return {
    hitPolicy,
    rules: found.rules.map((rule, index) => {
      const id = freeId(rule.id, index, taken);
      const known = table.rules.find((each) => each.id === id);
      const said = (locale: "en" | "fr"): string => {
        const at = found.annotations.indexOf(`Reason (${locale})`);
        return (rule.annotations?.[at >= 0 ? at : 0] ?? "").trim() || known?.reason[locale] || "";
      };
      return {
        id,
        when: Object.fromEntries(
          inputs.flatMap((name, at) => {
            const test = (rule.tests[at] ?? "-").trim();
            return test === "-" || test === "" ? [] : [[name, withoutNull(test)]];
          }),
        ),
        outcome: Object.fromEntries(
          table.outputs.map(({ name }, at) => [name, constantOf(rule.outputs[outputs[at]!] ?? "", index + 1)]),
        ),
        reason: { en: said("en"), fr: said("fr") },
      };
    }),
  };
}

function theTable(model: Model, table: Named): TableExpression {
  const tables = model.decisions.filter((each): each is typeof each & { logic: TableExpression } => each.logic?.kind === "table");
  const chosen = tables.find(({ id }) => id === table.key) ?? (tables.length === 1 ? tables[0] : undefined);
  if (chosen) return chosen.logic;
  const kinds = model.decisions.map(({ logic }) => (logic as Expression | undefined)?.kind ?? "none");
  return unfit(
    tables.length > 1
      ? `the file has ${tables.length} decision tables; give the one meant the id ${table.key}`
      : `the file has no decision table (${kinds.join(", ") || "no decision"})`,
    tables.length > 1
      ? `le fichier contient ${tables.length} tables de décision ; donnez l’identifiant ${table.key} à la bonne`
      : `le fichier ne contient pas de table de décision (${kinds.join(", ") || "aucune décision"})`,
  );
}

/** UNIQUE and ANY answer alike whichever rule is looked at first; orders and sums of answers have no meaning here. */
function policyOf({ hitPolicy, aggregation }: TableExpression): DecisionTable["hitPolicy"] {
  if (aggregation)
    return unfit(
      `answers are not added up here (${hitPolicy} ${aggregation})`,
      `les réponses ne s’additionnent pas ici (${hitPolicy} ${aggregation})`,
    );
  if (hitPolicy === "FIRST" || hitPolicy === "UNIQUE" || hitPolicy === "ANY") return "first";
  if (hitPolicy === "COLLECT" || hitPolicy === "RULE ORDER") return "collect";
  return unfit(
    `the hit policy ${hitPolicy} is not used here; use FIRST or COLLECT`,
    `la règle d’arbitrage ${hitPolicy} n’existe pas ici ; utilisez FIRST ou COLLECT`,
  );
}

/** What asFeel adds to negations, taken away again: it comes back on its own. */
const withoutNull = (test: string): string => test.replace(/^(not\(.*), null\)$/, "$1)");

function constantOf(text: string, rule: number): string {
  if (text.trim() === "") return "";
  try {
    const syntax = parseExpression(text);
    if (syntax.kind === "literal" && (typeof syntax.value === "string" || typeof syntax.value === "number"))
      return String(syntax.value);
  } catch (error) {
    if (!(error instanceof RuleError)) throw error;
  }
  if (/^-?\d+(\.\d+)?$/.test(text.trim())) return text.trim();
  return unfit(
    `the answer of rule ${rule} must be a plain text or number, not ${text.trim()}`,
    `la réponse de la règle ${rule} doit être un simple texte ou nombre, pas ${text.trim()}`,
  );
}

function freeId(written: string | undefined, index: number, taken: Set<string>): string {
  const usable = written && /^[a-z][a-z0-9_]{0,59}$/.test(written) && !taken.has(written) ? written : undefined;
  let id = usable ?? `rule_${index + 1}`;
  for (let more = 2; taken.has(id); more += 1) id = `rule_${index + 1}_${more}`;
  taken.add(id);
  return id;
}
