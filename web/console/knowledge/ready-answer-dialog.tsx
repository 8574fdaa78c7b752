import { Button, Group, Modal, SimpleGrid, Stack, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQueryClient } from "@tanstack/react-query";
import { ApiError } from "../../api/api-error.ts";
import { api, client } from "../../api/client.ts";
import { useT } from "../../i18n/use-t.ts";
import { useWrite } from "../../ui/use-write.ts";
import { locales } from "./knowledge-words.ts";
import type { ReadyAnswer } from "./ready-answers.tsx";

export function ReadyAnswerDialog({ answer, onClose }: { answer: ReadyAnswer | undefined; onClose: () => void }) {
  const t = useT("knowledge");
  const queries = useQueryClient();
  const form = useForm({
    initialValues: {
      shortcut: answer?.shortcut ?? "",
      title: answer?.title ?? { en: "", fr: "" },
      body: answer?.body ?? { en: "", fr: "" },
    },
  });
  const refresh = (): Promise<void> => queries.invalidateQueries({ queryKey: api.conversations.canned.key() });
  const done = async (): Promise<void> => {
    await refresh();
    onClose();
  };
  const onError = (error: Error): void => {
    if (error instanceof ApiError) form.setErrors(error.fields);
  };
  const save = useWrite(api.conversations.saveCanned.mutationOptions({ onSuccess: done, onError }), {
    done: t("common:state.saved"),
  });
  const remove = useWrite(api.conversations.deleteCanned.mutationOptions({ onSuccess: done }), {
    done: t("answers.deleted"),
    undo: async () => {
      if (!answer) return;
      const { shortcut, title, body } = answer;
      await client.conversations.saveCanned({ shortcut, title, body });
      await refresh();
    },
  });
  return (
    <Modal
      opened
      size="xl"
      onClose={onClose}
      title={t(answer ? "answers.edit" : "answers.new")}
      closeButtonProps={{ "aria-label": t("common:action.close") }}
    >
      <form onSubmit={form.onSubmit((values) => save.mutate({ ...values, ...(answer && { answerId: answer.id }) }))}>
        <Stack gap="md">
          <TextInput
            label={t("answers.shortcut")}
            description={t("answers.shortcutHelp")}
            required
            data-autofocus
            maw={320}
            maxLength={40}
            pattern="[a-z0-9][a-z0-9\-]*"
            {...form.getInputProps("shortcut")}
          />
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            {locales.map((locale) => (
              <Stack key={locale} gap="sm" lang={locale}>
                <TextInput
                  label={`${t("col.title")} (${t(`common:shell.language.${locale}`)})`}
                  required
                  {...form.getInputProps(`title.${locale}`)}
                />
                <Textarea
                  label={`${t("body")} (${t(`common:shell.language.${locale}`)})`}
                  description={t("answers.bodyHelp", { placeholder: "{{name}}" })}
                  required
                  autosize
                  minRows={7}
                  maxLength={4_000}
                  {...form.getInputProps(`body.${locale}`)}
                />
              </Stack>
            ))}
          </SimpleGrid>
          <Group justify="space-between" gap="xs">
            {answer ? (
              <Button
                variant="subtle"
                color="red"
                loading={remove.isPending}
                onClick={() => remove.mutate({ answerId: answer.id })}
              >
                {t("common:action.delete")}
              </Button>
            ) : (
              <span />
            )}
            <Group gap="xs">
              <Button variant="default" onClick={onClose}>
                {t("common:action.cancel")}
              </Button>
              <Button type="submit" loading={save.isPending}>
                {t("common:action.save")}
              </Button>
            </Group>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
