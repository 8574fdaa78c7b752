import { test as base } from "@playwright/test";
import { startServer } from "../server.ts";
import { frenchOnAPhone, type Life } from "./life.ts";

/** Tests of a life: `life` comes from the project in playwright.config.ts, `server` is the address she lives at. */
export const test = base.extend<object, { life: Life; server: string }>({
  life: [frenchOnAPhone, { option: true, scope: "worker" }],
  server: [
    async ({ life }, use) => {
      if (!life.ownServer) return use(process.env.THROUGHLINE_TEST_URL ?? "");
      const server = await startServer();
      await use(server.url);
      await server.stop();
    },
    { scope: "worker", timeout: 240_000 },
  ],
});
