import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useCan } from "../../api/can.ts";
import { api } from "../../api/client.ts";
import { useT } from "../../i18n/use-t.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { TextLink } from "../../ui/links.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { Page } from "../../ui/page.tsx";
import { DateTime } from "../../ui/values.tsx";
import { CatalogTabs } from "./catalog-tabs.tsx";
import { NewBookDialog } from "./new-book-dialog.tsx";
import { PlainTable } from "./plain-table.tsx";

/** Price books: for whom, where and when each applies. The highest priority that fits wins. */
export default function PriceBooks() {
  const t = useT("catalog");
  const can = useCan();
  const [adding, setAdding] = useState(false);
  const query = useQuery(api.catalog.listPriceBooks.queryOptions());
  const add = can("change prices") && (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setAdding(true)}>
      {t("book.new")}
    </Button>
  );
  return (
    <Page title={t("common:area.catalog")} actions={add}>
      <CatalogTabs />
      <Loaded query={query}>
        {({ rows }) => (
          <PlainTable
            label={t("tab.priceBooks")}
            head={[
              t("col.name"),
              t("col.currency"),
              t("col.segment"),
              t("col.region"),
              t("col.valid"),
              t("col.priority"),
              t("col.prices"),
            ]}
            rows={rows.map((book) => ({
              id: book.id,
              cells: [
                <TextLink key="name" to="/catalog/price-books/$priceBookId" params={{ priceBookId: book.id }}>
                  {book.name}
                </TextLink>,
                book.currency,
                book.segment ?? t("everyone"),
                book.region ?? t("everywhere"),
                book.validFrom || book.validUntil ? (
                  <>
                    <DateTime value={book.validFrom} /> → <DateTime value={book.validUntil} />
                  </>
                ) : (
                  t("always")
                ),
                book.priority,
                book.prices,
              ],
            }))}
            empty={<EmptyState title={t("priceBooks.none")} text={t("priceBooks.noneText")} action={add} />}
          />
        )}
      </Loaded>
      {adding && <NewBookDialog onClose={() => setAdding(false)} />}
    </Page>
  );
}
