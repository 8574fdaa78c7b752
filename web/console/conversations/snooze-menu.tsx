import { Button, Menu } from "@mantine/core";
import { IconClockPause } from "@tabler/icons-react";
import { api } from "../../api/client.ts";
import { now } from "../../api/now.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { useWrite } from "../../ui/use-write.ts";
import { useRefreshed } from "./use-refreshed.ts";

/** Puts a conversation aside; it comes back by itself, or at once when the customer writes. */
export function SnoozeMenu({ conversationId }: { conversationId: string }) {
  const t = useT("conversations");
  const format = useFormat();
  const snooze = useWrite(api.conversations.snooze.mutationOptions(useRefreshed()), { done: t("done.snoozed") });
  return (
    <Menu shadow="md" position="bottom-end" withinPortal={false}>
      <Menu.Target>
        <Button variant="default" loading={snooze.isPending} leftSection={<IconClockPause size={16} stroke={1.7} aria-hidden />}>
          {t("action.snooze")}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {moments(new Date(now())).map(([name, until]) => (
          <Menu.Item key={name} onClick={() => snooze.mutate({ conversationId, until })}>
            {t(`snooze.${name}`, { when: format.dateTime(until.toISOString()) })}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/** In two hours; tomorrow, in three days and next Monday at nine. */
function moments(at: Date): [string, Date][] {
  const inDays = (days: number): Date => {
    const day = new Date(at);
    day.setDate(day.getDate() + days);
    day.setHours(9, 0, 0, 0);
    return day;
  };
  return [
    ["hours", new Date(at.getTime() + 2 * 3_600_000)],
    ["tomorrow", inDays(1)],
    ["days", inDays(3)],
    ["week", inDays((8 - at.getDay()) % 7 || 7)],
  ];
}
