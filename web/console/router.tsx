import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet, redirect } from "@tanstack/react-router";
import { startLive } from "../api/live.ts";
import { queryClient } from "../api/query-client.ts";
import { meQuery } from "../api/session.ts";
import { adoptLocale } from "../i18n/start.ts";
import { ErrorState } from "../ui/error-state.tsx";
import { NotFound } from "../ui/not-found.tsx";
import { parseSearch, stringifySearch } from "../ui/plain-search.ts";
import { areas } from "./areas.ts";
import { Shell } from "./shell.tsx";

const root = createRootRoute({ component: Outlet, notFoundComponent: NotFound });

const signIn = createRoute({
  getParentRoute: () => root,
  path: "/sign-in",
  component: lazyRouteComponent(() => import("./sign-in.tsx")),
});

const choosePassword = createRoute({
  getParentRoute: () => root,
  path: "/sign-in/password",
  component: lazyRouteComponent(() => import("./choose-password.tsx")),
});

const kit = createRoute({
  getParentRoute: () => root,
  path: "/kit",
  component: lazyRouteComponent(() => import("./kit/kit.tsx")),
});

/** Everything behind the door: nobody signed in is sent to sign in, and brought back to where they were going. */
const inside = createRoute({
  getParentRoute: () => root,
  id: "inside",
  component: Shell,
  beforeLoad: async ({ location }) => {
    const me = await queryClient.ensureQueryData(meQuery);
    if (!me) throw redirect({ to: "/sign-in", search: { next: location.href } as never });
    await adoptLocale(me.locale);
    startLive();
  },
  errorComponent: ({ error, reset }) => <ErrorState error={error} onRetry={reset} />,
});

const screens = areas.flatMap((area) =>
  area.routes.map((route) =>
    createRoute({
      getParentRoute: () => inside,
      path: route.path,
      component: lazyRouteComponent(route.screen),
    }),
  ),
);

export const router = createRouter({
  routeTree: root.addChildren([signIn, choosePassword, kit, inside.addChildren(screens)]),
  parseSearch,
  stringifySearch,
  defaultPreload: "intent",
  defaultErrorComponent: ({ error, reset }) => <ErrorState error={error} onRetry={reset} />,
  defaultNotFoundComponent: NotFound,
  scrollRestoration: true,
});
