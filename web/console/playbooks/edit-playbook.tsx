import { ActionIcon, Alert, Button, Group, Modal, NumberInput, Stack, Switch, Text, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from "@tabler/icons-react";
import { type FormEvent, useState } from "react";
import { ApiError } from "../../api/api-error.ts";
import { api, type client } from "../../api/client.ts";
import { queryClient } from "../../api/query-client.ts";
import { randomId } from "../../api/random-id.ts";
import { useSubmitKey } from "../../api/use-submit-key.ts";
import { useT } from "../../i18n/use-t.ts";
import { explain } from "../../ui/error-state.tsx";
import { tell } from "../../ui/toast.tsx";

export type Playbook = Awaited<ReturnType<typeof client.playbooks.list>>["rows"][number];
const mostSteps = 20;

/** The name of a playbook, its steps in their order with their days, and whether it starts by itself. */
export function EditPlaybook({ playbook, onClose }: { playbook: Playbook; onClose: () => void }) {
  const t = useT("playbooks");
  const { key } = useSubmitKey();
  const [name, setName] = useState(playbook.name);
  const [active, setActive] = useState(playbook.active);
  const [steps, setSteps] = useState(() => playbook.steps.map((step) => ({ ...step, id: randomId() })));
  const change = useMutation(
    api.playbooks.change.mutationOptions({
      context: { idempotencyKey: key },
      onSuccess: async () => {
        await queryClient.invalidateQueries({ queryKey: api.playbooks.key() });
        tell(t("edit.done"));
        onClose();
      },
    }),
  );
  const fields = change.error instanceof ApiError ? change.error.fields : {};
  const problem = change.error && Object.keys(fields).length === 0 ? explain(change.error, t) : undefined;
  const put = (at: number, next: Partial<Playbook["steps"][number]>): void =>
    setSteps((all) => all.map((step, index) => (index === at ? { ...step, ...next } : step)));
  const move = (at: number, by: number): void =>
    setSteps((all) => {
      const next = [...all];
      const [step] = next.splice(at, 1);
      if (step) next.splice(at + by, 0, step);
      return next;
    });
  const whole = [name, ...steps.map((step) => step.name)].every((words) => words.en.trim() && words.fr.trim());
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!whole || steps.length === 0) return;
    const words = (text: { en: string; fr: string }) => ({ en: text.en.trim(), fr: text.fr.trim() });
    change.mutate({
      playbookId: playbook.id,
      name: words(name),
      active,
      steps: steps.map((step) => ({ name: words(step.name), dueDays: step.dueDays })),
    });
  };
  return (
    <Modal opened onClose={onClose} size="xl" title={t("edit.title")} closeButtonProps={{ "aria-label": t("action.close") }}>
      <form onSubmit={submit}>
        <Stack gap="md">
          {problem && (
            <Alert role="alert" color="red" title={problem.title}>
              {problem.text}
            </Alert>
          )}
          <Group grow align="start">
            {(["en", "fr"] as const).map((locale) => (
              <TextInput
                key={locale}
                label={t(`edit.name.${locale}`)}
                required
                maxLength={200}
                value={name[locale]}
                error={fields[`name.${locale}`]}
                onChange={(event) => setName({ ...name, [locale]: event.currentTarget.value })}
              />
            ))}
          </Group>
          <Switch
            label={t("edit.active")}
            description={t("edit.activeHelp")}
            checked={active}
            onChange={(event) => setActive(event.currentTarget.checked)}
          />
          <Stack gap="lg" component="ol" m={0} p={0} style={{ listStyle: "none" }}>
            {steps.map((step, at) => (
              <li key={step.id}>
                <Group justify="space-between" mb={4}>
                  <Text fw={600}>{t("edit.step", { number: at + 1 })}</Text>
                  <Group gap={2}>
                    <ActionIcon
                      variant="subtle"
                      color="gray"
                      disabled={at === 0}
                      aria-label={t("edit.up", { number: at + 1 })}
                      onClick={() => move(at, -1)}
                    >
                      <IconArrowUp size={16} aria-hidden />
                    </ActionIcon>
                    <ActionIcon
                      variant="subtle"
                      color="gray"
                      disabled={at === steps.length - 1}
                      aria-label={t("edit.down", { number: at + 1 })}
                      onClick={() => move(at, 1)}
                    >
                      <IconArrowDown size={16} aria-hidden />
                    </ActionIcon>
                    <ActionIcon
                      variant="subtle"
                      color="red"
                      disabled={steps.length === 1}
                      aria-label={t("edit.remove", { number: at + 1 })}
                      onClick={() => setSteps((all) => all.filter((one) => one.id !== step.id))}
                    >
                      <IconTrash size={16} aria-hidden />
                    </ActionIcon>
                  </Group>
                </Group>
                <Group align="start" gap="xs" wrap="wrap">
                  {(["en", "fr"] as const).map((locale) => (
                    <TextInput
                      key={locale}
                      flex="1 1 14rem"
                      label={t(`edit.what.${locale}`)}
                      required
                      maxLength={200}
                      value={step.name[locale]}
                      error={fields[`steps.${at}.name.${locale}`]}
                      onChange={(event) => put(at, { name: { ...step.name, [locale]: event.currentTarget.value } })}
                    />
                  ))}
                  <NumberInput
                    w={120}
                    label={t("edit.days")}
                    min={0}
                    max={90}
                    clampBehavior="strict"
                    allowDecimal={false}
                    value={step.dueDays}
                    error={fields[`steps.${at}.dueDays`]}
                    onChange={(value) => put(at, { dueDays: Number(value) || 0 })}
                  />
                </Group>
              </li>
            ))}
          </Stack>
          <Button
            variant="default"
            leftSection={<IconPlus size={16} aria-hidden />}
            disabled={steps.length >= mostSteps}
            onClick={() => setSteps((all) => [...all, { id: randomId(), name: { en: "", fr: "" }, dueDays: 1 }])}
          >
            {t("edit.add")}
          </Button>
          <Text size="xs" c="dimmed">
            {t("edit.note")}
          </Text>
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t("action.cancel")}
            </Button>
            <Button type="submit" loading={change.isPending} disabled={!whole || steps.length === 0}>
              {t("action.save")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
