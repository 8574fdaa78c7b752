import { Button, Group } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useCan } from "../../api/can.ts";
import { api, type client } from "../../api/client.ts";
import { queryClient } from "../../api/query-client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { TextLink } from "../../ui/links.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { Page } from "../../ui/page.tsx";
import { useListState } from "../../ui/use-list-state.ts";
import { useWrite } from "../../ui/use-write.ts";
import { CustomerSelect } from "../customer-select.tsx";
import { AgreePriceDialog } from "./agree-price-dialog.tsx";
import { CatalogTabs } from "./catalog-tabs.tsx";
import { EndDialog } from "./end-dialog.tsx";
import { PlainTable } from "./plain-table.tsx";
import { PriceText } from "./price-text.tsx";
import { SpanBadge, spanState, Validity } from "./validity.tsx";

type Agreed = Awaited<ReturnType<typeof client.pricing.listContractedPrices>>["rows"][number];

/** What customers agreed with us: their own price, or a percentage off the list. `?customer=` shows one customer's. */
export default function AgreedPrices() {
  const t = useT("catalog");
  const { locale } = useFormat();
  const mayAgree = useCan()("agree prices with customers");
  const list = useListState();
  const customerId = list.filters["customer"];
  const [adding, setAdding] = useState(false);
  const [ending, setEnding] = useState<Agreed>();
  const query = useQuery(api.pricing.listContractedPrices.queryOptions({ input: customerId ? { customerId } : {} }));
  const end = useWrite(
    api.pricing.endAgreedPrice.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: api.pricing.key() }),
    }),
    { done: t("done.ended"), quiet: true },
  );
  const add = mayAgree && (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setAdding(true)}>
      {t("agreed.new")}
    </Button>
  );
  return (
    <Page title={t("common:area.catalog")} actions={add}>
      <CatalogTabs />
      <Group mb="md" maw={360}>
        <CustomerSelect
          label={t("agreed.of")}
          clearable
          value={customerId ?? null}
          onChange={(next) => list.setFilter("customer", next ?? undefined)}
        />
      </Group>
      <Loaded query={query}>
        {({ rows }) => (
          <PlainTable
            label={t("tab.agreedPrices")}
            head={[
              t("agreed.customer"),
              t("price.offering"),
              t("agreed.terms"),
              t("col.valid"),
              t("agreed.note"),
              t("col.status"),
              ...(mayAgree ? [t("col.actions")] : []),
            ]}
            rows={rows.map((row) => ({
              id: row.id,
              cells: [
                <TextLink key="customer" to="/customers/$customerId" params={{ customerId: row.customerId }}>
                  {row.customerName}
                </TextLink>,
                <TextLink key="offering" to="/catalog/offerings/$offeringId" params={{ offeringId: row.offeringId }}>
                  {row.offeringName[locale]}
                </TextLink>,
                <Terms key="terms" row={row} />,
                <Validity key="valid" {...row} />,
                row.note ?? "–",
                <SpanBadge key="state" {...row} />,
                ...(mayAgree
                  ? [
                      spanState(row) !== "over" && (
                        <Button
                          key="end"
                          size="compact-sm"
                          variant="default"
                          aria-label={t("agreed.endOf", { customer: row.customerName, offering: row.offeringName[locale] })}
                          onClick={() => setEnding(row)}
                        >
                          {t("end.action")}
                        </Button>
                      ),
                    ]
                  : []),
              ],
            }))}
            empty={<EmptyState title={t("agreed.none")} text={t("agreed.noneText")} action={add} />}
          />
        )}
      </Loaded>
      {adding && <AgreePriceDialog customerId={customerId ?? null} onClose={() => setAdding(false)} />}
      {ending && (
        <EndDialog
          title={t("agreed.endTitle")}
          text={t("agreed.endText", { customer: ending.customerName, offering: ending.offeringName[locale] })}
          validFrom={ending.validFrom}
          validUntil={ending.validUntil}
          onClose={() => setEnding(undefined)}
          onEnd={(validUntil) => end.mutateAsync({ contractedPriceId: ending.id, validUntil })}
        />
      )}
    </Page>
  );
}

function Terms({ row }: { row: Agreed }) {
  const t = useT("catalog");
  const format = useFormat();
  if (row.percentOff !== null) return <>{t("agreed.percentOff", { percent: format.percent(Number(row.percentOff) / 100, 4) })}</>;
  return row.price ? <PriceText price={row.price} currency={row.currency} everyMonths={null} /> : "–";
}
