import { globSync, statSync } from "node:fs";
import { join, normalize, relative } from "node:path";

/** The tests of a run: those of node:test, and those that need a browser. Paths from the project's root. */
export type Selection = { node: string[]; browser: string[] };

const places = "{server,web,test,scripts,bench}/**/*.test.{ts,tsx}";
const browserFolder = join("test", "browser");

/**
 * All tests, or only those named: a file, or a folder and all below it.
 * @throws when a name selects nothing, so that a typing error is never a green run
 */
export function selectFiles(root: string, names: string[]): Selection {
  const all = globSync(places, { cwd: root, exclude: (path) => path.includes("node_modules") })
    .map(normalize)
    .sort();
  const chosen = names.length === 0 ? all : [...new Set(names.flatMap((name) => matching(root, all, name)))];
  const needsBrowser = (path: string): boolean => path.startsWith(browserFolder);
  return { node: chosen.filter((path) => !needsBrowser(path)), browser: chosen.filter(needsBrowser) };
}

function matching(root: string, all: string[], name: string): string[] {
  const path = relative(root, join(process.cwd(), name));
  const isFolder = statSync(join(root, path), { throwIfNoEntry: false })?.isDirectory() ?? false;
  const found = all.filter((test) => (isFolder ? path === "" || test.startsWith(`${path}/`) : test === path));
  if (found.length === 0) throw new Error(`No test is called ${name}: give a *.test.ts file, or a folder that holds some.`);
  return found;
}
