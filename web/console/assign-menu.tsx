import { Button, Menu } from "@mantine/core";
import { IconUserShare } from "@tabler/icons-react";
import { useMe } from "../api/session.ts";
import { useT } from "../i18n/use-t.ts";
import { useOwners } from "./use-owners.ts";

/** Gives a record to a colleague, or takes it oneself; the one who has it now is greyed. */
export function AssignMenu(props: {
  /** Only those who have this role. */
  among?: Parameters<typeof useOwners>[0];
  ownerId: string | null;
  busy?: boolean;
  onAssign: (ownerId: string) => void;
}) {
  const t = useT();
  const me = useMe();
  const owners = useOwners(props.among);
  const people =
    !me || owners.people.some((person) => person.value === me.id)
      ? owners.people
      : [{ value: me.id, label: me.name }, ...owners.people];
  return (
    <Menu shadow="md" position="bottom-end">
      <Menu.Target>
        <Button
          variant="default"
          loading={props.busy ?? false}
          disabled={people.length === 0}
          leftSection={<IconUserShare size={16} aria-hidden />}
        >
          {t("assign.action")}
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={320} style={{ overflowY: "auto" }}>
        {people.map((person) => (
          <Menu.Item key={person.value} disabled={person.value === props.ownerId} onClick={() => props.onAssign(person.value)}>
            {person.label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
