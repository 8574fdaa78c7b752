import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet, redirect } from "@tanstack/react-router";
import { startLive } from "../api/live.ts";
import { queryClient } from "../api/query-client.ts";
import { adoptLocale } from "../i18n/start.ts";
import { ErrorState } from "../ui/error-state.tsx";
import { parseSearch, stringifySearch } from "../ui/plain-search.ts";
import { areas } from "./areas.ts";
import { PortalNotFound } from "./portal-not-found.tsx";
import { PortalShell } from "./portal-shell.tsx";
import { portalMeQuery } from "./session.ts";

const root = createRootRoute({ component: Outlet, notFoundComponent: PortalNotFound });
const framed = createRoute({ getParentRoute: () => root, id: "framed", component: PortalShell });

/** A customer who came by a link or a code; anyone else is asked for their address first, then brought back here. */
async function requireCustomer({ location }: { location: { href: string } }): Promise<void> {
  const me = await queryClient.ensureQueryData(portalMeQuery);
  if (!me) throw redirect({ to: "/portal/sign-in", search: { next: location.href } as never });
  await adoptLocale(me.locale);
  startLive();
}

const routes = areas.flatMap((area) => area.routes);
const screen = (parent: typeof root | typeof framed) => (route: (typeof routes)[number]) =>
  createRoute({
    getParentRoute: () => parent as typeof root,
    path: route.path,
    component: lazyRouteComponent(route.screen),
    ...(!route.open && { beforeLoad: requireCustomer }),
  });

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
