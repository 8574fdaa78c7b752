/** Builds the console and the portal into dist/web, only when something they are made of changed. */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const out = join(root, "dist/web");
const stamp = join(out, ".stamp");

const listed = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith(".test.ts"))
    .map((entry) => join(entry.parentPath, entry.name));

/** The operations the pages call by name. */
const contracts = () => listed("server").filter((file) => file.endsWith("contract.ts"));

/** `bundled`: the server files the last build really took in (contracts, pure engines), as Vite named them. */
function fingerprint(bundled: string[]): string {
  const hash = createHash("sha256");
  for (const file of [
    ...listed("web"),
    ...contracts(),
    join(root, "package-lock.json"),
    ...bundled.map((name) => join(root, name)),
  ].sort()) {
    hash.update(relative(root, file)).update("\0");
    if (existsSync(file)) hash.update(readFileSync(file)).update("\0");
  }
  return hash.digest("hex");
}

interface Stamp {
  fingerprint: string;
  bundled: string[];
}

function readStamp(): Stamp | undefined {
  try {
    return JSON.parse(readFileSync(stamp, "utf8")) as Stamp;
  } catch {
    return undefined;
  }
}

export interface BuiltWeb {
  /** The folder the server sends from: console.html, portal.html, assets/. */
  folder: string;
  rebuilt: boolean;
  tookMs: number;
}

/** Under a second when nothing changed. `force` builds regardless. Throws when the sources do not compile. */
export async function buildWeb(options: { force?: boolean } = {}): Promise<BuiltWeb> {
  const startedAt = Date.now();
  const last = readStamp();
  const fresh = last && existsSync(join(out, "console.html")) && last.fingerprint === fingerprint(last.bundled);
  if (fresh && !options.force) return { folder: out, rebuilt: false, tookMs: Date.now() - startedAt };
  const { build } = await import("vite");
  const built = await build({ configFile: join(root, "web/vite.config.ts"), configLoader: "native", logLevel: "warn" });
  const server = join(root, "server/");
  const bundled = [built]
    .flat()
    .flatMap((result) => ("output" in result ? result.output : []))
    .flatMap((item) => (item.type === "chunk" ? item.moduleIds : []))
    .filter((id) => id.startsWith(server))
    .map((id) => relative(root, id))
    .sort();
  writeFileSync(stamp, JSON.stringify({ fingerprint: fingerprint(bundled), bundled } satisfies Stamp));
  return { folder: out, rebuilt: true, tookMs: Date.now() - startedAt };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const built = await buildWeb({ force: process.argv.includes("--force") });
  console.log(`${built.rebuilt ? "built" : "fresh"} in ${built.tookMs} ms: ${relative(process.cwd(), built.folder)}`);
}
