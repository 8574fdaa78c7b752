import { Badge, Box, Button, Group, Text } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { IconUserPlus } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import { useCan } from "../../api/can.ts";
import { api, type client } from "../../api/client.ts";
import { type T, useT } from "../../i18n/use-t.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { FilterChips } from "../../ui/filter-chips.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";
import { useListState } from "../../ui/use-list-state.ts";
import { Named } from "../../ui/values.tsx";
import { InviteDialog } from "./invite-dialog.tsx";
import { PersonDrawer } from "./person-drawer.tsx";
import { SettingsPage } from "./settings-page.tsx";
import { roles } from "./roles.ts";
import { TeamsPanel } from "./teams-panel.tsx";

export type Person = Awaited<ReturnType<typeof client.staff.list>>["rows"][number];

/** Who works here, what they may do, whose records they see. */
export default function People() {
  const t = useT("settings");
  const can = useCan();
  const list = useListState();
  const [inviting, setInviting] = useState(false);
  const [shown, setShown] = useState<string>();
  const input = {
    search: list.q || undefined,
    role: list.pick("role", roles),
    ...(list.filters["active"] && { active: list.filters["active"] === "yes" }),
    ...(list.filters["team"] && { teamId: list.filters["team"] }),
    cursor: list.cursor,
  };
  const people = useQuery({ ...api.staff.list.queryOptions({ input }), placeholderData: keepPreviousData });
  const teams = useQuery(api.staff.listTeams.queryOptions());
  const columns = useMemo(() => columnsOf(t), [t]);
  const person = people.data?.rows.find((one) => one.id === shown);
  return (
    <SettingsPage
      title={t("tab.people")}
      subtitle={t("people.subtitle")}
      actions={
        can("manage people") && (
          <Button leftSection={<IconUserPlus size={16} aria-hidden />} onClick={() => setInviting(true)}>
            {t("people.invite")}
          </Button>
        )
      }
    >
      <DataTable
        id="staff"
        label={t("tab.people")}
        list={list}
        query={people}
        columns={columns}
        rowId={(one) => one.id}
        rowLabel={(one) => one.name}
        onPeek={(one) => setShown(one.id)}
        toolbar={
          <FilterChips
            list={list}
            filters={[
              { id: "role", label: t("people.roles"), options: roles.map((value) => ({ value, label: t(`role.${value}`) })) },
              {
                id: "team",
                label: t("people.team"),
                options: (teams.data?.rows ?? []).map((team) => ({ value: team.id, label: team.name })),
              },
              {
                id: "active",
                label: t("people.access"),
                options: [
                  { value: "yes", label: t("people.active") },
                  { value: "no", label: t("people.inactive") },
                ],
              },
            ]}
          />
        }
      />
      <Box mt="lg">
        <TeamsPanel />
      </Box>
      {inviting && <InviteDialog onClose={() => setInviting(false)} />}
      {person && <PersonDrawer person={person} onClose={() => setShown(undefined)} />}
    </SettingsPage>
  );
}

const columnsOf = (t: T): Column<Person>[] => [
  { id: "name", header: t("people.name"), cell: (one) => <Named name={one.name} note={one.email} /> },
  {
    id: "roles",
    header: t("people.roles"),
    cell: (one) => (
      <Group gap={4}>
        {one.roles.map((role) => (
          <Badge key={role} color="gray">
            {t(`role.${role}`)}
          </Badge>
        ))}
      </Group>
    ),
  },
  { id: "team", header: t("people.team"), cell: (one) => one.teamName ?? "–" },
  { id: "scope", header: t("people.scope"), cell: (one) => t(`scope.${one.scope}`) },
  {
    id: "status",
    header: t("people.access"),
    cell: (one) => (
      <Group gap={4}>
        <StatusBadge
          status={one.active ? (one.joined ? "active" : "pending") : "closed"}
          label={one.active ? (one.joined ? t("people.active") : t("people.invited")) : t("people.inactive")}
        />
        {one.twoFactor && <Badge color="teal">{t("people.twoFactor")}</Badge>}
      </Group>
    ),
  },
  {
    id: "skills",
    header: t("people.skills"),
    cell: (one) => <Text size="sm">{one.skills.join(", ") || "–"}</Text>,
    hidden: true,
  },
];
