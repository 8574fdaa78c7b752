import { ActionIcon, Alert, Button, Group, Stack, TagsInput, Text, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { useCan } from "../../api/can.ts";
import { api, type client } from "../../api/client.ts";
import { queryClient } from "../../api/query-client.ts";
import { useT } from "../../i18n/use-t.ts";
import { Loaded } from "../../ui/loaded.tsx";
import { Panel } from "../../ui/record-page.tsx";
import { useWrite } from "../../ui/use-write.ts";
import { SettingsPage } from "./settings-page.tsx";

type Calendar = Awaited<ReturnType<typeof client.organisation.listCalendars>>["rows"][number];
const days = ["1", "2", "3", "4", "5", "6", "7"] as const;

/** When the organisation is open: promise clocks, slots and marketing hours follow. */
export default function Calendars() {
  const t = useT("settings");
  const query = useQuery(api.organisation.listCalendars.queryOptions());
  return (
    <SettingsPage title={t("tab.calendars")} subtitle={t("calendars.subtitle")}>
      <Loaded query={query}>
        {({ rows }) => (
          <Stack gap="lg" maw={760}>
            {rows.map((calendar) => (
              <CalendarForm key={calendar.id} calendar={calendar} />
            ))}
          </Stack>
        )}
      </Loaded>
    </SettingsPage>
  );
}

function CalendarForm({ calendar }: { calendar: Calendar }) {
  const t = useT("settings");
  const can = useCan();
  const readOnly = !can("change settings");
  const [week, setWeek] = useState<Record<string, [string, string][]>>(calendar.week as Record<string, [string, string][]>);
  const [holidays, setHolidays] = useState(calendar.holidays);
  const change = useWrite(
    api.organisation.changeCalendar.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: api.organisation.key() }),
    }),
    { done: t("saved") },
  );
  const setRange = (day: string, at: number, range: [string, string] | undefined): void =>
    setWeek({ ...week, [day]: (week[day] ?? []).flatMap((one, place) => (place === at ? (range ? [range] : []) : [one])) });
  return (
    <Panel title={`${calendar.name} · ${calendar.timeZone}`}>
      {readOnly && <Alert color="gray">{t("readOnly")}</Alert>}
      <Stack gap="xs">
        {days.map((day) => (
          <Group key={day} gap="sm" align="center">
            <Text size="sm" w={100}>
              {t(`day.${day}`)}
            </Text>
            {(week[day] ?? []).length === 0 && (
              <Text size="sm" c="dimmed">
                {t("calendars.closed")}
              </Text>
            )}
            {(week[day] ?? []).map(([from, to], at) => (
              <Group key={at} gap={4} wrap="nowrap">
                <TextInput
                  size="xs"
                  type="time"
                  readOnly={readOnly}
                  aria-label={t("calendars.from", { day: t(`day.${day}`) })}
                  value={from}
                  onChange={(event) => setRange(day, at, [event.currentTarget.value, to])}
                />
                –
                <TextInput
                  size="xs"
                  type="time"
                  readOnly={readOnly}
                  aria-label={t("calendars.to", { day: t(`day.${day}`) })}
                  value={to}
                  onChange={(event) => setRange(day, at, [from, event.currentTarget.value])}
                />
                {!readOnly && (
                  <ActionIcon
                    variant="subtle"
                    color="red"
                    size="sm"
                    aria-label={t("calendars.remove", { day: t(`day.${day}`) })}
                    onClick={() => setRange(day, at, undefined)}
                  >
                    <IconTrash size={14} aria-hidden />
                  </ActionIcon>
                )}
              </Group>
            ))}
            {!readOnly && (week[day] ?? []).length < 6 && (
              <ActionIcon
                variant="subtle"
                size="sm"
                aria-label={t("calendars.add", { day: t(`day.${day}`) })}
                onClick={() => setWeek({ ...week, [day]: [...(week[day] ?? []), ["09:00", "12:00"]] })}
              >
                <IconPlus size={14} aria-hidden />
              </ActionIcon>
            )}
          </Group>
        ))}
        <TagsInput
          label={t("calendars.holidays")}
          description={t("calendars.holidaysHelp")}
          placeholder="2026-12-24"
          readOnly={readOnly}
          value={holidays}
          onChange={setHolidays}
        />
        {!readOnly && (
          <Group justify="flex-end">
            <Button loading={change.isPending} onClick={() => change.mutate({ calendarId: calendar.id, week, holidays })}>
              {t("common:action.save")}
            </Button>
          </Group>
        )}
      </Stack>
    </Panel>
  );
}
