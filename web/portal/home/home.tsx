import { Skeleton, Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { api } from "../../api/client.ts";
import { live } from "../../api/query-client.ts";
import { useT } from "../../i18n/use-t.ts";
import { PortalPage } from "../portal-page.tsx";
import { usePortalMe } from "../session.ts";
import { InvoicesToPay } from "./invoices-to-pay.tsx";
import { OrderUnderWay } from "./order-under-way.tsx";
import { QuotesToAnswer } from "./quotes-to-answer.tsx";
import { WaysOn } from "./ways-on.tsx";

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
  const failed = quotes.isError || orders.isError || invoices.isError;
  const calm = known && toAnswer.length + underWay.length + toPay.length === 0;
  return (
    <PortalPage width="wide" title={t("hello", { name: me?.firstName ?? "" })} intro={known && t(calm ? "calm" : "intro")}>
      <Stack gap="md">
        {!known && !failed && <Skeleton height={76} radius="md" />}
        <QuotesToAnswer quotes={toAnswer} />
        {underWay.map((order) => (
          <OrderUnderWay key={order.id} order={order} />
        ))}
        <InvoicesToPay invoices={toPay} />
        <WaysOn />
      </Stack>
    </PortalPage>
  );
}
