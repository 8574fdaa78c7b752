import { Alert, Button, Group, List, Text } from "@mantine/core";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { reasonsFor } from "../../ui/rule-reasons.ts";
import type { Configuration } from "./use-configuration.ts";

/** Why an answer does not go with the others, and each way to have it all the same with what it changes in the price. */
export function ConfigurationConflict(props: {
  configuration: Configuration;
  conflict: NonNullable<Configuration["conflict"]>;
  onTake: (drop: string[], feature: string) => void;
  onKeep: () => void;
}) {
  const { configuration, conflict } = props;
  const t = useT("quotes");
  const format = useFormat();
  const options = configuration.questions.flatMap((question) => question.options);
  const nameOf = (feature: string): string =>
    options.find((option) => option.feature === feature)?.label[format.locale] ?? feature;
  const change = (minor: string | null): string => {
    if (minor === null || minor === "0") return t("configure.samePrice");
    const amount = format.money(minor.replace("-", ""), configuration.currency);
    return t(minor.startsWith("-") ? "configure.cheaper" : "configure.dearer", { amount });
  };
  return (
    <Alert role="alert" color="yellow" title={t("configure.conflict", { option: nameOf(conflict.feature) })}>
      <List size="sm" mb="xs">
        {reasonsFor(conflict.reasons, format.locale).map((reason) => (
          <List.Item key={reason}>{reason}</List.Item>
        ))}
      </List>
      {conflict.repairs.length > 0 && <Text size="sm">{t("configure.waysOut")}</Text>}
      <Group gap="xs" mt={6}>
        {conflict.repairs.map(({ drop, priceChangeMinor }) => (
          <Button key={drop.join()} size="compact-sm" variant="default" onClick={() => props.onTake(drop, conflict.feature)}>
            {t("configure.drop", { choices: drop.map(nameOf).join(", ") })} · {change(priceChangeMinor)}
          </Button>
        ))}
        <Button size="compact-sm" variant="default" onClick={props.onKeep}>
          {t("configure.keep")}
        </Button>
      </Group>
    </Alert>
  );
}
