import { Alert, Anchor, Button, Card, Group, Stack, Text } from "@mantine/core";
import { IconFileCode, IconFileTypePdf } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { api, client } from "../../api/client.ts";
import { live } from "../../api/query-client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { LinkButton } from "../../ui/links.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { ReasonDialog } from "../../ui/reason-dialog.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";
import { useWrite } from "../../ui/use-write.ts";
import { PortalPage } from "../portal-page.tsx";
import { InvoiceSheet } from "./invoice-sheet.tsx";
import { isPayable, type MyInvoice } from "./types.ts";

/** One of my invoices: every line explained, the files, pay or say that something is wrong. */
export default function InvoiceOfCustomer() {
  const { invoiceId = "" } = useParams({ strict: false }) as { invoiceId?: string };
  const query = useQuery({
    ...api.invoices.myInvoice.queryOptions({ input: { invoiceId } }),
    ...live("invoice", "payment", "credit_note"),
  });
  const isRead = query.data !== undefined;
  useEffect(() => {
    // Noted once by the server; a failure here must not disturb the reader.
    if (isRead) client.invoices.viewMine({ invoiceId }).catch(() => undefined);
  }, [invoiceId, isRead]);
  return <Loaded query={query}>{(invoice) => <Shown invoice={invoice} />}</Loaded>;
}

function Shown({ invoice }: { invoice: MyInvoice }) {
  const t = useT("portal-invoices");
  const format = useFormat();
  const [disputing, setDisputing] = useState(false);
  const dispute = useWrite(api.invoices.disputeMine.mutationOptions(), { done: t("dispute.done") });
  const payable = isPayable(invoice);
  return (
    <PortalPage
      width="wide"
      title={t(invoice.kind === "invoice" ? "invoice" : "creditNote", { number: invoice.number })}
      intro={
        <Group gap="xs">
          <StatusBadge
            status={invoice.status === "issued" || invoice.status === "sent" ? "open" : invoice.status}
            label={t(`status.${invoice.status}`)}
          />
          <span className="tl-first-upper">{t("issued", { day: format.date(invoice.issuedOn) })}</span>
        </Group>
      }
    >
      {invoice.status === "disputed" && (
        <Alert color="yellow" mb="md">
          {t("dispute.open", { reason: invoice.disputeReason ?? "" })}
        </Alert>
      )}
      <div className="tl-portal-split">
        <Card padding="lg">
          <InvoiceSheet invoice={invoice} />
        </Card>
        <aside data-first>
          <Card padding="lg">
            <Stack gap="md">
              {payable && <ToPay invoice={invoice} />}
              <Files invoice={invoice} />
              {payable && invoice.status !== "disputed" && (
                <Button variant="subtle" color="gray" onClick={() => setDisputing(true)}>
                  {t("dispute.action")}
                </Button>
              )}
            </Stack>
          </Card>
        </aside>
      </div>
      <ReasonDialog
        title={t("dispute.title", { number: invoice.number })}
        label={t("dispute.reason")}
        action={t("dispute.send")}
        maxLength={500}
        opened={disputing}
        onClose={() => setDisputing(false)}
        onSubmit={(reason) => dispute.mutateAsync({ invoiceId: invoice.id, reason })}
      />
    </PortalPage>
  );
}

/** How much, by when, and the button. */
function ToPay({ invoice }: { invoice: MyInvoice }) {
  const t = useT("portal-invoices");
  const format = useFormat();
  return (
    <>
      <div>
        <Text c="dimmed">{t("left")}</Text>
        <div className="tl-to-pay">{format.money(invoice.openMinor, invoice.currency)}</div>
        <Text size="sm" className="tl-first-upper">
          {t("due", { day: format.date(invoice.dueOn) })}
        </Text>
      </div>
      <LinkButton to="/portal/pay/$invoiceId" params={{ invoiceId: invoice.id }} size="lg" fullWidth>
        {t("pay", { amount: format.money(invoice.openMinor, invoice.currency) })}
      </LinkButton>
    </>
  );
}

function Files({ invoice }: { invoice: MyInvoice }) {
  const t = useT("portal-invoices");
  if (invoice.documents.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {t("file.making")}
      </Text>
    );
  return (
    <div className="tl-portal-links">
      {invoice.documents.map(({ format: kind }) => (
        <Anchor key={kind} href={`/api/my/invoices/${invoice.id}/documents/${kind}`} target="_blank" rel="noreferrer">
          {kind === "facturx" ? <IconFileTypePdf size={18} aria-hidden /> : <IconFileCode size={18} aria-hidden />}
          {t(`file.${kind}`)}
        </Anchor>
      ))}
    </div>
  );
}
