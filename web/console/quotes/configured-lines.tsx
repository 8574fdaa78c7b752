import { Group, Text } from "@mantine/core";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { Panel } from "../../ui/record-page.tsx";
import type { Configuration } from "./use-configuration.ts";

/** What the answers come to so far, at list price. */
export function ConfiguredLines({ configuration }: { configuration: Configuration }) {
  const t = useT("quotes");
  const format = useFormat();
  const { currency } = configuration;
  const price = (oneOffMinor: string, monthlyMinor: string): string =>
    [
      oneOffMinor !== "0" || monthlyMinor === "0" ? format.money(oneOffMinor, currency) : "",
      monthlyMinor !== "0" ? t("configure.perMonth", { amount: format.money(monthlyMinor, currency) }) : "",
    ]
      .filter(Boolean)
      .join(" + ");
  const left = configuration.questions.filter((question) => question.kind === "one" && !question.answered).length;
  return (
    <Panel title={t("configure.lines")}>
      <ul className="tl-plain-list">
        {configuration.lines.map((line) => (
          <li key={line.sku}>
            <Group justify="space-between" wrap="nowrap" gap="xs">
              <Text size="sm">
                {line.name[format.locale]}
                {line.quantity !== "1" && ` × ${format.number(line.quantity)}`}
              </Text>
              <Text size="sm" span>
                {price(line.oneOffMinor, line.monthlyMinor)}
              </Text>
            </Group>
          </li>
        ))}
      </ul>
      <Group justify="space-between" wrap="nowrap" gap="xs" mt={6} aria-live="polite">
        <Text size="sm" fw={600}>
          {t("configure.total")}
        </Text>
        <Text size="sm" fw={600} span>
          {price(configuration.oneOffMinor, configuration.monthlyMinor)}
        </Text>
      </Group>
      {left > 0 && (
        <Text size="xs" c="dimmed" mt={4}>
          {t("configure.left", { count: left })}
        </Text>
      )}
    </Panel>
  );
}
