import { Card, SimpleGrid, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { IconGift, IconMessage, IconRouter, IconSettings, IconShoppingCart } from "@tabler/icons-react";
import { api } from "../../api/client.ts";
import { live } from "../../api/query-client.ts";
import { useT } from "../../i18n/use-t.ts";
import { LinkButton } from "../../ui/links.tsx";
import { PortalPage } from "../portal-page.tsx";
import { usePortalMe } from "../session.ts";
import { InvoicesToPay } from "./invoices-to-pay.tsx";
import { OrderUnderWay } from "./order-under-way.tsx";
import { QuotesToAnswer } from "./quotes-to-answer.tsx";

/** What waits for me, then the ways on: nothing a customer came for is further than one touch. */
export default function PortalHome() {
  const t = useT("portal-home");
  const me = usePortalMe();
  const quotes = useQuery({ ...api.quotes.myQuotes.queryOptions({ input: { limit: 20 } }), ...live("quote") });
  const orders = useQuery({ ...api.orders.myOrders.queryOptions({ input: { limit: 20 } }), ...live("order") });
  const invoices = useQuery({
    ...api.invoices.myInvoices.queryOptions({ input: { limit: 50 } }),
    ...live("invoice", "payment"),
  });
  const toAnswer = quotes.data?.rows.filter((quote) => quote.status === "open") ?? [];
  const underWay = orders.data?.rows.filter((order) => order.status !== "completed" && order.status !== "cancelled") ?? [];
  const toPay = invoices.data?.rows.filter((invoice) => invoice.kind === "invoice" && BigInt(invoice.openMinor) > 0n) ?? [];
  const known = quotes.isSuccess && orders.isSuccess && invoices.isSuccess;
  const calm = known && toAnswer.length + underWay.length + toPay.length === 0;
  return (
    <PortalPage title={t("hello", { name: me?.firstName ?? "" })} intro={calm ? t("calm") : t("intro")}>
      <Stack gap="md">
        <QuotesToAnswer quotes={toAnswer} />
        {underWay.map((order) => (
          <OrderUnderWay key={order.id} order={order} />
        ))}
        <InvoicesToPay invoices={toPay} />
        <Card component="nav" aria-label={t("more")}>
          <Text fw={650} mb="sm">
            {t("more")}
          </Text>
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs">
            <LinkButton to="/portal/services" variant="default" leftSection={<IconRouter size={18} aria-hidden />}>
              {t("services")}
            </LinkButton>
            <LinkButton to="/portal/chat" variant="default" leftSection={<IconMessage size={18} aria-hidden />}>
              {t("help")}
            </LinkButton>
            <LinkButton to="/shop" variant="default" leftSection={<IconShoppingCart size={18} aria-hidden />}>
              {t("shop")}
            </LinkButton>
            <LinkButton to="/portal/referral" variant="default" leftSection={<IconGift size={18} aria-hidden />}>
              {t("refer")}
            </LinkButton>
            <LinkButton to="/portal/preferences" variant="default" leftSection={<IconSettings size={18} aria-hidden />}>
              {t("preferences")}
            </LinkButton>
          </SimpleGrid>
        </Card>
      </Stack>
    </PortalPage>
  );
}
