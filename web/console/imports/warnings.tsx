import { Alert, Button, Group, Text } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import type { DryRun, Import } from "./import-words.ts";

/** Values that may be slips of the pen, with the likely right one; `onMend` replaces it in the whole file. */
export function Warnings(props: {
  one: Import;
  warnings: DryRun["warnings"];
  onMend?: (field: string, from: string, to: string) => void;
}) {
  const t = useT("imports");
  const { locale } = useFormat();
  if (props.warnings.length === 0) return null;
  return (
    <Alert color="yellow" icon={<IconAlertTriangle aria-hidden />} title={t("warnings.title")} mb="md">
      {props.warnings.map(({ field, value, rows, suggestion }) => (
        <Group key={`${field}:${value}`} gap="xs" mb={4}>
          <Text size="sm">
            {t("warnings.one", {
              field: props.one.fields.find((each) => each.name === field)?.label[locale] ?? field,
              value,
              count: rows,
            })}
          </Text>
          {suggestion && props.onMend && (
            <Button size="compact-xs" variant="default" onClick={() => props.onMend?.(field, value, suggestion)}>
              {t("warnings.mend", { suggestion })}
            </Button>
          )}
        </Group>
      ))}
    </Alert>
  );
}
