import "./portal.css";
import { UnstyledButton } from "@mantine/core";
import { Link, Outlet } from "@tanstack/react-router";
import { useT } from "../i18n/use-t.ts";
import { LanguageButton, SchemeButton } from "../ui/header-buttons.tsx";
import { areas } from "./areas.ts";
import { logoUrl, useBrand } from "./brand.ts";

/** The frame of the portal: the brand on top, tabs at the foot on a phone and in the header on a wide screen. */
export function PortalShell() {
  const t = useT("portal");
  const brand = useBrand();
  const tabs = areas.flatMap((area) => area.nav ?? []);
  return (
    <div className="tl-portal">
      <a className="tl-skip" href="#content">
        {t("shell.skip")}
      </a>
      <header className="tl-portal-head">
        <UnstyledButton
          renderRoot={(root) => <Link to="/portal" {...root} />}
          className="tl-portal-brand"
          aria-label={brand.brandName || t("nav.home")}
        >
          {brand.logoSvg ? (
            <img src={logoUrl(brand.logoSvg)} alt="" />
          ) : (
            <span className="tl-portal-name">{brand.brandName}</span>
          )}
        </UnstyledButton>
        <nav className="tl-portal-tabs" aria-label={t("shell.navigation")}>
          {tabs.map((tab) => (
            <Link
              key={tab.to}
              to={tab.to}
              className={tab.wideOnly ? "tl-portal-tab-wide" : undefined}
              activeOptions={{ exact: tab.to === "/portal", includeSearch: false }}
            >
              <tab.icon size={21} stroke={1.7} aria-hidden />
              <span>{t(tab.label)}</span>
            </Link>
          ))}
        </nav>
        <div className="tl-portal-tools">
          <LanguageButton />
          <SchemeButton />
        </div>
      </header>
      <main id="content" tabIndex={-1}>
        <Outlet />
      </main>
    </div>
  );
}
