import { Button, Menu } from "@mantine/core";
import { IconChevronDown } from "@tabler/icons-react";
import { useState } from "react";
import { useCan } from "../../api/can.ts";
import { api } from "../../api/client.ts";
import { useT } from "../../i18n/use-t.ts";
import { ReasonDialog } from "../../ui/reason-dialog.tsx";
import { useWrite } from "../../ui/use-write.ts";
import { ChangeDialog } from "./change-dialog.tsx";
import type { SubscriptionDetail } from "./subscription-words.ts";

/** Change, pause, resume, end: whatever is possible now. */
export function SubscriptionActions({ subscription }: { subscription: SubscriptionDetail }) {
  const t = useT("subscriptions");
  const can = useCan();
  const [dialog, setDialog] = useState<"change" | "pause" | "cancel">();
  const pause = useWrite(api.subscriptions.pause.mutationOptions(), { done: t("done.paused") });
  const resume = useWrite(api.subscriptions.resume.mutationOptions(), { done: t("done.resumed") });
  const cancel = useWrite(api.subscriptions.cancel.mutationOptions(), { done: t("done.cancelled") });
  const renewal = useWrite(api.subscriptions.setRenewal.mutationOptions(), { done: t("done.renewal") });
  const close = (): void => setDialog(undefined);
  if (!can("change subscriptions") || subscription.status === "ended" || subscription.endsOn) return null;
  const subscriptionId = subscription.id;
  return (
    <>
      {subscription.status === "paused" ? (
        <Button loading={resume.isPending} onClick={() => resume.mutate({ subscriptionId })}>
          {t("action.resume")}
        </Button>
      ) : (
        <Button onClick={() => setDialog("change")}>{t("action.change")}</Button>
      )}
      <Menu>
        <Menu.Target>
          <Button variant="default" rightSection={<IconChevronDown size={14} aria-hidden />}>
            {t("action.more")}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {subscription.status === "active" && <Menu.Item onClick={() => setDialog("pause")}>{t("action.pause")}</Menu.Item>}
          <Menu.Item onClick={() => renewal.mutate({ subscriptionId, renews: !subscription.renews })}>
            {t(subscription.renews ? "action.stopRenewing" : "action.renew")}
          </Menu.Item>
          <Menu.Item color="red" onClick={() => setDialog("cancel")}>
            {t("action.end")}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {dialog === "change" && <ChangeDialog subscription={subscription} onClose={close} />}
      <ReasonDialog
        title={t("pause.title", { name: subscription.name })}
        label={t("pause.reason")}
        action={t("action.pause")}
        maxLength={300}
        opened={dialog === "pause"}
        onClose={close}
        onSubmit={(reason) => pause.mutateAsync({ subscriptionId, reason })}
      />
      <ReasonDialog
        title={t("end.title", { name: subscription.name })}
        label={t("end.reason")}
        action={t("action.end")}
        danger
        maxLength={300}
        opened={dialog === "cancel"}
        onClose={close}
        onSubmit={(reason) => cancel.mutateAsync({ subscriptionId, reason })}
      />
    </>
  );
}
