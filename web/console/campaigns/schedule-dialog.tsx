import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { DateTimePicker } from "@mantine/dates";
import { useState } from "react";
import { api } from "../../api/client.ts";
import { useT } from "../../i18n/use-t.ts";
import { useWrite } from "../../ui/use-write.ts";
import type { Campaign } from "./campaign-words.ts";

/** When a campaign starts and ends by itself; empty means: by hand. */
export function ScheduleDialog(props: { campaign: Campaign; onClose: () => void; onSaved: () => Promise<unknown> }) {
  const { campaign, onClose } = props;
  const t = useT("campaigns");
  const [starts, setStarts] = useState(asPicked(campaign.startsAt));
  const [ends, setEnds] = useState(asPicked(campaign.endsAt));
  const change = useWrite(
    api.campaigns.change.mutationOptions({
      onSuccess: async () => {
        await props.onSaved();
        onClose();
      },
    }),
    { done: t("done.scheduled") },
  );
  const wrong = !!starts && !!ends && ends <= starts;
  return (
    <Modal opened onClose={onClose} title={t("action.schedule")} closeButtonProps={{ "aria-label": t("common:action.close") }}>
      <Stack gap="md">
        {campaign.status === "draft" && (
          <DateTimePicker
            label={t("fact.starts")}
            description={t("schedule.starts")}
            clearable
            value={starts}
            onChange={setStarts}
          />
        )}
        <DateTimePicker
          label={t("fact.ends")}
          description={t("schedule.ends")}
          clearable
          value={ends}
          onChange={setEnds}
          error={wrong && t("schedule.wrong")}
        />
        <Text size="xs" c="dimmed">
          {t("schedule.zone", { zone: Intl.DateTimeFormat().resolvedOptions().timeZone })}
        </Text>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t("common:action.cancel")}
          </Button>
          <Button
            loading={change.isPending}
            disabled={wrong}
            onClick={() =>
              change.mutate({
                campaignId: campaign.id,
                endsAt: asInstant(ends),
                ...(campaign.status === "draft" && { startsAt: asInstant(starts) }),
              })
            }
          >
            {t("common:action.save")}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

const asInstant = (picked: string | null): Date | null => (picked ? new Date(picked.replace(" ", "T")) : null);

/** "2027-03-01 09:00:00" in the reader's time zone, as the picker wants it. */
function asPicked(iso: string | null): string | null {
  if (!iso) return null;
  const at = new Date(iso);
  const two = (n: number): string => String(n).padStart(2, "0");
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())} ${two(at.getHours())}:${two(at.getMinutes())}:00`;
}
