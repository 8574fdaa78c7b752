/** What a table answers, given the rules that matched (DMN 8.2.10 and 8.2.11). */
import type { Code, Env } from "../feel/scope.ts";
import { builtins } from "../functions/builtins.ts";
import { equals } from "../values/compare.ts";
import { missing } from "../values/evaluation.ts";
import type { Value } from "../values/value.ts";
import type { TableExpression } from "./model.ts";

export interface Hit {
  rule: number;
  outputs: readonly Value[];
}
interface Output {
  name: string;
  otherwise: Code | null;
  priorities: readonly Code[];
}

const functions = { SUM: "sum", MIN: "min", MAX: "max", COUNT: "count" } as const;

export function answerOf(
  table: TableExpression,
  outputs: readonly Output[],
  hits: readonly Hit[],
  env: Env,
  name: string,
): Value {
  const { hitPolicy, aggregation } = table;
  const answer = (hit: Hit): Value => joined(outputs, hit.outputs);
  if (hits.length === 0) return otherwiseOf(table, outputs, env, name);
  switch (hitPolicy) {
    case "UNIQUE":
      if (hits.length > 1)
        return missing(env.run, `${name}: rules ${hits.map(({ rule }) => rule).join(", ")} match, where only one may`);
      return answer(hits[0]!);
    case "ANY": {
      const first = answer(hits[0]!);
      const other = hits.find((hit) => equals(answer(hit), first) !== true);
      if (other) return missing(env.run, `${name}: rules ${hits[0]!.rule} and ${other.rule} match and do not agree`);
      return first;
    }
    case "FIRST":
      return answer(hits[0]!);
    case "PRIORITY":
      return answer(byPriority(outputs, hits, env)[0]!);
    case "OUTPUT ORDER":
      return byPriority(outputs, hits, env).map(answer);
    case "RULE ORDER":
      return hits.map(answer);
    case "COLLECT":
      if (!aggregation) return hits.map(answer);
      if (aggregation === "COUNT") return hits.length;
      return joined(
        outputs,
        outputs.map((_, column) =>
          builtins.get(functions[aggregation])!.invoke([hits.map((hit) => hit.outputs[column]!)], env.run, 0),
        ),
      );
  }
}

/** One output is its value, several are a context. */
const joined = (outputs: readonly Output[], values: readonly Value[]): Value =>
  outputs.length === 1 ? values[0]! : new Map(outputs.map(({ name }, index) => [name, values[index]!]));

function otherwiseOf(table: TableExpression, outputs: readonly Output[], env: Env, name: string): Value {
  if (outputs.some(({ otherwise }) => otherwise))
    return joined(
      outputs,
      outputs.map(({ otherwise }) => otherwise?.(env) ?? null),
    );
  if (table.aggregation === "COUNT") return 0;
  return missing(env.run, `${name}: no rule matches and there is no default`);
}

/** The first output decides, then the next; values that are not in the list come last. */
function byPriority(outputs: readonly Output[], hits: readonly Hit[], env: Env): Hit[] {
  const orders = outputs.map(({ priorities }) => priorities.map((code) => code(env)));
  const rank = (hit: Hit, column: number): number => {
    const found = orders[column]!.findIndex((value) => equals(value, hit.outputs[column]!) === true);
    return found < 0 ? Number.MAX_SAFE_INTEGER : found;
  };
  return hits.toSorted((a, b) => {
    for (const column of outputs.keys()) {
      const difference = rank(a, column) - rank(b, column);
      if (difference !== 0) return difference;
    }
    return a.rule - b.rule;
  });
}
