import { posix } from "node:path";
import { lineOf, type SourceFile } from "./source-files.ts";

export type Import = {
  from: string;
  line: number;
  /** Path from the project's root, or the name of a package. */
  to: string;
  isPackage: boolean;
  /** `import type`: gone when the program runs, though still a dependency of the source. */
  typeOnly: boolean;
};

const statement = /^[ \t]*(import|export)\b(?![ \t]*\()([^"';`]*?)["']([^"'\n]+)["']/gm;
const dynamic = /\bimport\(\s*["']([^"'\n]+)["']\s*\)/g;
const folders: Record<string, string> = { "#db/": "db/", "#test/": "test/", "#web/": "web/", "#server/": "server/" };

/** Every import of a file: static, re-exported and dynamic. */
export function importsOf({ path, text }: SourceFile): Import[] {
  const found: Import[] = [];
  const add = (specifier: string, index: number, typeOnly: boolean): void => {
    const target = resolve(path, specifier);
    found.push({ from: path, line: lineOf(text, index), to: target ?? specifier, isPackage: target === undefined, typeOnly });
  };
  for (const match of text.matchAll(statement)) {
    const [, keyword = "", clause = "", specifier = ""] = match;
    const bare = clause.trim() === "";
    if ((keyword === "export" || !bare) && !/\bfrom\s*$/.test(clause)) continue;
    add(specifier, match.index + match[0].length, /^\s*type\b/.test(clause));
  }
  for (const match of text.matchAll(dynamic)) add(match[1] ?? "", match.index, false);
  return found;
}

function resolve(path: string, specifier: string): string | undefined {
  if (specifier.startsWith(".")) return posix.join(posix.dirname(path), specifier);
  if (!specifier.startsWith("#")) return undefined;
  const folder = Object.keys(folders).find((prefix) => specifier.startsWith(prefix));
  return folder ? folders[folder] + specifier.slice(folder.length) : `server/${specifier.slice(1)}`;
}
