import { existsSync } from "node:fs";
import { chromium } from "playwright-core";
import { type Chromium, installedBrowser, packagedChromium } from "./packaged-chromium.ts";

/** What Playwright needs to launch the browser that was found; plain data, handed to its workers as JSON. */
export type FoundBrowser = {
  source: string;
  version: string;
  executablePath: string;
  args: string[];
  env?: Record<string, string>;
};

/** Or why there is none: one reason for each place looked in. */
export type NoBrowser = { reasons: string[] };

const quiet = [
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-quic",
  "--font-render-hinting=none",
];

const places: readonly { source: string; find: () => Promise<Chromium | undefined> }[] = [
  {
    source: "TEST_BROWSER",
    find: async () => (process.env.TEST_BROWSER ? { executablePath: process.env.TEST_BROWSER } : undefined),
  },
  { source: "the Chromium from npm", find: packagedChromium },
  { source: "Playwright's own download", find: async () => ifThere(chromium.executablePath()) },
  { source: "an installed browser", find: async () => installedBrowser() },
];

/** Finds a browser that really renders a page here, in the order of `places`. */
export async function findBrowser(): Promise<FoundBrowser | NoBrowser> {
  const reasons: string[] = [];
  for (const { source, find } of places) {
    try {
      const candidate = await find();
      if (candidate === undefined) reasons.push(`${source}: none`);
      else return { source, ...(await tryOut(candidate)) };
    } catch (error) {
      reasons.push(`${source}: ${shortReason(error)}`);
    }
  }
  return { reasons };
}

/** Chromium's sandbox does not work for root, nor in containers that forbid namespaces; the tests visit only ourselves. */
async function tryOut(candidate: Chromium): Promise<Omit<FoundBrowser, "source">> {
  const ways = process.getuid?.() === 0 ? [["--no-sandbox"]] : [[], ["--no-sandbox"]];
  let failure: unknown;
  for (const extra of ways) {
    const found = { ...candidate, args: [...quiet, ...extra] };
    try {
      return { ...found, version: await render(found) };
    } catch (error) {
      failure ??= error;
    }
  }
  throw failure;
}

async function render(launch: Omit<FoundBrowser, "source" | "version">): Promise<string> {
  const env = { ...(process.env as Record<string, string>), ...launch.env };
  const browser = await chromium.launch({ ...launch, env, headless: true, timeout: 20_000 });
  try {
    const page = await browser.newPage();
    await page.setContent("<p>café</p>");
    if ((await page.textContent("p")) !== "café") throw new Error("it does not render a page");
    return browser.version();
  } finally {
    await browser.close();
  }
}

function ifThere(executablePath: string): Chromium | undefined {
  return existsSync(executablePath) ? { executablePath } : undefined;
}

/** The line of a long launch report that says what is missing. */
function shortReason(error: unknown): string {
  const lines = String(error instanceof Error ? error.message : error)
    .replaceAll(/\u001b\[[0-9;]*m/g, "")
    .split("\n")
    .map((line) => line.trim().replace(/^\[pid=\d+\]\[err\] /, ""));
  const telling = lines.find(
    (line) => /error while loading|GLIBC|not found|ENOENT|sandbox|is for Linux/.test(line) && !line.includes("<launching>"),
  );
  return (telling ?? lines[0] ?? "no reason given").slice(0, 200);
}
