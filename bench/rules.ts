/** The rules engine on simple guards and a decision table, beside feelin (FEEL), cel-js (CEL) and json-rules-engine, in one run. */
import { parse as parseCel } from "@marcbachmann/cel-js";
import { evaluate as feelin } from "feelin";
import { Engine } from "json-rules-engine";
import { compileTable } from "#cpq/rules/engine/dmn/compile-table.ts";
import { compileExpression } from "#cpq/rules/engine/evaluate.ts";
import { rootScope } from "#cpq/rules/engine/feel/scope.ts";
import { builtinType } from "#cpq/rules/engine/types/type.ts";
import { newEvaluation } from "#cpq/rules/engine/values/evaluation.ts";
import { fromJsNumber } from "#cpq/rules/engine/values/number.ts";
import type { Value } from "#cpq/rules/engine/values/value.ts";
import type { BenchResult } from "./result.ts";

const barPerSecond = 1_000_000;
const guard = 'age >= 18 and status = "gold"';
const money = "amount * 1.2 > 100.50 and amount <= 5000";

interface Facts {
  age: number;
  status: string;
  amount: number;
}
/** A thousand customers, the same in every run; a third pass the guard. */
const customers: Facts[] = Array.from({ length: 1000 }, (_, index) => ({
  age: (index * 37) % 80,
  status: ["gold", "silver", "none"][index % 3]!,
  amount: ((index * 7919) % 600_000) / 100,
}));
const values = customers.map(
  ({ age, status, amount }) =>
    new Map<string, Value>([
      ["age", age],
      ["status", status],
      ["amount", fromJsNumber(amount)],
    ]),
);

/** Best of five: how many per second, and how many said yes (which all must agree on). */
function rate(times: number, once: (index: number) => boolean): { perSecond: number; yes: number } {
  let best = 0;
  let yes = 0;
  for (let round = 0; round < 5; round++) {
    yes = 0;
    const start = performance.now();
    for (let index = 0; index < times; index++) if (once(index % 1000)) yes++;
    best = Math.max(best, (times / (performance.now() - start)) * 1000);
  }
  return { perSecond: best, yes: yes / (times / 1000) };
}

async function rateOfJsonRules(times: number): Promise<{ perSecond: number; yes: number }> {
  const engine = new Engine();
  const all = [
    { fact: "age", operator: "greaterThanInclusive", value: 18 },
    { fact: "status", operator: "equal", value: "gold" },
  ];
  engine.addRule({ conditions: { all }, event: { type: "passes" } });
  let yes = 0;
  const start = performance.now();
  for (let index = 0; index < times; index++) {
    const { age, status } = customers[index % 1000]!;
    if ((await engine.run({ age, status })).events.length > 0) yes++;
  }
  return { perSecond: (times / (performance.now() - start)) * 1000, yes: yes / (times / 1000) };
}

/** Twenty rules over age and status; one fires. */
function tableRate(): { perSecond: number; yes: number } {
  const types = new Map([
    ["age", builtinType("number")!],
    ["status", builtinType("string")!],
  ]);
  const rules = Array.from({ length: 20 }, (_, index) => ({
    tests: [index === 19 ? ">= 76" : `[${index * 4}..${(index + 1) * 4})`, index % 2 === 0 ? '"gold", "silver", "none"' : "-"],
    outputs: [String(index)],
  }));
  const inputs = [
    { expression: "age", typeRef: "number" },
    { expression: "status", typeRef: "string" },
  ];
  const code = compileTable(
    { kind: "table", hitPolicy: "FIRST", inputs, outputs: [{}], annotations: [], rules },
    rootScope(types),
    "bench",
  );
  return rate(200_000, (index) => code({ up: null, value: values[index]!, run: newEvaluation() }) !== null);
}

const shown = (perSecond: number): string => `${Math.round(perSecond).toLocaleString("en-US")}/s`;

/** Runs the bench and returns its rows. */
export async function bench(): Promise<BenchResult> {
  const ours = compileExpression(guard, ["age", "status", "amount"]);
  const cel = parseCel('age >= 18 && status == "gold"');
  const engine = rate(2_000_000, (index) => ours(values[index]!).value === true);
  const celRate = rate(500_000, (index) => cel({ age: customers[index]!.age, status: customers[index]!.status }) === true);
  const feelinRate = rate(2_000, (index) => feelin(guard, { ...customers[index]! }).value === true);
  const jsonRules = await rateOfJsonRules(20_000);
  for (const peer of [celRate, feelinRate, jsonRules])
    if (Math.abs(peer.yes - engine.yes) > 0.001)
      throw new Error(`the peers disagree: ${peer.yes} and ${engine.yes} of a thousand pass`);
  const decimals = compileExpression(money, ["age", "status", "amount"]);
  const exact = rate(500_000, (index) => decimals(values[index]!).value === true);
  return {
    name: "Rules",
    rows: [
      {
        metric: `Simple guard: ${guard}`,
        value: shown(engine.perSecond),
        bar: `>= ${shown(barPerSecond)}`,
        met: engine.perSecond >= barPerSecond,
        peer: `cel-js (parsed once) ${shown(celRate.perSecond)}; feelin (reads it each time) ${shown(feelinRate.perSecond)}; json-rules-engine ${shown(jsonRules.perSecond)}`,
      },
      {
        metric: `Guard on exact decimals: ${money}`,
        value: shown(exact.perSecond),
        peer: "none of the peers counts in decimals",
      },
      { metric: "Decision table of 20 rules, 2 inputs, FIRST", value: shown(tableRate().perSecond) },
    ],
  };
}
