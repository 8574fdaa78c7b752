import { Button, Group, Modal, Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../api/client.ts";
import { live } from "../../api/query-client.ts";
import { useSubmitKey } from "../../api/use-submit-key.ts";
import { useT } from "../../i18n/use-t.ts";
import { Loaded } from "../../ui/loaded.tsx";
import { SlotPicker } from "../../ui/slot-picker.tsx";
import { useWrite } from "../../ui/use-write.ts";

/** Books a visit for a customer, among the windows that are really feasible at this moment. */
export function BookDialog({ order, onClose }: { order: { orderId: string; orderNumber: string }; onClose: () => void }) {
  const t = useT("appointments");
  const { key } = useSubmitKey();
  const [slot, setSlot] = useState<string>();
  const { orderId } = order;
  const slots = useQuery({
    ...api.appointments.slots.queryOptions({ input: { orderId } }),
    ...live("appointment"),
    staleTime: 0,
  });
  const book = useWrite(
    api.appointments.book.mutationOptions({
      context: { idempotencyKey: `${key}${slot ?? ""}` },
      onSuccess: onClose,
      onError: () => void slots.refetch(),
    }),
    { done: t("done.booked") },
  );
  return (
    <Modal
      opened
      size="lg"
      onClose={onClose}
      title={t("book.for", { number: order.orderNumber })}
      closeButtonProps={{ "aria-label": t("action.close") }}
    >
      <Stack gap="md">
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
          <Button
            disabled={!slot}
            loading={book.isPending}
            onClick={() => slot && book.mutate({ orderId, startsAt: new Date(slot) })}
          >
            {t("book.action")}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
