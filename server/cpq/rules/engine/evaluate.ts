/** The doors of the rules engine: models and expressions in, values with their reasons out. */
import { elementNamed, newSession, serviceFromInputs, valueOf } from "./dmn/decide.ts";
import { declaredType } from "./dmn/compile-model.ts";
import { type Linked, linkModel } from "./dmn/link.ts";
import type { Model } from "./dmn/model.ts";
import { readDmn } from "./dmn/read-dmn.ts";
import { callByName } from "./feel/compile-call.ts";
import { compile } from "./feel/compile.ts";
import { normalName, parseExpression } from "./feel/parse.ts";
import { namesIn, rootScope } from "./feel/scope.ts";
import { RuleError } from "./rule-error.ts";
import { any, type FeelType } from "./types/type.ts";
import { newEvaluation, type Problem, type TraceStep } from "./values/evaluation.ts";
import { type Context, type FeelDateTime, isKind, type Value } from "./values/value.ts";

export interface Options {
  /** What now() and today() answer; without it they have no value. */
  now?: FeelDateTime | null;
  /** Keep which rules fired, and why. */
  trace?: boolean;
  /** Throw RuleError rather than answer from something that was missing. */
  strict?: boolean;
}
export interface Outcome {
  value: Value;
  /** Everything that had no value on the way, with the reason. */
  problems: readonly Problem[];
  trace: readonly TraceStep[];
}

/** A DMN file, and the files it imports, ready to decide. Throws RuleError on a file that cannot be read or an import that is not there. */
export async function loadModel(xml: string, imported: readonly string[] = []): Promise<Linked> {
  const main = await readDmn(xml);
  return linkModel(main, (await Promise.all(imported.map(readIfDmn))).flat());
}

/** A file beside the model that cannot be read matters only when it is imported, and then its absence is told. */
async function readIfDmn(xml: string): Promise<Model[]> {
  try {
    return [await readDmn(xml)];
  } catch (error) {
    if (!(error instanceof RuleError)) throw error;
    return [];
  }
}

/** What a decision, a service or a piece of business knowledge of the model answers to these inputs. Throws RuleError when there is none of that name. */
export function decide(
  model: Linked,
  name: string,
  inputs: Context,
  options: Options = {},
  kind?: "decision" | "service" | "knowledge",
): Outcome {
  const kinds = kind ? [kind] : (["decision", "service", "knowledge"] as const);
  const element = kinds.map((each) => elementNamed(model, name, each)).find((each) => each !== undefined);
  if (!element || element.kind === "input")
    throw new RuleError(
      "rules.unknown",
      `there is no decision "${name}"; there are: ${[...model.byId.values()]
        .filter(({ kind: is }) => is === "decision")
        .map(({ is }) => is.name)
        .join(", ")}`,
    );
  const run = newEvaluation(options);
  const session = newSession(model, inputs, run);
  if (element.kind === "service") return outcome(serviceFromInputs(session, element), run, options, name);
  const value = valueOf(session, element);
  if (element.kind === "decision" || !isKind(value, "function")) return outcome(value, run, options, name);
  const args = new Map(value.signatures[0]!.map((parameter) => [parameter.name, inputs.get(parameter.name) ?? null]));
  return outcome(callByName(value, args, run, name), run, options, name);
}

function outcome(value: Value, run: ReturnType<typeof newEvaluation>, options: Options, name: string): Outcome {
  if (options.strict && run.problems.length > 0)
    throw new RuleError(
      "rules.missing",
      `"${name}" cannot be decided: ${run.problems.map(({ message }) => message).join("; ")}`,
      name,
      run.problems,
    );
  return { value, problems: run.problems, trace: run.trace ?? [] };
}

/** The types the inputs of a model should have, by name. */
export const inputTypes = (model: Linked): ReadonlyMap<string, FeelType> =>
  new Map([...model.byId.values()].map((element) => [element.is.name, declaredType(element)]));

/** A FEEL expression ready to be asked often: with the names it may use, or any when none are told. */
export function compileExpression(text: string, names?: readonly string[]): (values: Context, options?: Options) => Outcome {
  const scope = rootScope(new Map((names ?? []).map((name) => [normalName(name), any])), undefined, names === undefined);
  const code = compile(parseExpression(text, namesIn(scope)), scope);
  return (values, options = {}) => {
    const run = newEvaluation(options);
    return outcome(code({ up: null, value: values, run }), run, options, text);
  };
}
