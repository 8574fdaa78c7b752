import { Card, Group, Stack, Text } from "@mantine/core";
import { IconFileInvoice } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { api } from "../../api/client.ts";
import { live } from "../../api/query-client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { LinkButton, TextLink } from "../../ui/links.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";
import { Money } from "../../ui/values.tsx";
import { PortalPage } from "../portal-page.tsx";
import { MyPayments } from "./my-payments.tsx";
import { isPayable, type MyInvoiceRow } from "./types.ts";

/** My invoices; what is to be paid can be paid from here. */
export default function MyInvoices() {
  const t = useT("portal-invoices");
  const invoices = useQuery({
    ...api.invoices.myInvoices.queryOptions({ input: { limit: 100 } }),
    ...live("invoice", "payment", "credit_note"),
  });
  return (
    <PortalPage
      width="wide"
      title={t("title")}
      intro={
        <Group gap="lg">
          <TextLink to="/portal/usage">{t("usage")}</TextLink>
          <TextLink to="/portal/services">{t("services")}</TextLink>
        </Group>
      }
    >
      <Loaded query={invoices}>
        {({ rows }) =>
          rows.length === 0 ? (
            <EmptyState icon={IconFileInvoice} title={t("empty")} text={t("emptyText")} />
          ) : (
            <Stack gap="sm">
              {rows.map((invoice) => (
                <InvoiceCard key={invoice.id} invoice={invoice} />
              ))}
            </Stack>
          )
        }
      </Loaded>
      <MyPayments />
    </PortalPage>
  );
}

function InvoiceCard({ invoice }: { invoice: MyInvoiceRow }) {
  const t = useT("portal-invoices");
  const format = useFormat();
  return (
    <Card component="article">
      <Group justify="space-between" align="start" wrap="nowrap">
        <div>
          <TextLink to="/portal/invoices/$invoiceId" params={{ invoiceId: invoice.id }} fw={600}>
            {invoice.number}
          </TextLink>
          <Text size="sm" c="dimmed">
            {format.date(invoice.issuedOn)}
            {isPayable(invoice) && ` · ${t("due", { day: format.date(invoice.dueOn) })}`}
          </Text>
        </div>
        <Stack gap={4} align="end" flex="none">
          <Text fw={600} span>
            <Money minor={invoice.totalMinor} currency={invoice.currency} />
          </Text>
          <StatusBadge
            status={invoice.status === "issued" || invoice.status === "sent" ? "open" : invoice.status}
            label={t(`status.${invoice.status}`)}
          />
        </Stack>
      </Group>
      {isPayable(invoice) && (
        <LinkButton to="/portal/pay/$invoiceId" params={{ invoiceId: invoice.id }} mt="sm">
          {t("pay", { amount: format.money(invoice.openMinor, invoice.currency) })}
        </LinkButton>
      )}
    </Card>
  );
}
