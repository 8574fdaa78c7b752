import { Button, Group, Modal, MultiSelect, Select, Stack, TagsInput, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import { ApiError } from "../../api/api-error.ts";
import { api } from "../../api/client.ts";
import { queryClient } from "../../api/query-client.ts";
import { useSubmitKey } from "../../api/use-submit-key.ts";
import { useT } from "../../i18n/use-t.ts";
import { useWrite } from "../../ui/use-write.ts";
import { type Role, roles, scopes } from "./roles.ts";

/** Lets someone in: they choose a password with the link they receive. */
export function InviteDialog({ onClose }: { onClose: () => void }) {
  const t = useT("settings");
  const { key } = useSubmitKey();
  const teams = useQuery(api.staff.listTeams.queryOptions());
  const form = useForm({
    initialValues: {
      name: "",
      email: "",
      roles: ["seller"] as Role[],
      teamId: null as string | null,
      scope: "team" as (typeof scopes)[number],
      locale: "fr" as "en" | "fr",
      skills: [] as string[],
    },
  });
  const invite = useWrite(
    api.staff.invite.mutationOptions({
      context: { idempotencyKey: key },
      onSuccess: async () => {
        await queryClient.invalidateQueries({ queryKey: api.staff.key() });
        onClose();
      },
      onError: (error) => {
        if (error instanceof ApiError) form.setErrors(error.fields);
      },
    }),
    { done: t("people.invitationSent") },
  );
  return (
    <Modal opened onClose={onClose} title={t("people.invite")} closeButtonProps={{ "aria-label": t("common:action.close") }}>
      <form onSubmit={form.onSubmit(({ teamId, ...rest }) => invite.mutate({ ...rest, ...(teamId && { teamId }) }))}>
        <Stack gap="sm">
          <TextInput label={t("people.name")} required data-autofocus {...form.getInputProps("name")} />
          <TextInput type="email" label={t("people.email")} required {...form.getInputProps("email")} />
          <MultiSelect
            label={t("people.roles")}
            required
            data={roles.map((value) => ({ value, label: t(`role.${value}`) }))}
            {...form.getInputProps("roles")}
          />
          <Select
            label={t("people.team")}
            clearable
            data={(teams.data?.rows ?? []).map((team) => ({ value: team.id, label: team.name }))}
            {...form.getInputProps("teamId")}
          />
          <Select
            label={t("people.scope")}
            allowDeselect={false}
            data={scopes.map((value) => ({ value, label: t(`scope.${value}`) }))}
            {...form.getInputProps("scope")}
          />
          <Select
            label={t("people.locale")}
            allowDeselect={false}
            data={[
              { value: "fr", label: t("common:shell.language.fr") },
              { value: "en", label: t("common:shell.language.en") },
            ]}
            {...form.getInputProps("locale")}
          />
          <TagsInput label={t("people.skills")} {...form.getInputProps("skills")} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t("common:action.cancel")}
            </Button>
            <Button type="submit" loading={invite.isPending}>
              {t("people.send")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
