import { Alert, Anchor, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { IconFileCode, IconFileTypePdf } from "@tabler/icons-react";
import { api } from "../../api/client.ts";
import { live } from "../../api/query-client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { TextLink } from "../../ui/links.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { Facts, Panel, RecordPage } from "../../ui/record-page.tsx";
import { CardSkeletons } from "../../ui/skeletons.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";
import { DateTime, Money } from "../../ui/values.tsx";
import { EventTimeline } from "../event-timeline.tsx";
import { InvoiceActions } from "./invoice-actions.tsx";
import { InvoiceLines } from "./invoice-lines.tsx";
import { type InvoiceDetail, invoiceNouns, invoiceTone } from "./invoice-words.ts";

/** One invoice or credit note: every line with the reason of its amount, its files, what became of it. */
export default function Invoice() {
  const { invoiceId = "" } = useParams({ strict: false });
  const query = useQuery({ ...api.invoices.show.queryOptions({ input: { invoiceId } }), ...live(...invoiceNouns) });
  return (
    <Loaded query={query} skeleton={<CardSkeletons cards={3} />}>
      {(invoice) => <InvoiceRecord invoice={invoice} />}
    </Loaded>
  );
}

function InvoiceRecord({ invoice }: { invoice: InvoiceDetail }) {
  const t = useT("invoices");
  const format = useFormat();
  const tone = invoiceTone[invoice.status];
  const isOpen = invoice.kind === "invoice" && BigInt(invoice.openMinor) > 0n;
  const next =
    invoice.status === "disputed"
      ? t("next.disputed", { reason: invoice.disputeReason ?? "" })
      : invoice.status === "overdue"
        ? t("next.overdue", { amount: format.money(invoice.openMinor, invoice.currency), due: format.date(invoice.dueOn) })
        : BigInt(invoice.openMinor) < 0n
          ? t("next.refund", { amount: format.money(-BigInt(invoice.openMinor), invoice.currency) })
          : isOpen && !invoice.sentAt
            ? t("next.unsent")
            : undefined;
  return (
    <>
      {invoice.kind === "credit_note" && invoice.reason && (
        <Alert color="violet" mb="md">
          {invoice.reason}
        </Alert>
      )}
      <RecordPage
        title={invoice.number}
        subtitle={
          <TextLink to="/customers/$customerId" params={{ customerId: invoice.customerId }}>
            {invoice.customerName}
          </TextLink>
        }
        crumbs={[{ label: t("common:area.invoices"), to: "/invoices" }, { label: invoice.number }]}
        badges={<StatusBadge status={invoice.status} label={t(`status.${invoice.status}`)} {...(tone && { tone })} />}
        actions={<InvoiceActions invoice={invoice} />}
        next={next && <Text size="sm">{next}</Text>}
        facts={<InvoiceFacts invoice={invoice} />}
        main={
          <Panel title={t("lines.title")}>
            <InvoiceLines invoice={invoice} />
          </Panel>
        }
        timeline={
          <EventTimeline
            about={{ customerId: invoice.customerId }}
            nouns={invoiceNouns}
            only={(event) => event.subjectId === invoice.id || event.data["invoiceId"] === invoice.id}
          />
        }
        related={<Related invoice={invoice} />}
      />
    </>
  );
}

function InvoiceFacts({ invoice }: { invoice: InvoiceDetail }) {
  const t = useT("invoices");
  const money = (minor: string) => <Money minor={minor} currency={invoice.currency} />;
  return (
    <Facts
      facts={[
        { label: t("col.issued"), value: <DateTime value={invoice.issuedOn} /> },
        ...(invoice.kind === "invoice" ? [{ label: t("col.due"), value: <DateTime value={invoice.dueOn} /> }] : []),
        { label: t("col.total"), value: money(invoice.totalMinor) },
        ...(invoice.kind === "invoice"
          ? [
              ...(invoice.creditedMinor !== "0" ? [{ label: t("fact.credited"), value: money(invoice.creditedMinor) }] : []),
              { label: t("fact.paid"), value: money(invoice.paidMinor) },
              { label: t("col.open"), value: money(invoice.openMinor) },
            ]
          : []),
        ...(invoice.orderId && invoice.orderNumber
          ? [
              {
                label: t("fact.order"),
                value: (
                  <TextLink to="/orders/$orderId" params={{ orderId: invoice.orderId }} size="sm">
                    {invoice.orderNumber}
                  </TextLink>
                ),
              },
            ]
          : []),
        { label: t("fact.sent"), value: invoice.sentTo ? `${invoice.sentTo}` : t("fact.notSent") },
        ...(invoice.sentAt ? [{ label: t("fact.sentAt"), value: <DateTime value={invoice.sentAt} time /> }] : []),
        ...(invoice.viewedAt ? [{ label: t("fact.viewed"), value: <DateTime value={invoice.viewedAt} time /> }] : []),
        ...(invoice.disputeReason ? [{ label: t("fact.dispute"), value: invoice.disputeReason }] : []),
      ]}
    />
  );
}

function Related({ invoice }: { invoice: InvoiceDetail }) {
  const t = useT("invoices");
  return (
    <>
      <Panel title={t("files.title")}>
        <Stack gap={8}>
          {invoice.documents.length === 0 && (
            <Text size="sm" c="dimmed">
              {t("files.making")}
            </Text>
          )}
          {invoice.documents.map((file) => (
            <div key={file.format}>
              <Anchor size="sm" href={`/api/invoices/${invoice.id}/documents/${file.format}`} target="_blank" rel="noreferrer">
                {file.format === "facturx" ? <IconFileTypePdf size={15} aria-hidden /> : <IconFileCode size={15} aria-hidden />}{" "}
                {t(`files.${file.format}`)}
              </Anchor>
              <Text size="xs" c="dimmed" title={file.sha256}>
                SHA-256 {file.sha256.slice(0, 16)}…
              </Text>
            </div>
          ))}
        </Stack>
      </Panel>
      {invoice.related.length > 0 && (
        <Panel title={t(invoice.kind === "invoice" ? "related.notes" : "related.invoice")}>
          <ul className="tl-plain-list">
            {invoice.related.map((other) => (
              <li key={other.id}>
                <TextLink to="/invoices/$invoiceId" params={{ invoiceId: other.id }} size="sm">
                  {other.number}
                </TextLink>{" "}
                <Text size="sm" span>
                  <Money minor={other.totalMinor} currency={invoice.currency} />
                </Text>
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </>
  );
}
