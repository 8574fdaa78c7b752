import { existsSync } from "node:fs";
import { join } from "node:path";

const root = process.env.THROUGHLINE_SHARED ?? join(import.meta.dirname, "../../../shared");

/** Where a public data set for trials lies, and what to tell the test runner when it does not: `test(name, skipUnless(...), ...)`. */
export const sharedData = (path: string): string => join(root, "data", path);
export const skipUnless = (path: string): { skip: string | false } => ({
  skip: existsSync(sharedData(path)) ? false : "skipped: no ../shared/data",
});
