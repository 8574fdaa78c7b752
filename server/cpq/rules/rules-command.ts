import { readdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { FeelDateTime } from "./engine/values/value.ts";
import { analyseModel } from "./engine/analysis/analyse-model.ts";
import { readDmn } from "./engine/dmn/read-dmn.ts";
import { decide, inputTypes, loadModel } from "./engine/evaluate.ts";
import { RuleError } from "./engine/rule-error.ts";
import { type KitFile, runKit } from "./engine/tck/run-folder.ts";
import { any } from "./engine/types/type.ts";
import { parseDateTime } from "./engine/values/parse-temporal.ts";
import { fromJson, toJson } from "./engine/values/json.ts";
import type { Value } from "./engine/values/value.ts";

interface Io {
  out(text: string): void;
  err(text: string): void;
  readFile(path: string): Promise<string>;
}

const usage = [
  "usage: throughline rules tck <folder> [--json]",
  "       throughline rules check <file.dmn> [--json]",
  "       throughline rules run <file.dmn> --decision <name> --input <in.json> [--strict] [--trace] [--now 2026-01-31T12:00:00Z] [--json]",
].join("\n");

/** `throughline rules`: decides by a DMN model, looks for gaps and overlaps in its tables, or runs the cases of the DMN compatibility kit. 0 done, 1 failed on the data, 2 wrong use. */
export const rulesCommand = {
  name: "rules",
  summary: "decide by a DMN model (run), look for gaps and overlaps in its tables (check), run the DMN compatibility kit (tck)",
  usage,
  async run(args: string[], io: Io): Promise<number> {
    const [verb, target, ...rest] = args.filter((arg) => arg !== "--json");
    const json = args.includes("--json");
    const door = verbs[verb ?? ""];
    if (target === undefined || target.startsWith("--") || !door) {
      io.err(`Say what to do, and with what.\n${usage}`);
      return 2;
    }
    try {
      return await door(target, rest, json, io);
    } catch (error) {
      if (!(error instanceof RuleError)) throw error;
      const { code, message, where, problems } = error;
      if (json) io.out(JSON.stringify({ error: { code, message, where, problems } }));
      io.err(message);
      return 1;
    }
  },
};

const verbs: Record<string, (target: string, rest: string[], json: boolean, io: Io) => Promise<number>> = { tck, run, check };

async function check(file: string, rest: string[], json: boolean, io: Io): Promise<number> {
  if (rest.length > 0) {
    io.err(`Unknown: ${rest.join(" ")}\n${usage}`);
    return 2;
  }
  const tables = analyseModel(await readDmn(await io.readFile(file)));
  io.out(json ? JSON.stringify({ tables }) : JSON.stringify({ tables }, null, 2));
  return 0;
}

const systemNow = (): FeelDateTime => parseDateTime(new Date().toISOString())!;

async function tck(folder: string, rest: string[], json: boolean, io: Io): Promise<number> {
  if (rest.length > 0) {
    io.err(`Unknown: ${rest.join(" ")}\n${usage}`);
    return 2;
  }
  const result = await runKit(await filesOf(folder, io), systemNow());
  if (json) io.out(JSON.stringify(result));
  else {
    for (const { model, test, expected, actual } of result.failures)
      io.out(`${model} ${test}: expected ${expected}, got ${actual}`);
    io.out(`${result.passed} passed, ${result.failed} failed, ${result.skipped} skipped`);
  }
  return result.failed > 0 ? 1 : 0;
}

async function filesOf(folder: string, io: Io): Promise<KitFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && /\.(dmn|xml)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  return Promise.all(paths.sort().map(async (path) => ({ path: path.replaceAll("\\", "/"), text: await io.readFile(path) })));
}

const flags = new Set(["--strict", "--trace"]);
const options = new Set(["--decision", "--input", "--now"]);

async function run(file: string, rest: string[], json: boolean, io: Io): Promise<number> {
  const given = new Map<string, string>();
  for (let at = 0; at < rest.length; at++) {
    const name = rest[at]!;
    if (flags.has(name)) given.set(name, "");
    else if (options.has(name) && rest[at + 1] !== undefined) given.set(name, rest[++at]!);
    else {
      io.err(`Unknown or incomplete: ${name}\n${usage}`);
      return 2;
    }
  }
  const decision = given.get("--decision");
  const input = given.get("--input");
  if (decision === undefined || input === undefined) {
    io.err(`Name the decision and the file of its inputs.\n${usage}`);
    return 2;
  }
  const now = given.has("--now") ? parseDateTime(given.get("--now")!) : systemNow();
  if (now === null) throw new RuleError("rules.input", `--now is no date and time: ${given.get("--now")}`, "--now");
  const model = await loadModel(await io.readFile(file), await importsOf(file, io));
  const types = inputTypes(model);
  const inputs = new Map(
    Object.entries(await readInput(input, io)).map(([name, value]): [string, Value] => [
      name,
      fromJson(value, types.get(name) ?? any, name),
    ]),
  );
  const outcome = decide(model, decision, inputs, { now, trace: given.has("--trace"), strict: given.has("--strict") });
  const shown = {
    decision,
    value: toJson(outcome.value),
    problems: outcome.problems,
    ...(given.has("--trace") ? { trace: outcome.trace.map(plain) } : {}),
  };
  io.out(json ? JSON.stringify(shown) : JSON.stringify(shown, null, 2));
  return 0;
}

/** The other models of the folder, of which imports are taken. */
async function importsOf(file: string, io: Io): Promise<string[]> {
  const text = await io.readFile(file);
  if (!/<(?:\w+:)?import\s/.test(text)) return [];
  const folder = dirname(file);
  const others = (await readdir(folder)).filter((name) => name.endsWith(".dmn") && join(folder, name) !== join(file));
  return Promise.all(others.sort().map((name) => io.readFile(join(folder, name))));
}

async function readInput(path: string, io: Io): Promise<Record<string, unknown>> {
  const text = await io.readFile(path);
  try {
    const input = JSON.parse(text) as unknown;
    if (input !== null && typeof input === "object" && !Array.isArray(input)) return input as Record<string, unknown>;
  } catch (error) {
    throw new RuleError("rules.input", `${path} is no JSON: ${(error as Error).message}`, path);
  }
  throw new RuleError("rules.input", `${path} must hold one object: the inputs by name`, path);
}

/** A trace step with its values as JSON. */
const plain = (step: object): unknown =>
  JSON.parse(JSON.stringify(Object.fromEntries(Object.entries(step).map(([key, value]) => [key, deep(value)]))));

function deep(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(deep);
  if (value instanceof Map || value === null || typeof value !== "object" || "kind" in value || "toFixed" in value)
    return toJson(value as Value);
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, deep(each)]));
}
