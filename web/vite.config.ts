import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { contractRoutes } from "./build/contract-routes.ts";
import { twoPages } from "./build/two-pages.ts";

const root = fileURLToPath(new URL(".", import.meta.url));

export default defineConfig({
  root,
  base: "/",
  plugins: [react(), contractRoutes(), twoPages()],
  // the server replaces the placeholder by a fresh value for each page it sends
  html: { cspNonce: "__CSP_NONCE__" },
  build: {
    outDir: "../dist/web",
    emptyOutDir: true,
    manifest: true,
    target: "es2023",
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
    rollupOptions: { input: { console: `${root}console.html`, portal: `${root}portal.html` } },
  },
  server: { proxy: { "/api": process.env["THROUGHLINE_URL"] ?? "http://127.0.0.1:4000" } },
});
