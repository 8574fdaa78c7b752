import { Link } from "@tanstack/react-router";
import { useCan } from "../../api/can.ts";
import { useT } from "../../i18n/use-t.ts";

const parts = [
  ["/catalog", "tab.offerings", "read the catalogue"],
  ["/catalog/price-books", "tab.priceBooks", "read the catalogue"],
  ["/catalog/agreed-prices", "tab.agreedPrices", "preview prices"],
  ["/catalog/price-rules", "tab.priceRules", "preview prices"],
  ["/catalog/try-a-price", "tab.tryPrice", "preview prices"],
  ["/catalog/tax-rules", "tab.taxRules", "read the catalogue"],
  ["/catalog/guides", "tab.guides", "read the catalogue"],
] as const;

/** The parts of the catalogue one may see. */
export function CatalogTabs() {
  const t = useT("catalog");
  const can = useCan();
  return (
    <nav className="tl-parts" aria-label={t("common:area.catalog")}>
      {parts
        .filter(([, , permission]) => can(permission))
        .map(([to, label]) => (
          <Link key={to} to={to} activeOptions={{ exact: true, includeSearch: false }}>
            {t(label)}
          </Link>
        ))}
    </nav>
  );
}
