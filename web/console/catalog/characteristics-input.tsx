import { ActionIcon, Button, Card, Group, Stack, Text, TextInput } from "@mantine/core";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useT } from "../../i18n/use-t.ts";
import { Panel } from "../../ui/record-page.tsx";
import { type CharacteristicDraft, emptyCharacteristic } from "./offering-draft.ts";

/** What one may choose or compare: a colour, a speed; with its values, in both languages. */
export function CharacteristicsInput(props: {
  value: CharacteristicDraft[];
  errors: Record<string, ReactNode>;
  onChange: (characteristics: CharacteristicDraft[]) => void;
}) {
  const { value, errors, onChange } = props;
  const t = useT("catalog");
  const set = (at: number, part: Partial<CharacteristicDraft>): void =>
    onChange(value.map((one, index) => (index === at ? { ...one, ...part } : one)));
  return (
    <Panel
      title={t("traits.title")}
      action={
        <Button
          size="compact-sm"
          variant="light"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => onChange([...value, emptyCharacteristic])}
        >
          {t("traits.add")}
        </Button>
      }
    >
      {value.length === 0 && (
        <Text size="sm" c="dimmed">
          {t("traits.help")}
        </Text>
      )}
      <Stack gap="sm">
        {value.map((one, at) => {
          const place = `characteristics.${at}`;
          const setValue = (nth: number, part: Partial<CharacteristicDraft["values"][number]>): void =>
            set(at, { values: one.values.map((each, index) => (index === nth ? { ...each, ...part } : each)) });
          return (
            // oxlint-disable-next-line react/no-array-index-key -- a characteristic being written has no name yet
            <Card key={at} withBorder padding="sm" component="fieldset">
              <Stack gap="xs">
                <Group grow align="start" gap="xs">
                  <TextInput
                    label={t("traits.name")}
                    required
                    maxLength={40}
                    value={one.name}
                    error={errors[`${place}.name`]}
                    onChange={(event) => set(at, { name: event.currentTarget.value })}
                  />
                  {(["fr", "en"] as const).map((language) => (
                    <TextInput
                      key={language}
                      label={t(`traits.label.${language}`)}
                      required
                      maxLength={160}
                      value={one.label[language]}
                      error={errors[`${place}.label.${language}`]}
                      onChange={(event) => set(at, { label: { ...one.label, [language]: event.currentTarget.value } })}
                    />
                  ))}
                </Group>
                {one.values.map((each, nth) => (
                  // oxlint-disable-next-line react/no-array-index-key -- a value being written has no name yet
                  <Group key={nth} align="start" gap="xs" wrap="nowrap">
                    <TextInput
                      aria-label={t("traits.value", { n: nth + 1 })}
                      placeholder={t("traits.value", { n: nth + 1 })}
                      maxLength={60}
                      flex={1}
                      value={each.value}
                      error={errors[`${place}.values.${nth}.value`]}
                      onChange={(event) => setValue(nth, { value: event.currentTarget.value })}
                    />
                    {(["fr", "en"] as const).map((language) => (
                      <TextInput
                        key={language}
                        aria-label={t(`traits.valueLabel.${language}`, { n: nth + 1 })}
                        placeholder={t(`traits.label.${language}`)}
                        maxLength={160}
                        flex={1}
                        value={each.label[language]}
                        error={errors[`${place}.values.${nth}.label.${language}`]}
                        onChange={(event) => setValue(nth, { label: { ...each.label, [language]: event.currentTarget.value } })}
                      />
                    ))}
                    <ActionIcon
                      variant="subtle"
                      color="gray"
                      size={34}
                      aria-label={t("traits.removeValue", { n: nth + 1 })}
                      onClick={() => set(at, { values: one.values.filter((_, index) => index !== nth) })}
                    >
                      <IconTrash size={16} aria-hidden />
                    </ActionIcon>
                  </Group>
                ))}
                <Group justify="space-between">
                  <Button
                    size="compact-sm"
                    variant="subtle"
                    leftSection={<IconPlus size={14} aria-hidden />}
                    onClick={() => set(at, { values: [...one.values, ...emptyCharacteristic.values] })}
                  >
                    {t("traits.addValue")}
                  </Button>
                  <Button
                    size="compact-sm"
                    variant="subtle"
                    color="red"
                    onClick={() => onChange(value.filter((_, index) => index !== at))}
                  >
                    {t("traits.remove", { name: one.name })}
                  </Button>
                </Group>
              </Stack>
            </Card>
          );
        })}
      </Stack>
    </Panel>
  );
}
