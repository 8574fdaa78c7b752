/** A folder of the kit, however deep: every test file with the models beside it. */
import { loadModel } from "../evaluate.ts";
import type { FeelDateTime } from "../values/value.ts";
import { type Failure, runCase } from "./run-tests.ts";
import { readTestFile } from "./read-tests.ts";

export interface KitFile {
  /** With its folders, slashes between them. */
  path: string;
  text: string;
}
export interface KitResult {
  passed: number;
  failed: number;
  skipped: number;
  failures: Failure[];
}

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf("/") + 1);
const nameOf = (path: string): string => path.slice(path.lastIndexOf("/") + 1);

/** Runs every test case of the files given. A model that cannot be read fails all its cases; nothing is skipped silently. */
export async function runKit(files: readonly KitFile[], now: FeelDateTime): Promise<KitResult> {
  const result: KitResult = { passed: 0, failed: 0, skipped: 0, failures: [] };
  for (const file of files.filter(({ path }) => path.endsWith(".xml"))) {
    if (!/<(?:\w+:)?testCases[\s>]/.test(file.text)) continue;
    const { modelName, cases } = readTestFile(file.text);
    const beside = files.filter(({ path }) => path.endsWith(".dmn") && folderOf(path) === folderOf(file.path));
    const main = modelOf(modelName, file, beside);
    const model = await load(main, beside);
    for (const test of cases) {
      const failure =
        typeof model === "string"
          ? { model: modelName, test: test.id, expected: "a model", actual: model }
          : runCase(model, modelName, test, now);
      if (failure) {
        result.failed++;
        result.failures.push(failure);
      } else result.passed++;
    }
  }
  return result;
}

/** By the name the tests give, else by the name of the test file, else the only one. */
function modelOf(modelName: string, test: KitFile, beside: readonly KitFile[]): KitFile | undefined {
  const named = (name: string) => beside.find(({ path }) => nameOf(path) === name);
  return (
    named(nameOf(modelName)) ??
    named(`${nameOf(modelName)}.dmn`) ??
    named(nameOf(test.path).replace(/-test-\d+\.xml$/, ".dmn")) ??
    (beside.length === 1 ? beside[0] : undefined)
  );
}

async function load(main: KitFile | undefined, beside: readonly KitFile[]) {
  if (!main) return "the model is not beside its tests";
  try {
    return await loadModel(
      main.text,
      beside.filter((each) => each !== main).map(({ text }) => text),
    );
  } catch (error) {
    return `the model cannot be loaded: ${(error as Error).message}`;
  }
}
