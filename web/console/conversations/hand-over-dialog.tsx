import { Button, Group, Modal, Select, Stack, Textarea } from "@mantine/core";
import { useState } from "react";
import { api } from "../../api/client.ts";
import { useT } from "../../i18n/use-t.ts";
import { useWrite } from "../../ui/use-write.ts";
import { useOwners } from "../use-owners.ts";
import { useRefreshed } from "./use-refreshed.ts";
import { useTeams } from "./use-teams.ts";

/** Passes a conversation on to a colleague or a team, with the reason they read in the thread. */
export function HandOverDialog({ conversationId, onClose }: { conversationId: string; onClose: () => void }) {
  const t = useT("conversations");
  const owners = useOwners();
  const teams = useTeams();
  const [to, setTo] = useState<string | null>(null);
  const [reason, setReason] = useState("");
  const { onSuccess } = useRefreshed();
  const handOver = useWrite(
    api.conversations.handOver.mutationOptions({
      onSuccess: async () => {
        await onSuccess();
        onClose();
      },
    }),
    { done: t("done.handedOver") },
  );
  const isTeam = teams.some((team) => team.value === to);
  return (
    <Modal opened onClose={onClose} title={t("action.handOver")} closeButtonProps={{ "aria-label": t("common:action.close") }}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          handOver.mutate({ conversationId, reason, ...(to && (isTeam ? { teamId: to } : { toId: to })) });
        }}
      >
        <Stack gap="md">
          <Select
            label={t("handOver.to")}
            placeholder={t("leastBusy")}
            clearable
            searchable
            data={[
              ...(teams.length > 0 ? [{ group: t("col.team"), items: teams }] : []),
              { group: t("handOver.people"), items: owners.people },
            ]}
            value={to}
            onChange={setTo}
          />
          <Textarea
            label={t("handOver.reason")}
            data-autofocus
            required
            autosize
            minRows={3}
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t("common:action.cancel")}
            </Button>
            <Button type="submit" loading={handOver.isPending} disabled={!reason.trim()}>
              {t("action.handOver")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
