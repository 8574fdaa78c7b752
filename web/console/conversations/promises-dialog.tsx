import { Button, Group, Modal, NumberInput, Stack, Text } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import { api, type client } from "../../api/client.ts";
import { useT } from "../../i18n/use-t.ts";
import { Loaded } from "../../ui/loaded.tsx";
import { useWrite } from "../../ui/use-write.ts";
import { useRefreshed } from "./use-refreshed.ts";

type Settings = Awaited<ReturnType<typeof client.conversations.settings>>;

/** How fast we promise to answer and to solve, in open hours. */
export function PromisesDialog({ onClose }: { onClose: () => void }) {
  const t = useT("conversations");
  const settings = useQuery(api.conversations.settings.queryOptions());
  return (
    <Modal opened onClose={onClose} title={t("promises.title")} closeButtonProps={{ "aria-label": t("common:action.close") }}>
      <Loaded query={settings}>{(now) => <PromisesForm now={now} onClose={onClose} />}</Loaded>
    </Modal>
  );
}

function PromisesForm({ now, onClose }: { now: Settings; onClose: () => void }) {
  const t = useT("conversations");
  const form = useForm({ initialValues: now });
  const { onSuccess } = useRefreshed();
  const save = useWrite(
    api.conversations.changeSettings.mutationOptions({
      onSuccess: async () => {
        await onSuccess();
        onClose();
      },
    }),
    { done: t("common:state.saved") },
  );
  return (
    <form onSubmit={form.onSubmit((values) => save.mutate(values))}>
      <Stack gap="md">
        <NumberInput
          label={t("promises.firstResponse")}
          description={t("promises.firstResponseHelp")}
          min={5}
          max={10_080}
          required
          {...form.getInputProps("firstResponseMinutes")}
        />
        <NumberInput
          label={t("promises.resolution")}
          description={t("promises.resolutionHelp")}
          min={1}
          max={60}
          required
          {...form.getInputProps("resolutionDays")}
        />
        <Text size="sm" c="dimmed">
          {t("promises.text")}
        </Text>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t("common:action.cancel")}
          </Button>
          <Button type="submit" loading={save.isPending}>
            {t("common:action.save")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
