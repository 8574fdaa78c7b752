import type { Value } from "../types.ts";
import type { Model } from "../model/model.ts";
import { ModelError } from "../model/model-error.ts";
import { FALSE, type Literal, negated } from "./cnf.ts";
import type { OrderedValues } from "./values.ts";

/** What rules may speak of: features, values and attributes, as literals. */
export interface Vocabulary {
  model: Model;
  selected(id: string): Literal;
  values(id: string): OrderedValues | null;
  /** "This feature has this value", for table cells and choices. Throws ModelError when the value is outside its domain. */
  cell(id: string, value: Value, path: string): Literal;
}

export function vocabularyOf(model: Model, literals: readonly Literal[], values: ReadonlyMap<number, OrderedValues>): Vocabulary {
  const index = (id: string): number => model.indexOf.get(id)!;
  return {
    model,
    selected: (id) => literals[index(id)]!,
    values: (id) => values.get(index(id)) ?? null,
    cell(id, value, path) {
      const selected = literals[index(id)]!;
      if (value === true) return selected;
      if (value === false) return negated(selected);
      const ordered = values.get(index(id));
      if (!ordered)
        throw new ModelError("rule.no_value", `"${id}" has no value to compare with ${JSON.stringify(value)}`, { path });
      if (value === 0 && model.features[index(id)]!.quantity) return negated(selected);
      return ordered.options.find((option) => option.value === value)?.literal ?? FALSE;
    },
  };
}
