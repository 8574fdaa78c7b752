import { Button, Group, Table, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useCan } from "../../api/can.ts";
import { api, type client } from "../../api/client.ts";
import { live } from "../../api/query-client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { TextLink } from "../../ui/links.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { Facts, Panel, RecordPage } from "../../ui/record-page.tsx";
import { CardSkeletons } from "../../ui/skeletons.tsx";
import { useWrite } from "../../ui/use-write.ts";
import { DateTime, Money } from "../../ui/values.tsx";
import { EventTimeline } from "../event-timeline.tsx";
import { RefundDialog } from "./refund-dialog.tsx";

type PaymentDetail = Awaited<ReturnType<typeof client.payments.show>>;

/** One payment: where it came from, which invoices it paid, and which it may still pay. */
export default function Payment() {
  const { paymentId = "" } = useParams({ strict: false });
  const query = useQuery({ ...api.payments.show.queryOptions({ input: { paymentId } }), ...live("payment", "invoice") });
  return (
    <Loaded query={query} skeleton={<CardSkeletons cards={3} />}>
      {(payment) => <PaymentRecord payment={payment} />}
    </Loaded>
  );
}

function PaymentRecord({ payment }: { payment: PaymentDetail }) {
  const t = useT("payments");
  const format = useFormat();
  const can = useCan();
  const [refunding, setRefunding] = useState(false);
  return (
    <>
      <RecordPage
        title={format.money(payment.amountMinor, payment.currency)}
        subtitle={
          payment.customerId ? (
            <TextLink to="/customers/$customerId" params={{ customerId: payment.customerId }}>
              {payment.customerName}
            </TextLink>
          ) : (
            (payment.payerName ?? t("unknownPayer"))
          )
        }
        crumbs={[{ label: t("common:area.payments"), to: "/payments" }, { label: payment.reference }]}
        actions={
          can("refund payments") && (
            <Button variant="default" onClick={() => setRefunding(true)}>
              {t("action.refund")}
            </Button>
          )
        }
        next={
          BigInt(payment.unusedMinor) > 0n && (
            <Text size="sm">{t("next.match", { amount: format.money(payment.unusedMinor, payment.currency) })}</Text>
          )
        }
        facts={
          <Facts
            facts={[
              { label: t("col.received"), value: <DateTime value={payment.receivedOn} /> },
              { label: t("col.method"), value: t(`method.${payment.method}`) },
              { label: t("col.reference"), value: payment.reference },
              ...(payment.payerName ? [{ label: t("fact.payer"), value: payment.payerName }] : []),
              ...(payment.payerIban ? [{ label: "IBAN", value: payment.payerIban }] : []),
              { label: t("col.unused"), value: <Money minor={payment.unusedMinor} currency={payment.currency} /> },
              ...(BigInt(payment.refundedMinor) > 0n
                ? [{ label: t("fact.refunded"), value: <Money minor={payment.refundedMinor} currency={payment.currency} /> }]
                : []),
            ]}
          />
        }
        timeline={<EventTimeline about={{ subjectId: payment.id }} nouns={["payment"]} />}
        related={
          <>
            <Panel title={t("paid.title")}>
              {payment.allocations.length === 0 && (
                <Text size="sm" c="dimmed">
                  {t("paid.none")}
                </Text>
              )}
              <ul className="tl-plain-list">
                {payment.allocations.map((part) => (
                  <li key={`${part.invoiceId}${part.amountMinor}`}>
                    <Group justify="space-between" wrap="nowrap">
                      <TextLink to="/invoices/$invoiceId" params={{ invoiceId: part.invoiceId }} size="sm">
                        {part.number}
                      </TextLink>
                      <Text size="sm" span>
                        <Money minor={part.amountMinor} currency={payment.currency} />
                      </Text>
                    </Group>
                  </li>
                ))}
              </ul>
            </Panel>
            {can("match payments") && payment.suggestions.length > 0 && <Suggestions payment={payment} />}
          </>
        }
      />
      {refunding && <RefundDialog paymentId={payment.id} currency={payment.currency} onClose={() => setRefunding(false)} />}
    </>
  );
}

/** Open invoices this money may belong to, likeliest first; one click puts it there. */
function Suggestions({ payment }: { payment: PaymentDetail }) {
  const t = useT("payments");
  const allocate = useWrite(api.payments.allocate.mutationOptions(), { done: t("done.matched") });
  return (
    <Panel title={t("match.title")}>
      <Table fz="sm">
        <Table.Tbody>
          {payment.suggestions.map((invoice) => (
            <Table.Tr key={invoice.invoiceId}>
              <Table.Td px={0}>
                <TextLink to="/invoices/$invoiceId" params={{ invoiceId: invoice.invoiceId }} size="sm" className="tl-nowrap">
                  {invoice.number}
                </TextLink>
                <Text size="xs" c="dimmed">
                  {invoice.customerName} · <Money minor={invoice.openMinor} currency={payment.currency} />
                </Text>
              </Table.Td>
              <Table.Td ta="right" px={0}>
                <Button
                  size="compact-xs"
                  variant={invoice.openMinor === payment.unusedMinor ? "filled" : "light"}
                  loading={allocate.isPending}
                  aria-label={t("match.with", { number: invoice.number })}
                  onClick={() => allocate.mutate({ paymentId: payment.id, invoiceId: invoice.invoiceId })}
                >
                  {t("action.match")}
                </Button>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Panel>
  );
}
