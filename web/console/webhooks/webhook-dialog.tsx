import { Button, Group, Modal, Stack, TagsInput, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import { ApiError } from "../../api/api-error.ts";
import { api } from "../../api/client.ts";
import { queryClient } from "../../api/query-client.ts";
import { useT } from "../../i18n/use-t.ts";
import { useWrite } from "../../ui/use-write.ts";
import type { Webhook } from "./webhook-words.ts";

/** Adds an endpoint, or changes one. */
export function WebhookDialog({
  webhook,
  onClose,
  onSecret,
}: {
  webhook?: Webhook;
  onClose: () => void;
  onSecret?: (secret: string) => void;
}) {
  const t = useT("webhooks");
  const known = useQuery({ ...api.webhooks.eventTypes.queryOptions(), staleTime: 600_000 });
  const form = useForm({
    initialValues: { name: webhook?.name ?? "", url: webhook?.url ?? "https://", types: webhook?.types ?? [] },
  });
  const after = async (): Promise<void> => {
    await queryClient.invalidateQueries({ queryKey: api.webhooks.key() });
    onClose();
  };
  const onError = (error: Error): void => {
    if (error instanceof ApiError)
      form.setErrors(Object.fromEntries(Object.entries(error.fields).map(([path, message]) => [path.split(".")[0]!, message])));
  };
  const create = useWrite(
    api.webhooks.create.mutationOptions({
      onSuccess: async ({ secret }) => {
        onSecret?.(secret);
        await after();
      },
      onError,
    }),
  );
  const change = useWrite(api.webhooks.change.mutationOptions({ onSuccess: after, onError }), { done: t("saved") });
  const rows = known.data?.rows ?? [];
  const nouns = [...new Set(rows.map(({ type }) => `${type.slice(0, type.indexOf("."))}.*`))];
  return (
    <Modal
      opened
      onClose={onClose}
      title={webhook ? t("change") : t("add")}
      closeButtonProps={{ "aria-label": t("common:action.close") }}
    >
      <form
        onSubmit={form.onSubmit((values) =>
          webhook ? change.mutate({ webhookId: webhook.id, ...values }) : create.mutate(values),
        )}
      >
        <Stack gap="sm">
          <TextInput label={t("name")} required maxLength={80} data-autofocus {...form.getInputProps("name")} />
          <TextInput type="url" label={t("url")} required {...form.getInputProps("url")} />
          <TagsInput
            label={t("types")}
            description={t("typesHelp")}
            data={[...nouns, ...rows.map(({ type }) => type)]}
            {...form.getInputProps("types")}
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t("common:action.cancel")}
            </Button>
            <Button type="submit" loading={create.isPending || change.isPending}>
              {t("common:action.save")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
