import { Group, Text } from "@mantine/core";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { TextLink } from "../../ui/links.tsx";
import { Panel } from "../../ui/record-page.tsx";
import { eventName } from "../../ui/timeline.tsx";
import type { CustomerRecord } from "./customer-words.ts";

const shown = 12;

/** How often each thing has happened; each figure opens the events behind it. */
export function CountsPanel({ counts, customerId }: { counts: CustomerRecord["counts"]; customerId: string }) {
  const t = useT("customers");
  const format = useFormat();
  const newest = [...counts].sort((a, b) => (a.lastAt < b.lastAt ? 1 : -1)).slice(0, shown);
  return (
    <Panel title={t("counts.title")}>
      {newest.length === 0 && (
        <Text size="sm" c="dimmed">
          {t("counts.none")}
        </Text>
      )}
      {newest.map(({ type, count, lastAt }) => (
        <Group key={type} justify="space-between" wrap="nowrap" gap="xs">
          <TextLink size="sm" to="/events" search={{ customer: customerId, type }}>
            {eventName(type, t)}
          </TextLink>
          <Text size="sm" className="tl-nowrap">
            {format.number(count)}
            <Text span size="xs" c="dimmed" ml={6}>
              {format.date(lastAt)}
            </Text>
          </Text>
        </Group>
      ))}
    </Panel>
  );
}
