import "./appointments.css";
import { ActionIcon, Group, Text } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { IconChevronLeft, IconChevronRight, IconSun } from "@tabler/icons-react";
import { now } from "../../api/now.ts";
import { api } from "../../api/client.ts";
import { live } from "../../api/query-client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { Page } from "../../ui/page.tsx";
import { useListState } from "../../ui/use-list-state.ts";
import { addDays, dayKey, startOf } from "./calendar-days.ts";
import { VisitCard } from "./visit-card.tsx";
import { addressOf, visitNouns } from "./visit-words.ts";

/** A technician's own day, made for a phone: the visits in order, each one touch away. */
export function TechnicianDay() {
  const t = useT("appointments");
  const format = useFormat();
  const list = useListState();
  const day = /^\d{4}-\d\d-\d\d$/.test(list.filters["date"] ?? "") ? (list.filters["date"] ?? "") : dayKey(new Date(now()));
  const board = useQuery({
    ...api.appointments.board.queryOptions({ input: { from: startOf(day), to: startOf(addDays(day, 1)) } }),
    ...live(...visitNouns),
    placeholderData: keepPreviousData,
  });
  const go = (to: string): void => list.setFilter("date", to === dayKey(new Date(now())) ? undefined : to);
  return (
    <Page
      title={t("mine.title")}
      subtitle={<span className="tl-first-upper">{format.day(day)}</span>}
      actions={
        <Group gap="xs">
          <ActionIcon size="xl" aria-label={t("previous")} onClick={() => go(addDays(day, -1))}>
            <IconChevronLeft size={20} aria-hidden />
          </ActionIcon>
          <ActionIcon size="xl" aria-label={t("next")} onClick={() => go(addDays(day, 1))}>
            <IconChevronRight size={20} aria-hidden />
          </ActionIcon>
        </Group>
      }
    >
      <Loaded query={board}>
        {({ rows }) =>
          rows.length === 0 ? (
            <EmptyState icon={IconSun} title={t("mine.none")} text={t("mine.noneText")} />
          ) : (
            <ol className="tl-plain-list tl-my-visits">
              {rows.map((visit) => (
                <li key={visit.id}>
                  <VisitCard visit={visit} />
                  <Text size="xs" c="dimmed" mt={2}>
                    {addressOf(visit.address)} · {visit.orderNumber}
                  </Text>
                </li>
              ))}
            </ol>
          )
        }
      </Loaded>
    </Page>
  );
}
