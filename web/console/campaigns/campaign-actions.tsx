import { Button, Menu, Modal, Stack, Text, Group } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { IconChevronDown, IconCopy, IconPencil, IconPlayerPause, IconPlayerStop } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useCan } from "../../api/can.ts";
import { api } from "../../api/client.ts";
import { queryClient } from "../../api/query-client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { ReasonDialog } from "../../ui/reason-dialog.tsx";
import { useWrite } from "../../ui/use-write.ts";
import type { Campaign } from "./campaign-words.ts";
import { ScheduleDialog } from "./schedule-dialog.tsx";

const refetch = () => queryClient.invalidateQueries({ queryKey: api.campaigns.key() });

/** What can be done with a campaign in its present state; the API says which moves are allowed. */
export function CampaignActions({ campaign }: { campaign: Campaign }) {
  const t = useT("campaigns");
  const can = useCan();
  const navigate = useNavigate();
  const [dialog, setDialog] = useState<"launch" | "pause" | "end" | "schedule">();
  const campaignId = campaign.id;
  const pause = useWrite(api.campaigns.pause.mutationOptions({ onSuccess: refetch }), { done: t("done.paused") });
  const resume = useWrite(api.campaigns.resume.mutationOptions({ onSuccess: refetch }), { done: t("done.resumed") });
  if (!can("run campaigns")) return null;
  const { status, allowed } = campaign;
  const close = (): void => setDialog(undefined);
  return (
    <>
      <Menu shadow="md" position="bottom-end">
        <Menu.Target>
          <Button variant="default" rightSection={<IconChevronDown size={15} aria-hidden />}>
            {t("common:action.more")}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {status !== "ended" && <Menu.Item onClick={() => setDialog("schedule")}>{t("action.schedule")}</Menu.Item>}
          <Menu.Item
            leftSection={<IconCopy size={16} aria-hidden />}
            onClick={() => void navigate({ to: "/campaigns/new", search: { from: campaignId } as never })}
          >
            {t("action.duplicate")}
          </Menu.Item>
          {allowed.includes("paused") && (
            <Menu.Item leftSection={<IconPlayerPause size={16} aria-hidden />} onClick={() => setDialog("pause")}>
              {t("action.pause")}
            </Menu.Item>
          )}
          {allowed.includes("ended") && (
            <Menu.Item color="red" leftSection={<IconPlayerStop size={16} aria-hidden />} onClick={() => setDialog("end")}>
              {t("action.end")}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {status !== "ended" && (
        <Button
          variant="default"
          leftSection={<IconPencil size={16} aria-hidden />}
          onClick={() => void navigate({ to: "/campaigns/$campaignId/edit", params: { campaignId } as never })}
        >
          {t("common:action.edit")}
        </Button>
      )}
      {status === "draft" && <Button onClick={() => setDialog("launch")}>{t("action.launch")}</Button>}
      {status === "paused" && (
        <Button loading={resume.isPending} onClick={() => resume.mutate({ campaignId })}>
          {t("action.resume")}
        </Button>
      )}
      <ReasonDialog
        title={t("pause.title")}
        label={t("pause.reason")}
        action={t("action.pause")}
        opened={dialog === "pause"}
        onClose={close}
        maxLength={300}
        onSubmit={(reason) => pause.mutateAsync({ campaignId, reason })}
      />
      {dialog === "launch" && <LaunchDialog campaign={campaign} onClose={close} />}
      {dialog === "end" && <EndDialog campaign={campaign} onClose={close} />}
      {dialog === "schedule" && <ScheduleDialog campaign={campaign} onClose={close} onSaved={refetch} />}
    </>
  );
}

/** Says how many people are about to be written to, and that this cannot be taken back. */
function LaunchDialog({ campaign, onClose }: { campaign: Campaign; onClose: () => void }) {
  const t = useT("campaigns");
  const format = useFormat();
  const segmentId = campaign.segmentId ?? "";
  const segment = useQuery({ ...api.segments.show.queryOptions({ input: { segmentId } }), enabled: !!segmentId });
  const launch = useWrite(
    api.campaigns.launch.mutationOptions({
      onSuccess: async () => {
        await refetch();
        onClose();
      },
    }),
    { done: t("done.launched") },
  );
  const members = segment.data?.members;
  return (
    <Modal opened onClose={onClose} title={t("launch.title")} closeButtonProps={{ "aria-label": t("common:action.close") }}>
      <Stack gap="md">
        <Text>{t("launch.page", { url: campaign.pageUrl })}</Text>
        {campaign.hasMail && members !== undefined && (
          <Text>{t("launch.mail", { count: members, n: format.number(members), segment: segment.data?.name ?? "" })}</Text>
        )}
        {campaign.hasMail && (
          <Text size="sm" c="dimmed">
            {t("launch.settled")}
          </Text>
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t("common:action.cancel")}
          </Button>
          <Button loading={launch.isPending} onClick={() => launch.mutate({ campaignId: campaign.id })}>
            {t("action.launch")}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

function EndDialog({ campaign, onClose }: { campaign: Campaign; onClose: () => void }) {
  const t = useT("campaigns");
  const end = useWrite(
    api.campaigns.end.mutationOptions({
      onSuccess: async () => {
        await refetch();
        onClose();
      },
    }),
    { done: t("done.ended") },
  );
  return (
    <Modal opened onClose={onClose} title={t("end.title")} closeButtonProps={{ "aria-label": t("common:action.close") }}>
      <Stack gap="md">
        <Text>{t("end.text")}</Text>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t("common:action.cancel")}
          </Button>
          <Button color="red" loading={end.isPending} onClick={() => end.mutate({ campaignId: campaign.id })}>
            {t("action.end")}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
