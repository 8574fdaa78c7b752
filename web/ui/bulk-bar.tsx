import { ActionIcon, Button, Group, Paper, Text } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useState } from "react";
import { useT } from "../i18n/use-t.ts";
import type { Icon } from "./empty-state.tsx";
import { tellError } from "./toast.tsx";

export interface BulkAction {
  label: string;
  icon?: Icon;
  tone?: "danger";
  /** The selection empties when it resolves; a refusal is told and the selection kept. */
  run: (ids: string[]) => Promise<unknown> | void;
}

/** What can be done to the selected rows at once, at the foot of the screen. */
export function BulkBar({ actions, selected, onClear }: { actions: BulkAction[]; selected: string[]; onClear: () => void }) {
  const t = useT();
  const [running, setRunning] = useState<string | null>(null);
  if (!selected.length) return null;
  const run = async (action: BulkAction): Promise<void> => {
    setRunning(action.label);
    try {
      await action.run(selected);
      onClear();
    } catch (error) {
      tellError(error);
    } finally {
      setRunning(null);
    }
  };
  return (
    <Paper className="tl-bulk" shadow="lg" role="toolbar" aria-label={t("table.actions")} withBorder>
      <Group gap="sm" wrap="nowrap">
        <Text size="sm" fw={600} aria-live="polite">
          {t("table.selected", { count: selected.length })}
        </Text>
        {actions.map((action) => (
          <Button
            key={action.label}
            size="xs"
            variant="light"
            color={action.tone === "danger" ? "red" : "indigo"}
            loading={running === action.label}
            leftSection={action.icon && <action.icon size={15} aria-hidden />}
            onClick={() => void run(action)}
          >
            {action.label}
          </Button>
        ))}
        <ActionIcon variant="subtle" color="gray" size="md" aria-label={t("action.clear")} onClick={onClear}>
          <IconX size={16} aria-hidden />
        </ActionIcon>
      </Group>
    </Paper>
  );
}
