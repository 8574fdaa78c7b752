import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../api/client.ts";
import { live } from "../../api/query-client.ts";
import { useSubmitKey } from "../../api/use-submit-key.ts";
import { useT } from "../../i18n/use-t.ts";
import { Loaded } from "../../ui/loaded.tsx";
import { SlotPicker } from "../../ui/slot-picker.tsx";
import { useWrite } from "../../ui/use-write.ts";

/** Books the visit of an order, or moves the one it has, among the windows that are really feasible at this moment. */
export function BookDialog({
  order,
  moves,
  onClose,
}: {
  order: { orderId: string; orderNumber: string };
  /** The visit that changes its window. */
  moves?: string;
  onClose: () => void;
}) {
  const t = useT("appointments");
  const { key } = useSubmitKey();
  const [slot, setSlot] = useState<string>();
  const { orderId } = order;
  const slots = useQuery({
    ...api.appointments.slots.queryOptions({ input: { orderId } }),
    ...live("appointment"),
    staleTime: 0,
  });
  const after = {
    context: { idempotencyKey: `${key}${slot ?? ""}` },
    onSuccess: onClose,
    onError: () => void slots.refetch(),
  };
  const book = useWrite(api.appointments.book.mutationOptions(after), { done: t("done.booked") });
  const move = useWrite(api.appointments.move.mutationOptions(after), { done: t("done.moved") });
  const submit = (): void => {
    if (!slot) return;
    const startsAt = new Date(slot);
    if (moves) move.mutate({ appointmentId: moves, startsAt });
    else book.mutate({ orderId, startsAt });
  };
  return (
    <Modal
      opened
      size="lg"
      onClose={onClose}
      title={t(moves ? "move.for" : "book.for", { number: order.orderNumber })}
      closeButtonProps={{ "aria-label": t("action.close") }}
    >
      <Stack gap="md">
        {moves && <Text size="sm">{t("move.told")}</Text>}
        <Loaded query={slots}>
          {(data) => (
            <SlotPicker
              slots={data.slots.map((one) => ({ id: one.startsAt, from: one.startsAt, to: one.endsAt }))}
              value={slot}
              onChange={setSlot}
            />
          )}
        </Loaded>
        <Group justify="flex-end" gap="xs" className="tl-sticky-foot">
          <Button variant="default" onClick={onClose}>
            {t("action.cancel")}
          </Button>
          <Button disabled={!slot} loading={book.isPending || move.isPending} onClick={submit}>
            {t(moves ? "move.action" : "book.action")}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
