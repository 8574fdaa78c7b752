import { Button } from "@mantine/core";
import { useState } from "react";
import { useCan } from "../../api/can.ts";
import { api } from "../../api/client.ts";
import { useT } from "../../i18n/use-t.ts";
import { ReasonDialog } from "../../ui/reason-dialog.tsx";
import { useWrite } from "../../ui/use-write.ts";
import { CreditDialog } from "./credit-dialog.tsx";
import type { InvoiceDetail } from "./invoice-words.ts";

/** What may be done with an issued invoice: nothing changes it; it is credited, disputed, settled, sent. */
export function InvoiceActions({ invoice }: { invoice: InvoiceDetail }) {
  const t = useT("invoices");
  const can = useCan();
  const [dialog, setDialog] = useState<"credit" | "dispute" | "settle">();
  const dispute = useWrite(api.invoices.dispute.mutationOptions(), { done: t("done.disputed") });
  const settle = useWrite(api.invoices.settle.mutationOptions(), { done: t("done.settled") });
  const send = useWrite(api.invoices.send.mutationOptions(), { done: t("done.sent") });
  const close = (): void => setDialog(undefined);
  if (invoice.kind !== "invoice" || !can("credit invoices")) return null;
  const invoiceId = invoice.id;
  return (
    <>
      {!invoice.sentAt && (
        <Button variant="default" loading={send.isPending} onClick={() => send.mutate({ invoiceId })}>
          {t("action.send")}
        </Button>
      )}
      {invoice.status === "disputed" ? (
        <Button variant="default" onClick={() => setDialog("settle")}>
          {t("action.settle")}
        </Button>
      ) : (
        invoice.status !== "credited" && (
          <Button variant="default" onClick={() => setDialog("dispute")}>
            {t("action.dispute")}
          </Button>
        )
      )}
      {invoice.status !== "credited" && <Button onClick={() => setDialog("credit")}>{t("action.credit")}</Button>}
      <ReasonDialog
        title={t("dispute.title", { number: invoice.number })}
        label={t("dispute.reason")}
        action={t("action.dispute")}
        maxLength={500}
        opened={dialog === "dispute"}
        onClose={close}
        onSubmit={(reason) => dispute.mutateAsync({ invoiceId, reason })}
      />
      <ReasonDialog
        title={t("settle.title", { number: invoice.number })}
        label={t("settle.how")}
        action={t("action.settle")}
        maxLength={300}
        opened={dialog === "settle"}
        onClose={close}
        onSubmit={(how) => settle.mutateAsync({ invoiceId, how })}
      />
      {dialog === "credit" && <CreditDialog invoice={invoice} onClose={close} />}
    </>
  );
}
