import { Button, MultiSelect, Select, Stack, TagsInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useCan } from "../../api/can.ts";
import { api, client } from "../../api/client.ts";
import { queryClient } from "../../api/query-client.ts";
import { useMe } from "../../api/session.ts";
import { useT } from "../../i18n/use-t.ts";
import { PeekDrawer } from "../../ui/peek-drawer.tsx";
import { useWrite } from "../../ui/use-write.ts";
import type { Person } from "./people.tsx";
import { type Role, roles, scopes } from "./roles.ts";

const refetch = () => queryClient.invalidateQueries({ queryKey: api.staff.key() });

/** One colleague: what they may do counts from their next click. */
export function PersonDrawer({ person, onClose }: { person: Person; onClose: () => void }) {
  const t = useT("settings");
  const can = useCan();
  const me = useMe();
  const teams = useQuery(api.staff.listTeams.queryOptions());
  const staffId = person.id;
  const change = useWrite(api.staff.change.mutationOptions({ onSuccess: refetch }), { done: t("saved") });
  const again = useWrite(api.staff.inviteAgain.mutationOptions(), { done: t("people.invitationSent") });
  const reactivate = useWrite(api.staff.reactivate.mutationOptions({ onSuccess: refetch }), { done: t("people.reactivated") });
  const deactivate = useWrite(api.staff.deactivate.mutationOptions({ onSuccess: refetch }), {
    done: t("people.deactivated"),
    undo: () => client.staff.reactivate({ staffId }).then(refetch),
  });
  const readOnly = !can("manage people");
  return (
    <PeekDrawer title={person.name} opened onClose={onClose}>
      <Stack gap="md">
        <MultiSelect
          label={t("people.roles")}
          disabled={readOnly}
          data={roles.map((value) => ({ value, label: t(`role.${value}`) }))}
          value={person.roles}
          onChange={(next) => next.length > 0 && change.mutate({ staffId, roles: next as Role[] })}
        />
        <Select
          label={t("people.team")}
          disabled={readOnly}
          clearable
          data={(teams.data?.rows ?? []).map((team) => ({ value: team.id, label: team.name }))}
          value={person.teamId}
          onChange={(teamId) => change.mutate({ staffId, teamId })}
        />
        <Select
          label={t("people.scope")}
          description={t("people.scopeHelp")}
          disabled={readOnly}
          allowDeselect={false}
          data={scopes.map((value) => ({ value, label: t(`scope.${value}`) }))}
          value={person.scope}
          onChange={(scope) => scope && change.mutate({ staffId, scope: scope as "own" })}
        />
        <TagsInput
          label={t("people.skills")}
          disabled={readOnly}
          value={person.skills}
          onChange={(skills) => change.mutate({ staffId, skills })}
        />
        {!readOnly && person.active && !person.joined && (
          <Button variant="default" loading={again.isPending} onClick={() => again.mutate({ staffId })}>
            {t("people.inviteAgain")}
          </Button>
        )}
        {!readOnly &&
          me?.id !== staffId &&
          (person.active ? (
            <Button variant="light" color="red" loading={deactivate.isPending} onClick={() => deactivate.mutate({ staffId })}>
              {t("people.deactivate")}
            </Button>
          ) : (
            <Button loading={reactivate.isPending} onClick={() => reactivate.mutate({ staffId })}>
              {t("people.reactivate")}
            </Button>
          ))}
      </Stack>
    </PeekDrawer>
  );
}
