import { Button, Card, Group, Stack, Text, TextInput } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useT } from "../../i18n/use-t.ts";
import { Panel } from "../../ui/record-page.tsx";
import { under } from "./form-part.ts";
import { emptyMeter, type MeterDraft } from "./offering-draft.ts";
import { PriceInput } from "./price-input.tsx";
import { PriceText } from "./price-text.tsx";

/** What a subscription counts beyond its price: calls, gigabytes; each with its own price. */
export function MetersInput(props: {
  value: MeterDraft[];
  errors: Record<string, ReactNode>;
  onChange: (meters: MeterDraft[]) => void;
}) {
  const { value, errors, onChange } = props;
  const t = useT("catalog");
  const set = (at: number, part: Partial<MeterDraft>): void =>
    onChange(value.map((meter, index) => (index === at ? { ...meter, ...part } : meter)));
  return (
    <Panel
      title={t("meters.title")}
      action={
        <Button
          size="compact-sm"
          variant="light"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => onChange([...value, emptyMeter])}
        >
          {t("meters.add")}
        </Button>
      }
    >
      {value.length === 0 && (
        <Text size="sm" c="dimmed">
          {t("meters.help")}
        </Text>
      )}
      <Stack gap="sm">
        {value.map((meter, at) => (
          // oxlint-disable-next-line react/no-array-index-key -- a meter being written has no name yet
          <Card key={at} withBorder padding="sm" component="fieldset">
            <Stack gap="sm">
              <Group grow align="start">
                <TextInput
                  label={t("meters.name")}
                  description={t("field.keyHelp")}
                  required
                  maxLength={40}
                  value={meter.meter}
                  error={errors[`meters.${at}.meter`]}
                  onChange={(event) => set(at, { meter: event.currentTarget.value })}
                />
                <TextInput
                  label={t("meters.unit")}
                  description={t("meters.unitHelp")}
                  required
                  maxLength={20}
                  value={meter.unit}
                  error={errors[`meters.${at}.unit`]}
                  onChange={(event) => set(at, { unit: event.currentTarget.value })}
                />
              </Group>
              {meter.draft ? (
                <PriceInput
                  value={meter.draft}
                  currency="EUR"
                  unit={meter.unit}
                  errors={under(`meters.${at}.model`, errors)}
                  onChange={(draft) => set(at, { draft })}
                />
              ) : (
                <Text size="sm" component="div">
                  <PriceText price={meter.model} currency="EUR" everyMonths={null} unit={meter.unit} /> · {t("price.keptKind")}
                </Text>
              )}
              <Group justify="flex-end">
                <Button
                  size="compact-sm"
                  variant="subtle"
                  color="red"
                  onClick={() => onChange(value.filter((_, index) => index !== at))}
                >
                  {t("meters.remove", { name: meter.meter })}
                </Button>
              </Group>
            </Stack>
          </Card>
        ))}
      </Stack>
    </Panel>
  );
}
