import { Button, Group, Modal, Stack, Text, Textarea } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useCan } from "../../api/can.ts";
import { api, type client } from "../../api/client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { AmountInput } from "../../ui/amount-input.tsx";
import { useWrite } from "../../ui/use-write.ts";

type Action = Awaited<ReturnType<typeof client.actions.list>>["rows"][number];

/** What the customer of an action is given back: asked for here, agreed to here, told here. */
export function Goodwill({ action }: { action: Action }) {
  const t = useT("kpis");
  const format = useFormat();
  const can = useCan();
  const [opened, setOpened] = useState(false);
  const decide = useWrite(api.actions.decideGoodwill.mutationOptions(), { done: t("goodwill.decided") });
  const { goodwill } = action;
  const mayGive = action.customerId && can("work on actions") && goodwill?.status !== "asked" && goodwill?.status !== "granted";
  if (!goodwill && !mayGive) return null;
  return (
    <Group gap="xs" mt="xs">
      {goodwill && (
        <Text size="sm">
          {t(`goodwill.${goodwill.status}`, {
            amount: format.money(goodwill.amountMinor, goodwill.currency),
            by: goodwill.decidedByName ?? goodwill.askedByName,
          })}
        </Text>
      )}
      {goodwill?.status === "asked" && !goodwill.mine && can("approve goodwill") && (
        <>
          <Button
            size="compact-sm"
            loading={decide.isPending}
            onClick={() => decide.mutate({ actionId: action.id, agreed: true })}
          >
            {t("goodwill.agree")}
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            loading={decide.isPending}
            onClick={() => decide.mutate({ actionId: action.id, agreed: false })}
          >
            {t("goodwill.disagree")}
          </Button>
        </>
      )}
      {mayGive && (
        <Button size="compact-sm" variant="default" onClick={() => setOpened(true)}>
          {t("goodwill.give")}
        </Button>
      )}
      {opened && <GoodwillDialog action={action} onClose={() => setOpened(false)} />}
    </Group>
  );
}

function GoodwillDialog({ action, onClose }: { action: Action; onClose: () => void }) {
  const t = useT("kpis");
  const format = useFormat();
  const [minor, setMinor] = useState<string | null>(null);
  const [reason, setReason] = useState("");
  const limit = useQuery(api.actions.goodwillLimit.queryOptions()).data?.limitMinor;
  const give = useWrite(api.actions.giveGoodwill.mutationOptions(), {
    done: ({ status }) => t(status === "granted" ? "goodwill.doneGranted" : "goodwill.doneAsked"),
  });
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!minor || !reason.trim()) return;
    try {
      await give.mutateAsync({ actionId: action.id, amountMinor: BigInt(minor), reason: reason.trim() });
      onClose();
    } catch {
      // told by the write itself; what was typed is kept
    }
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("goodwill.title", { name: action.customerName ?? "" })}
      closeButtonProps={{ "aria-label": t("common:action.close") }}
    >
      <form onSubmit={(event) => void submit(event)}>
        <Stack gap="md">
          <AmountInput
            label={t("goodwill.amount")}
            {...(limit !== undefined && { description: t("goodwill.limit", { amount: format.money(limit, action.currency) }) })}
            currency={action.currency}
            required
            value={minor}
            onChange={setMinor}
          />
          <Textarea
            label={t("goodwill.reason")}
            description={t("goodwill.reasonHelp")}
            required
            autosize
            minRows={2}
            maxLength={200}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t("common:action.cancel")}
            </Button>
            <Button type="submit" loading={give.isPending} disabled={!minor || !reason.trim()}>
              {t("goodwill.give")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
