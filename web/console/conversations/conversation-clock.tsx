import { Badge } from "@mantine/core";
import { IconAlarm } from "@tabler/icons-react";
import { now } from "../../api/now.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import type { ConversationRow } from "./conversation-words.ts";

const soonMs = 30 * 60_000;

/** The promise that comes due next: late, soon, or with time left. The words say it, the colour repeats it. */
export function ConversationClock({ clock, short }: { clock: ConversationRow["clock"]; short?: boolean }) {
  const t = useT("conversations");
  const format = useFormat();
  if (!clock) return null;
  const leftMs = Date.parse(String(clock.dueAt)) - now();
  const late = leftMs < 0;
  const when = format.relative(clock.dueAt);
  if (short && leftMs > 4 * soonMs) return null;
  return (
    <Badge
      color={late ? "red" : leftMs < soonMs ? "yellow" : "gray"}
      leftSection={<IconAlarm size={13} stroke={1.8} aria-hidden />}
    >
      {short ? when : t(`clock.${clock.kind}.${late ? "late" : "due"}`, { when })}
    </Badge>
  );
}
