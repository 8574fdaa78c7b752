import { Button, Switch } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useCan } from "../../api/can.ts";
import { api, type client } from "../../api/client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { TextLink } from "../../ui/links.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { Page } from "../../ui/page.tsx";
import { PlainTable } from "./plain-table.tsx";
import { PriceText } from "./price-text.tsx";
import { SetPriceDialog } from "./set-price-dialog.tsx";
import { SpanBadge, spanState, Validity } from "./validity.tsx";

type Row = Awaited<ReturnType<typeof client.catalog.listPrices>>["rows"][number];

/** The prices of one book: what holds today and what is to come; what is over on demand. */
export default function PriceBook() {
  const { priceBookId = "" } = useParams({ strict: false });
  const t = useT("catalog");
  const { locale } = useFormat();
  const can = useCan();
  const [isPastShown, showPast] = useState(false);
  const [editing, setEditing] = useState<Row | "new">();
  const books = useQuery(api.catalog.listPriceBooks.queryOptions());
  const prices = useQuery(api.catalog.listPrices.queryOptions({ input: { priceBookId } }));
  const book = books.data?.rows.find((one) => one.id === priceBookId);
  const mayChange = can("change prices");
  const add = mayChange && book && (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setEditing("new")}>
      {t("price.set")}
    </Button>
  );
  return (
    <Page
      title={book?.name ?? t("tab.priceBooks")}
      crumbs={[
        { label: t("common:area.catalog"), to: "/catalog" },
        { label: t("tab.priceBooks"), to: "/catalog/price-books" },
        { label: book?.name ?? "…" },
      ]}
      {...(book && {
        subtitle: `${book.currency} · ${book.segment ?? t("everyone")} · ${book.region ?? t("everywhere")}`,
      })}
      actions={add}
    >
      <Loaded query={prices}>
        {({ rows }) => {
          const shown = rows.filter((row) => isPastShown || spanState(row) !== "over");
          return (
            <>
              {rows.some((row) => spanState(row) === "over") && (
                <Switch
                  mb="sm"
                  label={t("price.showPast")}
                  checked={isPastShown}
                  onChange={(event) => showPast(event.currentTarget.checked)}
                />
              )}
              <PlainTable
                label={book?.name ?? t("tab.priceBooks")}
                head={[
                  t("price.offering"),
                  t("col.sku"),
                  t("col.price"),
                  t("col.valid"),
                  t("col.status"),
                  ...(mayChange ? [t("col.actions")] : []),
                ]}
                rows={shown.map((row) => ({
                  id: row.id,
                  cells: [
                    <TextLink key="name" to="/catalog/offerings/$offeringId" params={{ offeringId: row.offeringId }}>
                      {row.offeringName[locale]}
                    </TextLink>,
                    row.sku,
                    <PriceText key="price" price={row.price} currency={row.currency} everyMonths={row.everyMonths} />,
                    <Validity key="valid" {...row} />,
                    <SpanBadge key="state" {...row} />,
                    ...(mayChange
                      ? [
                          <Button
                            key="change"
                            size="compact-sm"
                            variant="default"
                            aria-label={t("price.changeOf", { name: row.offeringName[locale] })}
                            onClick={() => setEditing(row)}
                          >
                            {t("price.change")}
                          </Button>,
                        ]
                      : []),
                  ],
                }))}
                empty={<EmptyState title={t("book.empty")} text={t("book.emptyText")} action={add} />}
              />
            </>
          );
        }}
      </Loaded>
      {editing && book && (
        <SetPriceDialog
          book={book}
          {...(editing !== "new" && {
            offering: {
              id: editing.offeringId,
              sku: editing.sku,
              name: editing.offeringName,
              everyMonths: editing.everyMonths,
            },
            now: editing,
          })}
          onClose={() => setEditing(undefined)}
        />
      )}
    </Page>
  );
}
