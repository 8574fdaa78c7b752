import { defineConfig } from "@playwright/test";
import { findBrowser, type FoundBrowser } from "./test/browser/find-browser.ts";
import { englishAtADesk, type Life } from "./test/browser/line/life.ts";

/** Playwright reads this file again in each worker: the browser is looked for once and handed down. */
const handedDown = process.env.THROUGHLINE_TEST_BROWSER;
const browser = handedDown ? (JSON.parse(handedDown) as FoundBrowser) : await findBrowser();
if ("reasons" in browser) {
  console.error(`No browser renders a page on this machine. Looked at:\n  ${browser.reasons.join("\n  ")}`);
  console.error(
    "Install one (Debian: apt-get install chromium), or set TEST_BROWSER=/path/to/chrome. ALLOW_NO_BROWSER=1 skips these tests.",
  );
  process.exit(2);
}
process.env.THROUGHLINE_TEST_BROWSER = JSON.stringify(browser);

export default defineConfig<object, { life: Life }>({
  testDir: "test/browser",
  globalSetup: "./test/browser/start-once.ts",
  outputDir: "test-results/browser",
  reporter: [["list"], ["json", { outputFile: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ?? "test-results/browser.json" }]],
  workers: 2,
  retries: process.env.CI ? 1 : 0, // one that passes then is listed as flaky
  forbidOnly: process.env.CI !== undefined,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    ...(process.env.THROUGHLINE_TEST_URL ? { baseURL: process.env.THROUGHLINE_TEST_URL } : {}),
    locale: "fr-FR",
    timezoneId: "Europe/Paris",
    trace: "retain-on-failure",
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: browser.executablePath,
      args: browser.args,
      env: { ...(process.env as Record<string, string>), ...browser.env },
    },
  },
  projects: [
    { name: "staff", testIgnore: ["portal/**", "line/**"] },
    { name: "customer", testMatch: "portal/**/*.test.ts", use: { viewport: { width: 390, height: 844 }, hasTouch: true } },
    // moves the clock of the server for weeks: alone, after the others
    { name: "line", testMatch: "line/customers-way.test.ts", dependencies: ["staff", "customer"] },
    { name: "line-staff", testMatch: "line/staffs-way.test.ts", dependencies: ["line"], expect: { timeout: 20_000 } },
    // a second life on a server of its own, when nothing else needs the machine
    {
      name: "line-en",
      testMatch: "line/customers-way.test.ts",
      use: { life: englishAtADesk },
      dependencies: ["line-staff"],
    },
  ],
});
