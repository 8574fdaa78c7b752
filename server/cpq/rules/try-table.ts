import type { Context } from "#platform/context.ts";
import { refuse, refuseUnless } from "#platform/errors.ts";
import { faultsOf } from "./check-table.ts";
import { type DecisionTable, decide, type Facts, type TableRule } from "./decision-table.ts";
import { loadTable } from "./load-table.ts";

export interface Draft {
  hitPolicy: DecisionTable["hitPolicy"];
  rules: readonly TableRule[];
}

/** What a table would decide for some facts, as saved or with `draft` in its place, and how each rule judged them. Writes nothing. */
export async function tryTable(ctx: Context, input: { key: string; facts: Facts; draft?: Draft | undefined }) {
  const saved = await loadTable(ctx, input.key);
  const table = { ...saved, ...input.draft };
  const [fault] = faultsOf(saved, table.rules);
  if (fault) refuse("rules.not_readable", { rule: fault.rule, column: fault.column, problem: fault.message[ctx.locale] });
  for (const { name, label, type } of table.inputs) {
    const fact = input.facts[name];
    if (typeof fact !== "string" || type === "text") continue;
    refuseUnless(/^-?\d{1,20}(\.\d{1,20})?$/.test(fact.trim()), "rules.not_a_number", { name: label[ctx.locale], fact });
  }
  try {
    const fired = decide(table, input.facts);
    return {
      version: saved.version,
      fired,
      rules: table.rules.map((rule) => ({
        rule: rule.id,
        fired: fired.some((one) => one.rule === rule.id),
        /** per column that asks something: whether the facts pass it */
        cells: Object.fromEntries(
          Object.entries(rule.when)
            .filter(([, test]) => test.trim() !== "" && test.trim() !== "-")
            .map(([name, test]) => [name, passes(table, input.facts, name, test)]),
        ),
      })),
    };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return refuse("rules.facts_missing", { problem: error.message });
  }
}

/** One cell alone, in the company of all facts: FEEL may compare with other columns. */
const passes = (table: DecisionTable, facts: Facts, name: string, test: string): boolean =>
  decide(
    {
      hitPolicy: "first",
      inputs: table.inputs,
      rules: [{ id: "cell", when: { [name]: test }, outcome: {}, reason: { en: "", fr: "" } }],
    },
    facts,
  ).length === 1;
