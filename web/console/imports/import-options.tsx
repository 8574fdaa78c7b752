import { ActionIcon, Group, Select, Stack, Text } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import type { Import, ImportChoices } from "./import-words.ts";
import { NewReplacement } from "./new-replacement.tsx";
import { withReplacement } from "./replacements.ts";

const dateFormats = ["iso", "day_month", "month_day"] as const;
const currencies = ["EUR", "USD", "GBP", "CHF", "CAD"];

/** How the file writes dates and amounts, and which spellings are to be mended while it is read. */
export function ImportOptions(props: { one: Import; choices: ImportChoices; onChange: (choices: ImportChoices) => void }) {
  const t = useT("imports");
  const { locale } = useFormat();
  const { one, choices, onChange } = props;
  const { options } = choices;
  const set = (changed: Partial<ImportChoices["options"]>) => onChange({ ...choices, options: { ...options, ...changed } });
  const replacements = Object.entries(options.replacements ?? {}).flatMap(([field, values]) =>
    Object.entries(values).map(([from, to]) => ({ field, from, to })),
  );
  return (
    <Stack gap="md" maw={780}>
      <Select
        label={t("options.dates")}
        data={dateFormats.map((value) => ({ value, label: t(`options.dates.${value}`) }))}
        value={options.dateFormat}
        onChange={(value) => value && set({ dateFormat: value })}
        allowDeselect={false}
      />
      <Select
        label={t("options.currency")}
        data={[...new Set([options.currency, ...currencies])]}
        value={options.currency}
        onChange={(value) => value && set({ currency: value })}
        allowDeselect={false}
      />
      <div>
        <Text size="sm" fw={500}>
          {t("options.replacements")}
        </Text>
        <Text size="xs" c="dimmed" mb="xs">
          {t("options.replacementsNote")}
        </Text>
        {replacements.map(({ field, from, to }) => (
          <Group key={`${field}:${from}`} gap="xs" mb={4}>
            <Text size="sm">
              {t("options.replacement", {
                field: one.fields.find((each) => each.name === field)?.label[locale] ?? field,
                from,
                to,
              })}
            </Text>
            <ActionIcon
              variant="subtle"
              aria-label={t("options.removeReplacement", { from })}
              onClick={() => onChange(withReplacement(choices, field, from, undefined))}
            >
              <IconX size={14} aria-hidden />
            </ActionIcon>
          </Group>
        ))}
        <NewReplacement one={one} onAdd={(field, from, to) => onChange(withReplacement(choices, field, from, to))} />
      </div>
    </Stack>
  );
}
