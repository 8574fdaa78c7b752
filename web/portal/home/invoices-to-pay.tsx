import { Card, Group, Text } from "@mantine/core";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { LinkButton } from "../../ui/links.tsx";
import type { MyInvoiceRow } from "../invoices/types.ts";

/** Invoices with something left to pay, the ones due first on top. */
export function InvoicesToPay({ invoices }: { invoices: MyInvoiceRow[] }) {
  const t = useT("portal-home");
  const words = useT("portal-invoices");
  const format = useFormat();
  const inOrder = [...invoices].sort((a, b) => a.dueOn.localeCompare(b.dueOn));
  return inOrder.map((invoice) => (
    <Card padding="lg" key={invoice.id} component="section" aria-label={t("invoice", { number: invoice.number })}>
      <Group justify="space-between" gap="sm">
        <div>
          <Text fw={650} size="lg">
            {t("invoice", { number: invoice.number })}
          </Text>
          <Text size="sm" c="dimmed" className="tl-first-upper">
            {words("due", { day: format.date(invoice.dueOn) })}
          </Text>
        </div>
        <LinkButton to="/portal/invoices/$invoiceId" params={{ invoiceId: invoice.id }}>
          {t("invoice.read", { amount: format.money(invoice.openMinor, invoice.currency) })}
        </LinkButton>
      </Group>
    </Card>
  ));
}
