import { Badge, Group, Progress, Stack, Text } from "@mantine/core";
import { now } from "../../api/now.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import type { ConversationDetail } from "./conversation-words.ts";

type Clock = ConversationDetail["clocks"][number];

/** What we promised and how much of the time is used: kept, running, standing still, missed. Business time. */
export function PromiseClocks({ clocks }: { clocks: readonly Clock[] }) {
  const t = useT("conversations");
  if (clocks.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {t("promises.none")}
      </Text>
    );
  // only the newest of each kind counts: reopening starts another
  const newest = new Map(clocks.map((clock) => [clock.kind, clock]));
  return (
    <Stack gap="sm">
      {[...newest.values()].map((clock) => (
        <PromiseClock key={clock.kind} clock={clock} />
      ))}
    </Stack>
  );
}

function PromiseClock({ clock }: { clock: Clock }) {
  const t = useT("conversations");
  const format = useFormat();
  const overdue = clock.dueAt !== null && Date.parse(String(clock.dueAt)) < now();
  const late = clock.breachedAt !== null || overdue;
  const state = clock.state === "stopped" ? (late ? "missed" : "kept") : late ? "late" : clock.state;
  const color = { missed: "red", late: "red", kept: "teal", paused: "gray", running: "indigo" }[state];
  // the open hours used before the present run; while it runs, what the due time leaves is told in words
  const spent = clock.spentMs < 60_000 ? "promise.usedLittle" : "promise.used";
  const words = t(spent, { spent: format.duration(clock.spentMs), target: format.duration(clock.targetMs) });
  const used = Math.min(100, Math.round((clock.spentMs / clock.targetMs) * 100));
  return (
    <div>
      <Group justify="space-between" gap="xs" wrap="nowrap">
        <Text size="sm" fw={550}>
          {t(`promise.${clock.kind}`)}
        </Text>
        <Badge color={color}>{t(`promise.${state}`)}</Badge>
      </Group>
      {clock.state !== "running" && <Progress mt={6} size="sm" value={late ? 100 : used} color={color} aria-label={words} />}
      <Text size="xs" c="dimmed" mt={4}>
        {clock.state === "running" && clock.dueAt
          ? t("promise.due", { when: format.relative(clock.dueAt), at: format.dateTime(clock.dueAt) })
          : words}
      </Text>
    </div>
  );
}
