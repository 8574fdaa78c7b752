import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { delimiter, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress } from "node:zlib";

const root = join(import.meta.dirname, "../..");

/** A program to launch, with the environment it needs. */
export type Chromium = { executablePath: string; env?: Record<string, string> };

/**
 * The Chromium that npm installed, unpacked once into node_modules/.cache with its own libraries and fonts, so that browser
 * tests run on a machine that has neither a browser nor the right to install one. Linux on x64 only.
 */
export async function packagedChromium(): Promise<Chromium> {
  if (process.platform !== "linux" || process.arch !== "x64") throw new Error("the packaged Chromium is for Linux on x64 only");
  const entry = createRequire(import.meta.url).resolve("@sparticuz/chromium");
  const home = entry.slice(0, entry.lastIndexOf(`${join("chromium", "build")}`) + "chromium".length);
  const { version } = JSON.parse(readFileSync(join(home, "package.json"), "utf8")) as { version: string };
  const folder = join(root, "node_modules", ".cache", "chromium", version);
  if (!existsSync(folder)) await unpack(home, folder);
  const libraries = [join(folder, "lib"), process.env.LD_LIBRARY_PATH ?? ""].filter(Boolean).join(delimiter);
  const fonts: Record<string, string> = existsSync("/etc/fonts/fonts.conf")
    ? {}
    : { FONTCONFIG_FILE: join(folder, "fonts.conf") };
  return { executablePath: join(folder, "chromium"), env: { LD_LIBRARY_PATH: libraries, ...fonts } };
}

/** Into a side folder renamed at the end: two runs at once, or one cut short, never leave half a browser. */
async function unpack(home: string, folder: string): Promise<void> {
  const unfinished = `${folder}.${process.pid}`;
  mkdirSync(unfinished, { recursive: true });
  const { extract } = createRequire(join(home, "package.json"))("tar-fs") as { extract(to: string): NodeJS.WritableStream };
  const archive = (name: string) => createReadStream(join(home, "bin", name));
  const program = createWriteStream(join(unfinished, "chromium"), { mode: 0o755 });
  await pipeline(archive("chromium.br"), createBrotliDecompress({ chunkSize: 2 ** 21 }), program);
  for (const name of readdirSync(join(home, "bin")).filter((each) => each.endsWith(".tar.br"))) {
    const to = name.startsWith("fonts") ? join(unfinished, "fonts") : unfinished;
    await pipeline(archive(name), createBrotliDecompress(), extract(to));
  }
  writeFileSync(join(unfinished, "fonts.conf"), fontsConf(folder));
  try {
    renameSync(unfinished, folder);
  } catch {
    rmSync(unfinished, { recursive: true, force: true }); // another run finished first
  }
}

function fontsConf(folder: string): string {
  const dirs = [join(folder, "fonts"), "/usr/share/fonts"].map((dir) => `<dir>${dir}</dir>`).join("");
  return `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${dirs}<cachedir>${join(folder, "font-cache")}</cachedir></fontconfig>\n`;
}

/** A browser installed on this machine, if one is where browsers usually are. */
export function installedBrowser(): Chromium | undefined {
  const names = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "microsoft-edge"];
  const inPath = (process.env.PATH ?? "").split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  const applications = ["Google Chrome", "Chromium", "Microsoft Edge"].map(
    (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
  );
  const executablePath = [...inPath, ...applications].find((path) => existsSync(path));
  return executablePath === undefined ? undefined : { executablePath };
}
