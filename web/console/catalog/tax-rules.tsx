import { useQuery } from "@tanstack/react-query";
import { api } from "../../api/client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { Page } from "../../ui/page.tsx";
import { CatalogTabs } from "./catalog-tabs.tsx";
import { PlainTable } from "./plain-table.tsx";
import { taxName } from "./tax-name.ts";

/** VAT by tax class and region, with its EN 16931 category. */
export default function TaxRules() {
  const t = useT("catalog");
  const format = useFormat();
  const query = useQuery(api.catalog.listTaxRules.queryOptions());
  return (
    <Page title={t("common:area.catalog")}>
      <CatalogTabs />
      <Loaded query={query}>
        {({ rows }) => (
          <PlainTable
            label={t("tab.taxRules")}
            head={[t("fact.taxClass"), t("col.region"), t("col.category"), t("col.rate"), t("col.reason")]}
            rows={rows.map((rule) => ({
              id: rule.id,
              cells: [
                taxName(t, rule.taxClass),
                rule.region,
                rule.category,
                format.percent(Number(rule.percent) / 100, 2),
                rule.reason ?? "–",
              ],
            }))}
            empty={<EmptyState title={t("taxRules.none")} />}
          />
        )}
      </Loaded>
    </Page>
  );
}
