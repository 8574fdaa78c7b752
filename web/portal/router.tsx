import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet } from "@tanstack/react-router";
import { ErrorState } from "../ui/error-state.tsx";
import { parseSearch, stringifySearch } from "../ui/plain-search.ts";
import { areas } from "./areas.ts";
import { PortalNotFound } from "./portal-not-found.tsx";
import { PortalShell } from "./portal-shell.tsx";

const root = createRootRoute({ component: Outlet, notFoundComponent: PortalNotFound });
const framed = createRoute({ getParentRoute: () => root, id: "framed", component: PortalShell });

const routes = areas.flatMap((area) => area.routes);
const screen = (parent: typeof root | typeof framed) => (route: (typeof routes)[number]) =>
  createRoute({ getParentRoute: () => parent as typeof root, path: route.path, component: lazyRouteComponent(route.screen) });

export const router = createRouter({
  routeTree: root.addChildren([
    framed.addChildren(routes.filter((route) => !route.bare).map(screen(framed))),
    ...routes.filter((route) => route.bare).map(screen(root)),
  ]),
  parseSearch,
  stringifySearch,
  defaultPreload: "intent",
  defaultErrorComponent: ({ error, reset }) => <ErrorState error={error} onRetry={reset} />,
  defaultNotFoundComponent: PortalNotFound,
  scrollRestoration: true,
});
