import type { Plugin } from "vite";

const name = "virtual:contract-routes";

type Node = { [key: string]: unknown };

/**
 * The contract as the browser needs it: method and path of each operation. Its schemas (and zod) stay on the server, which
 * checks anyway; TypeScript checks here at build time.
 */
export function contractRoutes(): Plugin {
  return {
    name: "contract-routes",
    resolveId: (id) => (id === name ? `\0${name}` : null),
    async load(id) {
      if (id !== `\0${name}`) return null;
      const { contract } = await import("../../server/contract.ts");
      return `export default ${JSON.stringify(routesOf(contract as unknown as Node))}`;
    },
  };
}

function routesOf(node: Node): Node {
  const procedure = node["~orpc"] as { route: Node } | undefined;
  if (!procedure) return Object.fromEntries(Object.entries(node).map(([key, child]) => [key, routesOf(child as Node)]));
  const { method, path, inputStructure, outputStructure } = procedure.route;
  return { "~orpc": { errorMap: {}, meta: {}, route: { method, path, inputStructure, outputStructure } } };
}
