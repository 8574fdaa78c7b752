import { Alert, Button, Group, Modal, Stack, Text } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { ApiError } from "../../api/api-error.ts";
import { api } from "../../api/client.ts";
import { queryClient } from "../../api/query-client.ts";
import { useSubmitKey } from "../../api/use-submit-key.ts";
import { useT } from "../../i18n/use-t.ts";
import { AmountInput } from "../../ui/amount-input.tsx";
import { explain } from "../../ui/error-state.tsx";
import { tell } from "../../ui/toast.tsx";

const mostMinor = 1_000_000n;

/** What a referral that becomes a customer earns from now on; what was earned before stays as it was. */
export function RewardDialog(props: { rewardMinor: string | bigint; currency: string; onClose: () => void }) {
  const t = useT("loyalty");
  const { key } = useSubmitKey();
  const [minor, setMinor] = useState<string | null>(String(props.rewardMinor));
  const change = useMutation(
    api.loyalty.changeReward.mutationOptions({
      context: { idempotencyKey: `${key}${minor ?? ""}` },
      onSuccess: async () => {
        await queryClient.invalidateQueries({ queryKey: api.loyalty.key() });
        tell(t("reward.done"));
        props.onClose();
      },
    }),
  );
  const field = change.error instanceof ApiError ? change.error.fields["rewardMinor"] : undefined;
  const problem = change.error ? explain(change.error, t) : undefined;
  const isTooMuch = minor !== null && BigInt(minor) > mostMinor;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (minor !== null && !isTooMuch) change.mutate({ rewardMinor: BigInt(minor) });
  };
  return (
    <Modal opened onClose={props.onClose} title={t("reward.change")} closeButtonProps={{ "aria-label": t("action.close") }}>
      <form onSubmit={submit}>
        <Stack gap="md">
          {(problem || isTooMuch) && (
            <Alert role="alert" color="red">
              {isTooMuch ? t("reward.most") : (field ?? problem?.text)}
            </Alert>
          )}
          <AmountInput label={t("reward")} required currency={props.currency} value={minor} onChange={setMinor} />
          <Text size="xs" c="dimmed">
            {t("reward.note")}
          </Text>
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={props.onClose}>
              {t("action.cancel")}
            </Button>
            <Button type="submit" loading={change.isPending} disabled={minor === null || isTooMuch}>
              {t("action.save")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
