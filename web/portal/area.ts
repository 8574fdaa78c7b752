import type { ComponentType } from "react";
import type { Icon } from "../ui/empty-state.tsx";

export interface PortalRoute {
  /** Begins with /portal, /p or /shop: only those addresses are served the portal. */
  path: string;
  screen: () => Promise<{ default: ComponentType }>;
  /** Anyone may see it; others are asked who they are first (`usePortalMe()` is then never null). */
  open?: boolean;
  /** Fills the page by itself: no header, no tabs (a landing page). */
  bare?: boolean;
}

export interface PortalArea {
  id: string;
  /** A tab of the portal: at most five that fit a phone; `wideOnly` ones show where there is room, and on the home page. */
  nav?: { label: string; icon: Icon; to: string; wideOnly?: boolean };
  routes: PortalRoute[];
}

/** One thing a customer comes for. Three clicks at most to pay, sign or move an appointment. */
export const definePortalArea = (area: PortalArea): PortalArea => area;
