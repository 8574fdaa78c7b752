import { Group, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useCan } from "../../api/can.ts";
import { api } from "../../api/client.ts";
import { liveAbout } from "../../api/query-client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { type Target, TextLink } from "../../ui/links.tsx";
import { Panel } from "../../ui/record-page.tsx";
import { Money } from "../../ui/values.tsx";

interface Line {
  id: string;
  name: string;
  note: ReactNode;
  target: Target;
}

/** The business with an account: deals, quotes, orders, subscriptions, invoices; the newest of each. */
export function RelatedRecords({ customerId }: { customerId: string }) {
  const t = useT("customers");
  const { locale } = useFormat();
  const can = useCan();
  const input = { customerId, limit: 5 };
  const about = (noun: string, permission: string) => ({ ...liveAbout(customerId, noun), enabled: can(permission) });
  const deals = useQuery({ ...api.opportunities.list.queryOptions({ input }), ...about("opportunity", "read opportunities") });
  const quotes = useQuery({ ...api.quotes.list.queryOptions({ input }), ...about("quote", "read quotes") });
  const orders = useQuery({ ...api.orders.list.queryOptions({ input }), ...about("order", "read orders") });
  const subscriptions = useQuery({
    ...api.subscriptions.list.queryOptions({ input }),
    ...about("subscription", "read subscriptions"),
  });
  const invoices = useQuery({ ...api.invoices.list.queryOptions({ input }), ...about("invoice", "read invoices") });
  return (
    <>
      <Lines
        title={t("common:area.opportunities")}
        lines={deals.data?.rows.map((deal) => ({
          id: deal.id,
          name: deal.name,
          note: (
            <>
              {deal.stageName[locale]} {deal.valueMinor !== null && <Money minor={deal.valueMinor} currency={deal.currency} />}
            </>
          ),
          target: { to: "/opportunities/$opportunityId", params: { opportunityId: deal.id } },
        }))}
      />
      <Lines
        title={t("common:area.quotes")}
        lines={quotes.data?.rows.map((quote) => ({
          id: quote.id,
          name: quote.number,
          note: <Money minor={quote.totalMinor} currency={quote.currency} />,
          target: { to: "/quotes/$quoteId", params: { quoteId: quote.id } },
        }))}
      />
      <Lines
        title={t("common:area.orders")}
        lines={orders.data?.rows.map((order) => ({
          id: order.id,
          name: order.number,
          note: <Money minor={order.totalMinor} currency={order.currency} />,
          target: { to: "/orders/$orderId", params: { orderId: order.id } },
        }))}
      />
      <Lines
        title={t("common:area.subscriptions")}
        lines={subscriptions.data?.rows.map((one) => ({
          id: one.id,
          name: one.name,
          note: <Money minor={one.monthlyMinor} currency={one.currency} />,
          target: { to: "/subscriptions/$subscriptionId", params: { subscriptionId: one.id } },
        }))}
      />
      <Lines
        title={t("common:area.invoices")}
        lines={invoices.data?.rows.map((invoice) => ({
          id: invoice.id,
          name: invoice.number,
          note: <Money minor={invoice.totalMinor} currency={invoice.currency} />,
          target: { to: "/invoices/$invoiceId", params: { invoiceId: invoice.id } },
        }))}
      />
    </>
  );
}

function Lines({ title, lines }: { title: string; lines: Line[] | undefined }) {
  if (!lines || lines.length === 0) return null;
  return (
    <Panel title={title}>
      <Stack gap={6}>
        {lines.map((line) => (
          <Group key={line.id} justify="space-between" wrap="nowrap" gap="xs">
            <TextLink size="sm" {...line.target}>
              {line.name}
            </TextLink>
            <Text size="sm" component="span" className="tl-nowrap">
              {line.note}
            </Text>
          </Group>
        ))}
      </Stack>
    </Panel>
  );
}
