import { Button } from "@mantine/core";
import { useState } from "react";
import { useCan } from "../../api/can.ts";
import { api } from "../../api/client.ts";
import { useT } from "../../i18n/use-t.ts";
import { ReasonDialog } from "../../ui/reason-dialog.tsx";
import { useWrite } from "../../ui/use-write.ts";
import type { OrderDetail, Plan } from "./order-words.ts";
import { PromiseDialog } from "./promise-dialog.tsx";

/** What one may do with a whole order now. */
export function OrderActions({ order, plan }: { order: OrderDetail; plan?: Plan }) {
  const t = useT("orders");
  const can = useCan();
  const [dialog, setDialog] = useState<"promise" | "cancel">();
  const cancel = useWrite(api.orders.cancel.mutationOptions(), { done: t("done.cancelled") });
  const isOver = order.status === "completed" || order.status === "cancelled";
  const close = (): void => setDialog(undefined);
  if (isOver) return null;
  return (
    <>
      {can("change orders") && (
        <Button variant="default" onClick={() => setDialog("cancel")}>
          {t("action.cancelOrder")}
        </Button>
      )}
      {can("move promises") && plan && (
        <Button variant={plan.jeopardy ? "filled" : "default"} onClick={() => setDialog("promise")}>
          {t("action.movePromise")}
        </Button>
      )}
      <ReasonDialog
        title={t("cancel.title", { number: order.number })}
        label={t("cancel.reason")}
        action={t("action.cancelOrder")}
        danger
        maxLength={300}
        opened={dialog === "cancel"}
        onClose={close}
        onSubmit={(reason) => cancel.mutateAsync({ orderId: order.id, reason })}
      />
      {dialog === "promise" && plan && <PromiseDialog plan={plan} onClose={close} />}
    </>
  );
}
