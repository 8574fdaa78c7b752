import { ActionIcon, Button, Card, Group, Select, SimpleGrid, Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { ApiError } from "../../api/api-error.ts";
import { useCan } from "../../api/can.ts";
import { api } from "../../api/client.ts";
import { queryClient } from "../../api/query-client.ts";
import { useT } from "../../i18n/use-t.ts";
import { Panel } from "../../ui/record-page.tsx";
import { useWrite } from "../../ui/use-write.ts";
import type { LeadSettings } from "./leads.tsx";

type Rule = LeadSettings["routing"][number];
const newRule = { name: "", source: "", company: "", teamId: null as string | null, strategy: "least_busy" as Rule["strategy"] };

/** Who gets a lead: rules tried in order, the first that matches decides. */
export function LeadRouting({ rules }: { rules: Rule[] }) {
  const t = useT("settings");
  const editable = useCan()("change lead settings");
  const teams = useQuery({ ...api.staff.listTeams.queryOptions(), staleTime: 60_000 });
  const form = useForm({
    initialValues: {
      rules: rules.map(({ name, matches, teamId, strategy }) => ({
        name,
        teamId,
        strategy,
        source: matches.source ?? "",
        company: matches.company ?? "",
      })),
    },
    validate: {
      rules: {
        name: (name) => (name.trim() ? null : t("leads.needName")),
        source: (words) => (isPattern(words) ? null : t("leads.badWords")),
        company: (words) => (isPattern(words) ? null : t("leads.badWords")),
      },
    },
  });
  const save = useWrite(
    api.leads.changeRouting.mutationOptions({
      onSuccess: async () => {
        form.resetDirty();
        await queryClient.invalidateQueries({ queryKey: api.leads.settings.key() });
      },
      onError: (error) => {
        if (error instanceof ApiError) form.setErrors(error.fields);
      },
    }),
    { done: t("saved") },
  );
  const submit = form.onSubmit((values) =>
    save.mutate({
      rules: values.rules.map(({ name, source, company, teamId, strategy }) => ({
        name: name.trim(),
        matches: { ...(source.trim() && { source: source.trim() }), ...(company.trim() && { company: company.trim() }) },
        teamId,
        strategy,
      })),
    }),
  );
  return (
    <Panel
      title={t("leads.routing")}
      action={
        editable && (
          <Button
            size="compact-sm"
            variant="light"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => form.insertListItem("rules", newRule)}
          >
            {t("leads.addRule")}
          </Button>
        )
      }
    >
      <Text size="sm" c="dimmed" mb="sm">
        {t("leads.routingText")}
      </Text>
      <form noValidate onSubmit={submit}>
        <Stack gap="sm">
          {form.values.rules.map((rule, at) => (
            // oxlint-disable-next-line react/no-array-index-key -- a rule is its place
            <Card key={at} withBorder padding="sm" component="fieldset" aria-label={t("leads.ruleNth", { n: at + 1 })}>
              <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
                <TextInput
                  label={t("leads.ruleName")}
                  required
                  maxLength={80}
                  readOnly={!editable}
                  {...form.getInputProps(`rules.${at}.name`)}
                />
                <Select
                  label={t("leads.team")}
                  placeholder={t("leads.allSellers")}
                  clearable={editable}
                  clearButtonProps={{ "aria-label": t("common:action.clear") }}
                  readOnly={!editable}
                  data={(teams.data?.rows ?? []).map((team) => ({ value: team.id, label: team.name }))}
                  {...form.getInputProps(`rules.${at}.teamId`)}
                />
                <TextInput
                  label={t("leads.source")}
                  placeholder={t("leads.any")}
                  maxLength={80}
                  readOnly={!editable}
                  {...form.getInputProps(`rules.${at}.source`)}
                />
                <TextInput
                  label={t("leads.company")}
                  placeholder={t("leads.any")}
                  maxLength={80}
                  readOnly={!editable}
                  {...form.getInputProps(`rules.${at}.company`)}
                />
                <Select
                  label={t("leads.strategy")}
                  allowDeselect={false}
                  readOnly={!editable}
                  data={(["least_busy", "round_robin"] as const).map((value) => ({ value, label: t(`leads.strategy.${value}`) }))}
                  {...form.getInputProps(`rules.${at}.strategy`)}
                />
                {editable && (
                  <Group justify="flex-end" align="end" gap={4}>
                    <ActionIcon
                      variant="subtle"
                      color="gray"
                      size={34}
                      disabled={at === 0}
                      aria-label={t("leads.up", { name: rule.name })}
                      onClick={() => form.reorderListItem("rules", { from: at, to: at - 1 })}
                    >
                      <IconArrowUp size={16} aria-hidden />
                    </ActionIcon>
                    <ActionIcon
                      variant="subtle"
                      color="gray"
                      size={34}
                      disabled={at === form.values.rules.length - 1}
                      aria-label={t("leads.down", { name: rule.name })}
                      onClick={() => form.reorderListItem("rules", { from: at, to: at + 1 })}
                    >
                      <IconArrowDown size={16} aria-hidden />
                    </ActionIcon>
                    <ActionIcon
                      variant="subtle"
                      color="red"
                      size={34}
                      aria-label={t("leads.remove", { name: rule.name })}
                      onClick={() => form.removeListItem("rules", at)}
                    >
                      <IconTrash size={16} aria-hidden />
                    </ActionIcon>
                  </Group>
                )}
              </SimpleGrid>
            </Card>
          ))}
          <Text size="sm">{t(form.values.rules.length === 0 ? "leads.noRule" : "leads.otherwise")}</Text>
          {editable && (
            <Group justify="flex-end">
              <Button type="submit" disabled={!form.isDirty()} loading={save.isPending}>
                {t("leads.saveRouting")}
              </Button>
            </Group>
          )}
        </Stack>
      </form>
    </Panel>
  );
}

function isPattern(text: string): boolean {
  try {
    return Boolean(new RegExp(text, "i"));
  } catch {
    return false;
  }
}
