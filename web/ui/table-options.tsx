import { ActionIcon, Checkbox, Popover, SegmentedControl, Stack, Text, Tooltip } from "@mantine/core";
import { IconAdjustmentsHorizontal, IconDownload } from "@tabler/icons-react";
import { useT } from "../i18n/use-t.ts";

export type Density = "compact" | "normal" | "comfortable";

/** Columns, row height and export of one table. */
export function TableOptions(props: {
  columns: { id: string; header: string }[];
  visibility: Record<string, boolean>;
  onVisibility: (next: Record<string, boolean>) => void;
  density: Density;
  onDensity: (next: Density) => void;
  onExport?: () => void;
}) {
  const t = useT();
  return (
    <>
      {props.onExport && (
        <Tooltip label={t("table.export")}>
          <ActionIcon aria-label={t("table.export")} onClick={props.onExport}>
            <IconDownload size={17} stroke={1.7} aria-hidden />
          </ActionIcon>
        </Tooltip>
      )}
      <Popover position="bottom-end" shadow="md" trapFocus>
        <Popover.Target>
          <ActionIcon aria-label={t("table.options")}>
            <IconAdjustmentsHorizontal size={17} stroke={1.7} aria-hidden />
          </ActionIcon>
        </Popover.Target>
        <Popover.Dropdown>
          <Stack gap="xs" miw={220}>
            <Text size="xs" fw={650} c="dimmed">
              {t("table.density")}
            </Text>
            <SegmentedControl
              size="xs"
              aria-label={t("table.density")}
              value={props.density}
              onChange={(value) => props.onDensity(value as Density)}
              data={(["compact", "normal", "comfortable"] as const).map((value) => ({
                value,
                label: t(`table.density.${value}`),
              }))}
            />
            <Text size="xs" fw={650} c="dimmed" mt={4}>
              {t("table.columns")}
            </Text>
            {props.columns.map((column, at) => (
              <Checkbox
                key={column.id}
                size="xs"
                label={column.header}
                disabled={at === 0}
                checked={props.visibility[column.id] !== false}
                onChange={(event) => props.onVisibility({ ...props.visibility, [column.id]: event.currentTarget.checked })}
              />
            ))}
          </Stack>
        </Popover.Dropdown>
      </Popover>
    </>
  );
}
