import { analyseModel } from "./engine/publish/analyse-model.ts";
import { defineModel } from "./engine/model/define-model.ts";
import type { Model } from "./engine/model/model.ts";
import { ModelError } from "./engine/model/model-error.ts";
import { readUvl } from "./engine/uvl/read-uvl.ts";
import { benchModel } from "./bench-model.ts";

interface Io {
  out(text: string): void;
  err(text: string): void;
  readFile(path: string): Promise<string>;
}

const usage = `usage: throughline model check <file.uvl> [--json]
       throughline model bench <file.uvl> [--choices 200] [--seed 1] [--json]`;

/** `throughline model`: checks a feature model before publishing, or measures configuring it. 0 ok, 1 bad model, 2 wrong use or no such file. */
export const modelCommand = {
  name: "model",
  summary: "check a feature model (UVL) before publishing, or measure configuring it",
  usage,
  async run(args: string[], io: Io): Promise<number> {
    const asked = parse(args);
    if (typeof asked === "string") {
      io.err(`${asked}\n${usage}`);
      return 2;
    }
    const text = await io.readFile(asked.file);
    try {
      const model = defineModel(readUvl(text));
      const result = asked.verb === "check" ? checked(model) : benchModel(model, asked.choices, asked.seed);
      io.out(asked.json ? JSON.stringify(result) : table(result));
      return 0;
    } catch (error) {
      if (!(error instanceof ModelError)) throw error;
      return fail(io, asked.json, { code: error.code, message: error.message, ...error.place });
    }
  },
};

function checked(model: Model): Record<string, unknown> {
  const analysis = analyseModel(model, { skipRedundant: true });
  return {
    features: analysis.features,
    satisfiable: analysis.satisfiable,
    core: analysis.core.length,
    dead: analysis.dead.length,
    falseOptional: analysis.falseOptional.length,
    configurations: analysis.configurations === null ? null : String(analysis.configurations),
    ...(analysis.reason === null ? {} : { reason: analysis.reason }),
    engine: analysis.engine,
    compileMs: Math.round(analysis.compileMs),
  };
}

function fail(io: Io, json: boolean, error: { code: string; message: string }): number {
  if (json) io.out(JSON.stringify({ error }));
  io.err(error.message);
  return 1;
}

interface Asked {
  verb: "check" | "bench";
  file: string;
  choices: number;
  seed: number;
  json: boolean;
}

/** What was asked, or what is wrong with how it was asked. */
function parse(args: readonly string[]): Asked | string {
  const [verb, ...rest] = args;
  if (verb !== "check" && verb !== "bench")
    return verb === undefined ? "say what to do: check or bench" : `unknown: model ${verb}`;
  const asked: Asked = { verb, file: "", choices: 200, seed: 1, json: false };
  for (let i = 0; i < rest.length; i++) {
    const word = rest[i]!;
    if (word === "--json") asked.json = true;
    else if ((word === "--choices" || word === "--seed") && verb === "bench") {
      const value = rest[++i] ?? "";
      if (!/^\d{1,9}$/.test(value) || (word === "--choices" && value === "0")) return `${word} takes a whole number`;
      asked[word === "--choices" ? "choices" : "seed"] = Number(value);
    } else if (word.startsWith("--")) return `unknown option ${word}`;
    else if (asked.file !== "") return `one file at a time, got also ${word}`;
    else asked.file = word;
  }
  return asked.file === "" ? "name a .uvl file" : asked;
}

function table(result: object): string {
  const rows = Object.entries(result).map(([name, value]) => [
    name,
    typeof value === "object" && value !== null ? JSON.stringify(value) : String(value),
  ]);
  const width = Math.max(...rows.map(([name]) => name!.length));
  return rows.map(([name, value]) => `${name!.padEnd(width)}  ${value}`).join("\n");
}
