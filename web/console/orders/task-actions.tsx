import { Button, Group } from "@mantine/core";
import { useState } from "react";
import { useCan } from "../../api/can.ts";
import { api } from "../../api/client.ts";
import { useT } from "../../i18n/use-t.ts";
import { LinkButton } from "../../ui/links.tsx";
import { ReasonDialog } from "../../ui/reason-dialog.tsx";
import { useWrite } from "../../ui/use-write.ts";
import type { Plan, Task } from "./order-words.ts";
import { ShipDialog } from "./ship-dialog.tsx";

/** What can be done with one task of a plan now: ship, note the delivery, book the visit, fail, try again. */
export function TaskActions({ task, plan }: { task: Task; plan: Plan }) {
  const t = useT("orders");
  const can = useCan();
  const [dialog, setDialog] = useState<"ship" | "deliver" | "fail">();
  const deliver = useWrite(api.fulfillment.deliver.mutationOptions(), { done: t("done.delivered") });
  const fail = useWrite(api.fulfillment.fail.mutationOptions(), { done: t("done.failed") });
  const retry = useWrite(api.fulfillment.retry.mutationOptions(), { done: t("done.retried") });
  const taskId = task.id;
  const isLive = task.status === "ready" || task.status === "started";
  const close = (): void => setDialog(undefined);
  return (
    <Group gap={6} mt={8}>
      {task.kind === "ship" && task.status === "ready" && can("ship orders") && (
        <Button size="compact-sm" onClick={() => setDialog("ship")}>
          {t("action.ship")}
        </Button>
      )}
      {task.kind === "ship" && task.status === "started" && can("ship orders") && (
        <Button size="compact-sm" onClick={() => setDialog("deliver")}>
          {t("action.deliver")}
        </Button>
      )}
      {task.kind === "install" && isLive && can("read appointments") && (
        <LinkButton size="compact-sm" variant="light" to="/appointments" search={{ order: plan.orderId }}>
          {t("action.visit")}
        </LinkButton>
      )}
      {isLive && can("work on tasks") && (
        <Button size="compact-sm" variant="default" onClick={() => setDialog("fail")}>
          {t("action.fail")}
        </Button>
      )}
      {task.status === "failed" && can("work on tasks") && (
        <Button size="compact-sm" loading={retry.isPending} onClick={() => retry.mutate({ taskId })}>
          {t("action.retry")}
        </Button>
      )}
      {dialog === "ship" && <ShipDialog taskId={taskId} onClose={close} />}
      <ReasonDialog
        title={t("deliver.title")}
        label={t("deliver.receivedBy")}
        action={t("action.deliver")}
        maxLength={80}
        opened={dialog === "deliver"}
        onClose={close}
        onSubmit={(receivedBy) => deliver.mutateAsync({ taskId, receivedBy })}
      />
      <ReasonDialog
        title={t("fail.title", { name: task.name })}
        label={t("fail.reason")}
        action={t("action.fail")}
        danger
        maxLength={300}
        opened={dialog === "fail"}
        onClose={close}
        onSubmit={(reason) => fail.mutateAsync({ taskId, reason })}
      />
    </Group>
  );
}
