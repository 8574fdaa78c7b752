import { Tooltip } from "@mantine/core";
import { useLocalStorage } from "@mantine/hooks";
import { IconChevronDown } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useCan } from "../api/can.ts";
import { useFormat } from "../i18n/use-format.ts";
import { useT } from "../i18n/use-t.ts";
import type { Area, NavGroup } from "./area.ts";
import { areas } from "./areas.ts";

type Nav = NonNullable<Area["nav"]>;

const groups: NavGroup[] = ["home", "front-office", "cpq", "back-office", "experience", "settings"];

/** The areas a person may open, grouped as the work is. Groups fold; what was folded stays folded. */
export function Navigation({ collapsed, onGo }: { collapsed: boolean; onGo: () => void }) {
  const t = useT();
  const can = useCan();
  const [folded, setFolded] = useLocalStorage<string[]>({
    key: "throughline.nav.folded",
    defaultValue: [],
    getInitialValueInEffect: false,
  });
  return (
    <div className="tl-nav" data-collapsed={collapsed || undefined}>
      {groups.map((group) => {
        const entries = areas.flatMap(({ nav }) =>
          nav?.group === group && (!nav.permission || can(nav.permission)) ? [nav] : [],
        );
        if (!entries.length) return null;
        const isFolded = folded.includes(group) && !collapsed;
        return (
          <section key={group} aria-label={t(`group.${group}`)}>
            {group !== "home" && !collapsed && (
              <button
                type="button"
                className="tl-nav-group"
                aria-expanded={!isFolded}
                onClick={() => setFolded(isFolded ? folded.filter((one) => one !== group) : [...folded, group])}
              >
                {t(`group.${group}`)}
                <IconChevronDown size={14} stroke={2} aria-hidden />
              </button>
            )}
            {!isFolded && (
              <ul>
                {entries.map((nav) => (
                  <li key={nav.to}>
                    <NavEntry nav={nav} collapsed={collapsed} onGo={onGo} />
                  </li>
                ))}
              </ul>
            )}
          </section>
        );
      })}
    </div>
  );
}

function NavEntry({ nav, collapsed, onGo }: { nav: Nav; collapsed: boolean; onGo: () => void }) {
  const t = useT();
  const label = t(nav.label);
  return (
    <Tooltip label={label} position="right" disabled={!collapsed}>
      <Link
        to={nav.to}
        className="tl-nav-link"
        onClick={onGo}
        activeOptions={{ exact: nav.to === "/", includeSearch: false }}
        aria-label={collapsed ? label : undefined}
      >
        <nav.icon size={19} stroke={1.7} aria-hidden />
        {!collapsed && <span className="tl-nav-label">{label}</span>}
        {nav.useCount && <NavCount useCount={nav.useCount} />}
      </Link>
    </Tooltip>
  );
}

function NavCount({ useCount }: { useCount: () => number | undefined }) {
  const format = useFormat();
  const count = useCount();
  return count ? <span className="tl-nav-count">{count > 999 ? format.compact(count) : format.number(count)}</span> : null;
}
