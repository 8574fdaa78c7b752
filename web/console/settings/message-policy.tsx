import { Alert, Button, Group, NumberInput, Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import { useCan } from "../../api/can.ts";
import { api, type client } from "../../api/client.ts";
import { queryClient } from "../../api/query-client.ts";
import { useT } from "../../i18n/use-t.ts";
import { Loaded } from "../../ui/loaded.tsx";
import { Panel } from "../../ui/record-page.tsx";
import { useWrite } from "../../ui/use-write.ts";
import { SettingsPage } from "./settings-page.tsx";

/** How often and when people hear from us beyond what a contract needs. */
export default function MessagePolicy() {
  const t = useT("settings");
  const query = useQuery(api.messaging.policy.queryOptions());
  return (
    <SettingsPage title={t("tab.messages")} subtitle={t("policy.subtitle")}>
      <Loaded query={query}>{(policy) => <Form policy={policy} />}</Loaded>
    </SettingsPage>
  );
}

function Form({ policy }: { policy: Awaited<ReturnType<typeof client.messaging.policy>> }) {
  const t = useT("settings");
  const can = useCan();
  const readOnly = !can("change how often we write");
  const form = useForm({ initialValues: policy });
  const change = useWrite(
    api.messaging.changePolicy.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: api.messaging.policy.key() }),
    }),
    { done: t("saved") },
  );
  return (
    <form onSubmit={form.onSubmit((values) => change.mutate(values))}>
      <Stack maw={560}>
        {readOnly && <Alert color="gray">{t("readOnly")}</Alert>}
        <Panel title={t("policy.cap")}>
          <Group align="end">
            <NumberInput
              w={160}
              min={0}
              max={100}
              label={t("policy.messages")}
              readOnly={readOnly}
              {...form.getInputProps("capMessages")}
            />
            <NumberInput
              w={160}
              min={1}
              max={90}
              label={t("policy.days")}
              readOnly={readOnly}
              {...form.getInputProps("capDays")}
            />
          </Group>
        </Panel>
        <Panel title={t("policy.hours")}>
          <Group align="end">
            <TextInput w={160} type="time" label={t("policy.from")} readOnly={readOnly} {...form.getInputProps("from")} />
            <TextInput w={160} type="time" label={t("policy.to")} readOnly={readOnly} {...form.getInputProps("to")} />
          </Group>
          <Text size="sm" c="dimmed" mt="xs">
            {t("policy.closedDays")}
          </Text>
        </Panel>
        {!readOnly && (
          <Group justify="flex-end">
            <Button type="submit" loading={change.isPending} disabled={!form.isDirty()}>
              {t("common:action.save")}
            </Button>
          </Group>
        )}
      </Stack>
    </form>
  );
}
