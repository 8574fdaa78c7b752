/** Names to the code that finds their values. */
import { builtins } from "../functions/builtins.ts";
import { missing } from "../values/evaluation.ts";
import { isContext, isList, type Value } from "../values/value.ts";
import { normalName } from "./parse.ts";
import type { Code, Env, Scope } from "./scope.ts";

const up = (env: Env, hops: number): Env => {
  let at = env;
  for (let left = hops; left > 0; left--) at = at.up!;
  return at;
};

/** Looks inside out: the nearest scope that has the name wins; elements and unfinished contexts are asked at run time. */
export function compileName(name: string, scope: Scope, text: string): Code {
  const tries: { hops: number; element: boolean }[] = [];
  let hops = 0;
  for (let at = scope; ; at = at.up, hops++) {
    if (at.kind === "variable" && at.name === name)
      return tries.length === 0 ? variable(hops) : dynamic(tries, variable(hops), name);
    if (at.kind === "record" && at.names.has(name)) tries.push({ hops, element: false });
    if (at.kind === "element") tries.push({ hops, element: true });
    if (at.kind !== "root") continue;
    const found = root(name, hops, at.names.has(name) || at.open, text);
    return tries.length === 0 ? found : dynamic(tries, found, name);
  }
}

function variable(hops: number): Code {
  if (hops === 0) return (env) => env.value;
  if (hops === 1) return (env) => env.up!.value;
  return (env) => up(env, hops).value;
}

function root(name: string, hops: number, known: boolean, text: string): Code {
  const builtin = builtins.get(name) ?? null;
  if (!known) return builtin ? () => builtin : (env) => missing(env.run, `nothing is called "${name}" here`, text);
  return (env) => {
    const given = up(env, hops).value as ReadonlyMap<string, Value>;
    const value = given.get(name) ?? entryOf(given, name);
    return value !== undefined ? value : (builtin ?? missing(env.run, `"${name}" was not given`, text));
  };
}

function dynamic(tries: readonly { hops: number; element: boolean }[], otherwise: Code, name: string): Code {
  return (env) => {
    for (const { hops, element } of tries) {
      const { value } = up(env, hops);
      if (!isContext(value)) {
        if (element && name === "item") return value;
        continue;
      }
      const found = entryOf(value, name);
      if (found !== undefined) return found;
      if (element && name === "item") return value;
    }
    return otherwise(env);
  };
}

/** The entry of a context by name as written, or by a name that differs only in its blanks. */
export function entryOf(context: ReadonlyMap<string, Value>, name: string): Value | undefined {
  const direct = context.get(name);
  if (direct !== undefined || !/[\s./\-'+*]/.test(name)) return direct;
  const wanted = normalName(name);
  for (const [key, value] of context) if (normalName(key) === wanted) return value;
  return undefined;
}

export const asList = (value: Value): readonly Value[] => (isList(value) ? value : value === null ? [] : [value]);
