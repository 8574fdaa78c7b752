import { ActionIcon, Group } from "@mantine/core";
import { IconArrowDown, IconArrowUp, IconTrash } from "@tabler/icons-react";
import { useT } from "../../i18n/use-t.ts";
import { moved, replaced } from "./campaign-words.ts";

/** Moves one piece of a list up or down, or takes it out. */
export function ListTools<T>(props: {
  list: readonly T[];
  at: number;
  name: string;
  disabled?: boolean;
  onChange: (list: T[]) => void;
}) {
  const { list, at, name } = props;
  const t = useT("campaigns");
  const disabled = props.disabled ?? false;
  return (
    <Group gap={4} wrap="nowrap">
      <ActionIcon
        variant="subtle"
        color="gray"
        size="md"
        disabled={disabled || at === 0}
        aria-label={t("piece.up", { name })}
        onClick={() => props.onChange(moved(list, at, -1))}
      >
        <IconArrowUp size={16} aria-hidden />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="md"
        disabled={disabled || at === list.length - 1}
        aria-label={t("piece.down", { name })}
        onClick={() => props.onChange(moved(list, at, 1))}
      >
        <IconArrowDown size={16} aria-hidden />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="md"
        disabled={disabled}
        aria-label={t("piece.remove", { name })}
        onClick={() => props.onChange(replaced(list, at, undefined))}
      >
        <IconTrash size={16} aria-hidden />
      </ActionIcon>
    </Group>
  );
}
