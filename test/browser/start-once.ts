import { startServer } from "./server.ts";

/** Playwright runs this before the first test, and what it returns after the last: one server for the whole run. */
export default async function startOnce(): Promise<() => Promise<void>> {
  if (process.env.THROUGHLINE_TEST_URL) return async () => {};
  const server = await startServer();
  process.env.THROUGHLINE_TEST_URL = server.url;
  return () => server.stop();
}
