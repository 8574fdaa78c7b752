import type { Plugin } from "vite";

/** In development as in production: the portal answers at its addresses, the console everywhere else. */
export function twoPages(): Plugin {
  return {
    name: "two-pages",
    configureServer(server) {
      server.middlewares.use((request, _response, next) => {
        const path = (request.url ?? "/").split("?")[0] ?? "/";
        const isPage = request.headers.accept?.includes("text/html") && !path.includes(".");
        if (isPage) request.url = /^\/(portal|p|shop)(\/|$)/.test(path) ? "/portal.html" : "/console.html";
        next();
      });
    },
  };
}
