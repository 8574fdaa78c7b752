import "../ui/landing/landing.css";
import type { ReactNode } from "react";
import { useFormat } from "../i18n/use-format.ts";
import { useT } from "../i18n/use-t.ts";
import { LanguageButton, SchemeButton } from "../ui/header-buttons.tsx";
import { TextLink } from "../ui/links.tsx";
import { Thread } from "../ui/landing/thread.tsx";
import { logoUrl, useBrand } from "./brand.ts";

/** Who speaks, in which language; nothing to sign in to. */
export function PublicHead({ skipTo }: { skipTo: string }) {
  const t = useT("portal-landing");
  const brand = useBrand();
  return (
    <>
      <a className="tl-skip" href={`#${skipTo}`}>
        {skipTo === "content" ? t("shell.skip") : t("skip")}
      </a>
      <header className="tl-landing-head">
        <a href="#content" aria-label={`${brand.brandName} – ${t("top")}`}>
          {brand.logoSvg ? <img src={logoUrl(brand.logoSvg)} alt="" /> : <span>{brand.brandName}</span>}
        </a>
        <div className="tl-landing-tools">
          <LanguageButton />
          <SchemeButton />
        </div>
      </header>
    </>
  );
}

export function PublicFoot() {
  const t = useT("portal-landing");
  const brand = useBrand();
  return (
    <footer className="tl-landing-foot">
      <span>{brand.brandName}</span>
      <TextLink to="/p/preferences" inherit>
        {t("foot.preferences")}
      </TextLink>
      <TextLink to="/portal" inherit>
        {t("foot.space")}
      </TextLink>
      <p>{t("foot.measure")}</p>
    </footer>
  );
}

/** One thing in the middle of a page anyone may open: a thank-you, a confirmation, preferences by a link. */
export function PublicCard({ children }: { children: ReactNode }) {
  const { locale } = useFormat();
  return (
    <div className="tl-landing" lang={locale}>
      <PublicHead skipTo="content" />
      <main id="content" tabIndex={-1} className="tl-landing-hero">
        <Thread />
        <div className="tl-public-card">{children}</div>
      </main>
      <PublicFoot />
    </div>
  );
}
