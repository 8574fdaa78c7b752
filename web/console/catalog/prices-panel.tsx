import { Button, Group, Text } from "@mantine/core";
import { useState } from "react";
import { useCan } from "../../api/can.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { TextLink } from "../../ui/links.tsx";
import { Panel } from "../../ui/record-page.tsx";
import type { OfferingDetail } from "./offering.tsx";
import { PriceText } from "./price-text.tsx";
import { SetPriceDialog } from "./set-price-dialog.tsx";
import { SpanBadge, Validity } from "./validity.tsx";

/** What it costs in each book, and since when; the price of one book is changed from a day on. */
export function PricesPanel({ offering }: { offering: OfferingDetail }) {
  const t = useT("catalog");
  const { locale } = useFormat();
  const mayChange = useCan()("change prices") && offering.status !== "retired";
  const [editing, setEditing] = useState<OfferingDetail["prices"][number] | "new">();
  return (
    <Panel
      title={t("prices.title")}
      action={
        mayChange && (
          <Button size="compact-sm" variant="light" onClick={() => setEditing("new")}>
            {t("price.set")}
          </Button>
        )
      }
    >
      {offering.prices.length === 0 && <Text size="sm">{t("prices.none")}</Text>}
      <ul className="tl-plain-list">
        {offering.prices.map((price) => (
          <li key={price.id}>
            <Group justify="space-between" wrap="nowrap" align="start" gap="xs">
              <Text size="sm" fw={620} component="div">
                <PriceText price={price.price} currency={price.currency} everyMonths={offering.everyMonths} />
              </Text>
              {mayChange && price.validUntil === null ? (
                <Button
                  size="compact-xs"
                  variant="default"
                  aria-label={t("price.changeOf", { name: `${offering.name[locale]}, ${price.priceBook}` })}
                  onClick={() => setEditing(price)}
                >
                  {t("price.change")}
                </Button>
              ) : (
                <SpanBadge {...price} />
              )}
            </Group>
            <Text size="xs" c="dimmed" component="div">
              <TextLink
                size="xs"
                underline="always"
                to="/catalog/price-books/$priceBookId"
                params={{ priceBookId: price.priceBookId }}
              >
                {price.priceBook}
              </TextLink>{" "}
              · <Validity {...price} />
            </Text>
          </li>
        ))}
      </ul>
      {editing && (
        <SetPriceDialog
          offering={offering}
          {...(editing !== "new" && {
            book: { id: editing.priceBookId, name: editing.priceBook, currency: editing.currency },
            now: editing,
          })}
          onClose={() => setEditing(undefined)}
        />
      )}
    </Panel>
  );
}
