import { Autocomplete, Button, Group, Modal, Stack, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { api } from "../../api/client.ts";
import { useSubmitKey } from "../../api/use-submit-key.ts";
import { useT } from "../../i18n/use-t.ts";
import { useWrite } from "../../ui/use-write.ts";

const carriers = ["Colissimo", "Chronopost", "DHL", "UPS", "GLS"];

/** Hands a parcel to the carrier; the customer gets the tracking number. */
export function ShipDialog({ taskId, onClose }: { taskId: string; onClose: () => void }) {
  const t = useT("orders");
  const { key } = useSubmitKey();
  const [carrier, setCarrier] = useState("");
  const [tracking, setTracking] = useState("");
  const ship = useWrite(api.fulfillment.dispatch.mutationOptions({ context: { idempotencyKey: key }, onSuccess: onClose }), {
    done: t("done.shipped"),
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    ship.mutate({ taskId, carrier: carrier.trim(), tracking: tracking.trim() });
  };
  return (
    <Modal opened onClose={onClose} title={t("ship.title")} closeButtonProps={{ "aria-label": t("action.close") }}>
      <form onSubmit={submit}>
        <Stack gap="md">
          <Autocomplete label={t("ship.carrier")} required data={carriers} value={carrier} onChange={setCarrier} />
          <TextInput
            label={t("ship.tracking")}
            required
            value={tracking}
            onChange={(event) => setTracking(event.currentTarget.value)}
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t("action.cancel")}
            </Button>
            <Button type="submit" loading={ship.isPending} disabled={!carrier.trim() || !tracking.trim()}>
              {t("action.ship")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
