import { Button, Group, Table, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import { ApiError } from "../../api/api-error.ts";
import { useCan } from "../../api/can.ts";
import { api } from "../../api/client.ts";
import { queryClient } from "../../api/query-client.ts";
import { useSubmitKey } from "../../api/use-submit-key.ts";
import { useT } from "../../i18n/use-t.ts";
import { Loaded } from "../../ui/loaded.tsx";
import { TextLink } from "../../ui/links.tsx";
import { Panel } from "../../ui/record-page.tsx";
import { useWrite } from "../../ui/use-write.ts";

/** Teams, with how many work in each: who shares records where one sees those of one's team. */
export function TeamsPanel() {
  const t = useT("settings");
  const can = useCan();
  const teams = useQuery(api.staff.listTeams.queryOptions());
  return (
    <Panel title={t("teams.title")}>
      <Text size="sm" c="dimmed" mb="sm">
        {t("teams.text")}
      </Text>
      <Loaded query={teams}>
        {({ rows }) =>
          rows.length === 0 ? (
            <Text size="sm">{t("teams.none")}</Text>
          ) : (
            <Table maw={480} aria-label={t("teams.title")}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t("people.team")}</Table.Th>
                  <Table.Th ta="right">{t("teams.members")}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {rows.map((team) => (
                  <Table.Tr key={team.id}>
                    <Table.Td>
                      <TextLink to="/settings/people" search={{ team: team.id }} size="sm">
                        {team.name}
                      </TextLink>
                    </Table.Td>
                    <Table.Td ta="right">{team.members}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          )
        }
      </Loaded>
      {can("manage people") && <NewTeam />}
    </Panel>
  );
}

function NewTeam() {
  const t = useT("settings");
  const { key, renew } = useSubmitKey();
  const form = useForm({
    initialValues: { name: "" },
    validate: { name: (name) => (name.trim() ? null : t("teams.needName")) },
  });
  const create = useWrite(
    api.staff.createTeam.mutationOptions({
      context: { idempotencyKey: key },
      onSuccess: async () => {
        renew();
        form.reset();
        await queryClient.invalidateQueries({ queryKey: api.staff.key() });
      },
      onError: (error) => {
        if (error instanceof ApiError) form.setErrors(error.code === "team.name_taken" ? { name: error.detail } : error.fields);
      },
    }),
    { done: t("teams.created") },
  );
  return (
    <form noValidate onSubmit={form.onSubmit(({ name }) => create.mutate({ name: name.trim() }))}>
      <Group align="start" mt="md" gap="sm">
        <TextInput label={t("teams.name")} maxLength={80} w={280} {...form.getInputProps("name")} />
        <Button type="submit" variant="default" mt={24} loading={create.isPending}>
          {t("teams.create")}
        </Button>
      </Group>
    </form>
  );
}
