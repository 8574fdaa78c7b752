import { Button, Group, Modal, Select, Stack } from "@mantine/core";
import { useState } from "react";
import { api } from "../../api/client.ts";
import { useT } from "../../i18n/use-t.ts";
import { useWrite } from "../../ui/use-write.ts";
import { useOwners } from "../use-owners.ts";

/** Gives a lead to sales: by the routing rules, or to somebody. The answer clock starts. */
export function HandOverDialog({ leadId, onClose }: { leadId: string; onClose: () => void }) {
  const t = useT("leads");
  const { people } = useOwners("seller");
  const [ownerId, setOwnerId] = useState<string | null>(null);
  const handOver = useWrite(api.leads.handOver.mutationOptions({ onSuccess: onClose }), { done: t("done.handedOver") });
  return (
    <Modal opened onClose={onClose} title={t("handOver.title")} closeButtonProps={{ "aria-label": t("action.close") }}>
      <Stack gap="md">
        <Select
          label={t("handOver.to")}
          description={t("handOver.rules")}
          placeholder={t("handOver.byRules")}
          data={people}
          value={ownerId}
          onChange={setOwnerId}
          clearable
          searchable
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t("action.cancel")}
          </Button>
          <Button loading={handOver.isPending} onClick={() => handOver.mutate({ leadId, ...(ownerId && { ownerId }) })}>
            {t("action.handOver")}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
