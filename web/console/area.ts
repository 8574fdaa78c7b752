import type { ComponentType } from "react";
import type { Icon } from "../ui/empty-state.tsx";

export type NavGroup = "home" | "front-office" | "cpq" | "back-office" | "experience" | "settings";

/** One screen: loaded when somebody goes there. `path` may hold parameters: "/quotes/$quoteId". */
export interface AreaRoute {
  path: string;
  screen: () => Promise<{ default: ComponentType }>;
}

/** One thing the palette (Ctrl K) can do. Leads somewhere (`to`), or does something (`run`). */
export interface AreaCommand {
  /** Message key: "quotes:command.new". */
  label: string;
  icon?: Icon;
  /** More words a person may type, both languages. */
  keywords?: string;
  to?: string;
  run?: () => void;
  permission?: string;
}

export interface Found {
  id: string;
  title: string;
  note?: string;
  to: string;
  params?: Record<string, string>;
}

export interface Area {
  id: string;
  nav?: {
    group: NavGroup;
    /** Message key: "area.quotes". */
    label: string;
    icon: Icon;
    to: string;
    /** A hook: how many wait for the reader; undefined while unknown. Shown only above zero. */
    useCount?: () => number | undefined;
    /** Hidden from those who may not. */
    permission?: string;
  };
  routes: AreaRoute[];
  commands?: AreaCommand[];
  /** Finds records of this area by what was typed in the palette: at most 5, best first. */
  find?: (text: string, signal: AbortSignal) => Promise<Found[]>;
}

/** One part of the console: where it stands in the navigation, its screens, what the palette can do with it. */
export const defineArea = (area: Area): Area => area;
