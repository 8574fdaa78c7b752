import { Button, Group, Modal, Stack, Text, TextInput } from "@mantine/core";
import { DatePickerInput } from "@mantine/dates";
import { type FormEvent, useState } from "react";
import { api } from "../../api/client.ts";
import { useT } from "../../i18n/use-t.ts";
import { AmountInput } from "../../ui/amount-input.tsx";
import { useWrite } from "../../ui/use-write.ts";
import type { SubscriptionDetail } from "./subscription-words.ts";

/** Another quantity or price from a day on, today by default. */
export function ChangeDialog({ subscription, onClose }: { subscription: SubscriptionDetail; onClose: () => void }) {
  const t = useT("subscriptions");
  const [quantity, setQuantity] = useState(subscription.quantity);
  const [price, setPrice] = useState<string | null>(null);
  const [day, setDay] = useState<string | null>(null);
  const change = useWrite(api.subscriptions.change.mutationOptions({ onSuccess: onClose }), { done: t("done.changed") });
  const ready = /^[1-9]\d{0,5}$/.test(quantity) && (quantity !== subscription.quantity || price !== null);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!ready) return;
    change.mutate({
      subscriptionId: subscription.id,
      quantity,
      ...(price !== null && { periodNetMinor: BigInt(price) }),
      ...(day && { effectiveOn: day }),
    });
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("change.title", { name: subscription.name })}
      closeButtonProps={{ "aria-label": t("action.close") }}
    >
      <form onSubmit={submit}>
        <Stack gap="md">
          <TextInput
            data-autofocus
            label={t("fact.quantity")}
            inputMode="numeric"
            value={quantity}
            onChange={(event) => setQuantity(event.currentTarget.value)}
          />
          <AmountInput
            label={t("change.price")}
            description={t("change.priceHelp")}
            currency={subscription.currency}
            value={price}
            onChange={setPrice}
          />
          <DatePickerInput
            label={t("change.from")}
            placeholder={t("change.today")}
            clearable
            valueFormat="DD/MM/YYYY"
            value={day}
            onChange={setDay}
          />
          <Text size="xs" c="dimmed">
            {t("change.explain")}
          </Text>
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t("action.cancel")}
            </Button>
            <Button type="submit" loading={change.isPending} disabled={!ready}>
              {t("action.change")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
