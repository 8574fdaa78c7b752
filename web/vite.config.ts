import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

const root = fileURLToPath(new URL(".", import.meta.url));

/** In development as in production: the console answers everywhere the portal does not. */
const twoPages: Plugin = {
  name: "two-pages",
  configureServer(server) {
    server.middlewares.use((request, _response, next) => {
      const path = (request.url ?? "/").split("?")[0] ?? "/";
      const isPage = request.headers.accept?.includes("text/html") && !path.includes(".");
      if (isPage) request.url = /^\/(portal|p)(\/|$)/.test(path) ? "/portal.html" : "/console.html";
      next();
    });
  },
};

export default defineConfig({
  root,
  base: "/",
  plugins: [react(), twoPages],
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
