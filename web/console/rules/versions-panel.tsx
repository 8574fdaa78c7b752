import { Button, Group, Text } from "@mantine/core";
import { useState } from "react";
import { client } from "../../api/client.ts";
import { useT } from "../../i18n/use-t.ts";
import { tellError } from "../../ui/toast.tsx";
import { DateTime } from "../../ui/values.tsx";
import type { Draft, ShownTable } from "./types.ts";

/** Every version there was. An older one can be taken up again: as a draft, saved as a new version like any change. */
export function VersionsPanel({ table, onTakeUp }: { table: ShownTable; onTakeUp: ((draft: Draft) => void) | undefined }) {
  const t = useT("rules");
  const [reading, setReading] = useState<number | null>(null);
  const takeUp = async (version: number): Promise<void> => {
    setReading(version);
    try {
      onTakeUp?.(await client.rules.showVersion({ key: table.key, version }));
    } catch (error) {
      tellError(error);
    } finally {
      setReading(null);
    }
  };
  return (
    <ul className="tl-versions">
      {table.versions.map(({ version, changedAt, changedByName }) => (
        <li key={version}>
          <Group justify="space-between" wrap="nowrap" gap="xs">
            <span>
              <Text size="sm" fw={600} span>
                {t("version", { version })}
              </Text>{" "}
              <Text size="sm" c="dimmed" span>
                <DateTime value={changedAt} time /> · {changedByName ?? t("versions.installed")}
              </Text>
            </span>
            {onTakeUp && version !== table.version && (
              <Button
                size="compact-xs"
                variant="subtle"
                flex="none"
                loading={reading === version}
                aria-label={t("versions.takeUpNamed", { version })}
                onClick={() => void takeUp(version)}
              >
                {t("versions.takeUp")}
              </Button>
            )}
          </Group>
        </li>
      ))}
    </ul>
  );
}
