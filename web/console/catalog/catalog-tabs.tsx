import { Link } from "@tanstack/react-router";
import { useT } from "../../i18n/use-t.ts";

const parts = [
  ["/catalog", "tab.offerings"],
  ["/catalog/price-books", "tab.priceBooks"],
  ["/catalog/tax-rules", "tab.taxRules"],
  ["/catalog/guides", "tab.guides"],
] as const;

/** The four parts of the catalogue. */
export function CatalogTabs() {
  const t = useT("catalog");
  return (
    <nav className="tl-parts" aria-label={t("common:area.catalog")}>
      {parts.map(([to, label]) => (
        <Link key={to} to={to} activeOptions={{ exact: true, includeSearch: false }}>
          {t(label)}
        </Link>
      ))}
    </nav>
  );
}
