/** Decision tables (DMN chapter 8): every hit policy, defaults, allowed values, and which rule fired and why. */
import { compileTests } from "../feel/compile-test.ts";
import { parseTests } from "../feel/parse.ts";
import { type Code, type Env, namesIn, type Scope, withVariable } from "../feel/scope.ts";
import { RuleError } from "../rule-error.ts";
import { convert } from "../types/convert.ts";
import { any, type FeelType, settleType, typeText } from "../types/type.ts";
import { missing } from "../values/evaluation.ts";
import { shown } from "../values/text.ts";
import type { Value } from "../values/value.ts";
import { compileText, typesOfScope } from "./compile-expression.ts";
import { answerOf, type Hit } from "./hit-policy.ts";
import { typeNamed } from "./item-types.ts";
import type { TableExpression } from "./model.ts";

type Check = (env: Env, value: Value) => boolean;

/** Tests of a cell; ones that cannot be read never pass and say so. */
function checkOf(text: string, scope: Scope, type: FeelType): Check {
  try {
    return compileTests(parseTests(text.trim() === "" ? "-" : text, namesIn(withVariable(scope, "?", type))), scope);
  } catch (error) {
    if (!(error instanceof RuleError)) throw error;
    const { message } = error;
    return (env) => missing(env.run, message, text) === true;
  }
}

export function compileTable(table: TableExpression, scope: Scope, name: string): Code {
  const types = typesOfScope(scope);
  const inputs = table.inputs.map((input) => {
    const type = typeNamed(input.typeRef, types);
    return {
      expression: input.expression,
      type,
      value: compileText(input.expression, scope),
      allowed:
        input.allowed === undefined || input.allowed.trim() === ""
          ? null
          : { text: input.allowed, check: checkOf(input.allowed, scope, type) },
    };
  });
  const outputs = table.outputs.map((output) => ({
    name: output.name ?? "",
    type: table.outputs.length === 1 && output.typeRef === undefined ? any : typeNamed(output.typeRef, types),
    otherwise: output.otherwise === undefined ? null : compileText(output.otherwise, scope),
    priorities: prioritiesOf(output.allowed ?? allowedText(typeNamed(output.typeRef, types)), scope),
  }));
  const rules = table.rules.map((rule) => ({
    checks: inputs.map((input, index) => {
      const text = rule.tests[index] ?? "-";
      return /^\s*-?\s*$/.test(text) ? null : checkOf(text, scope, input.type);
    }),
    outputs: outputs.map((_, index) => compileText(rule.outputs[index] ?? "", scope)),
  }));
  const single = table.hitPolicy === "FIRST";

  /** The rules that match, in their order. */
  const match = (env: Env, values: readonly Value[]): number[] => {
    const matched: number[] = [];
    for (const [index, { checks }] of rules.entries()) {
      if (!checks.every((check, column) => check === null || check(env, values[column]!))) continue;
      matched.push(index);
      if (single) break;
    }
    return matched;
  };

  const output = (env: Env, index: number): Hit => ({
    rule: index + 1,
    outputs: rules[index]!.outputs.map((code, column) => {
      const value = code(env);
      const converted = value === null ? null : convert(value, outputs[column]!.type);
      if (converted !== undefined) return converted;
      return missing(env.run, `rule ${index + 1} answers ${shown(value)}, which is no ${typeText(outputs[column]!.type)}`);
    }),
  });

  return (env) => {
    const where = env.run.where;
    const values: Value[] = [];
    for (const { value, allowed, expression, type } of inputs) {
      const given = value(env);
      const converted = given === null ? null : convert(given, type);
      if (converted === undefined)
        return missing(env.run, `${expression} is ${shown(given)}, which is no ${typeText(type)}`, expression);
      if (allowed && given !== null && !allowed.check(env, converted))
        return missing(env.run, `${expression} is ${shown(converted)}, which is not among ${allowed.text}`, expression);
      values.push(converted);
    }
    const hits = match(env, values).map((index) => {
      env.run.where = `${where}${where ? ", " : ""}rule ${index + 1}`;
      const hit = output(env, index);
      env.run.where = where;
      return hit;
    });
    env.run.trace?.push({
      step: "table",
      name,
      hitPolicy: table.aggregation ? `${table.hitPolicy} ${table.aggregation}` : table.hitPolicy,
      inputs: inputs.map(({ expression }, index) => ({ expression, value: values[index]! })),
      fired: hits.map((hit) => firedBy(table, hit, values)),
    });
    return answerOf(table, outputs, hits, env, name);
  };
}

/** Why a rule fired: each cell with the value that passed it. */
function firedBy(table: TableExpression, hit: Hit, values: readonly Value[]) {
  const rule = table.rules[hit.rule - 1]!;
  const why = table.inputs.flatMap((input, index) => {
    const test = rule.tests[index] ?? "-";
    return /^\s*-?\s*$/.test(test) ? [] : [`${input.expression.trim()} = ${shown(values[index]!)} passes ${test.trim()}`];
  });
  const step = {
    rule: hit.rule,
    outputs: hit.outputs,
    annotations: rule.annotations ?? [],
    why: why.length > 0 ? why : ["always"],
  };
  return rule.id === undefined ? step : { ...step, id: rule.id };
}

/** Where a table lists no output values, those of the type give the order. */
function allowedText(written: FeelType): string | undefined {
  const type = settleType(written);
  return type.kind === "constrained" ? type.text : undefined;
}

/** The values of an output in the order of its allowed values, highest first. */
function prioritiesOf(text: string | undefined, scope: Scope): readonly Code[] {
  if (text === undefined || text.trim() === "") return [];
  try {
    const tests = parseTests(text, namesIn(scope));
    return tests.kind === "tests" ? tests.tests.map((test) => compileText(test.text, scope)) : [];
  } catch (error) {
    if (!(error instanceof RuleError)) throw error;
    return [];
  }
}
