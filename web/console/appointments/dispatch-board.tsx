import "./appointments.css";
import { ActionIcon, Button, Group, SegmentedControl } from "@mantine/core";
import { DatePickerInput } from "@mantine/dates";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { useState } from "react";
import { now } from "../../api/now.ts";
import { api } from "../../api/client.ts";
import { live } from "../../api/query-client.ts";
import { useT } from "../../i18n/use-t.ts";
import { CardSkeletons } from "../../ui/skeletons.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { Page } from "../../ui/page.tsx";
import { useListState } from "../../ui/use-list-state.ts";
import { BookDialog } from "./book-dialog.tsx";
import { addDays, dayKey, mondayOf, startOf } from "./calendar-days.ts";
import { DayLanes } from "./day-lanes.tsx";
import { visitNouns } from "./visit-words.ts";
import { WaitingOrders } from "./waiting-orders.tsx";
import { WeekTable } from "./week-table.tsx";

/** Technicians against time, for a day or a week, beside the orders that wait for a visit. The address holds the day. */
export function DispatchScreen() {
  const t = useT("appointments");
  const list = useListState();
  const [chosen, setChosen] = useState<string>();
  const view = list.filters["view"] === "day" ? "day" : "week";
  const day = /^\d{4}-\d\d-\d\d$/.test(list.filters["date"] ?? "") ? (list.filters["date"] ?? "") : dayKey(new Date(now()));
  const first = view === "week" ? mondayOf(day) : day;
  const length = view === "week" ? 7 : 1;
  const input = { from: startOf(first), to: startOf(addDays(first, length)) };
  const board = useQuery({
    ...api.appointments.board.queryOptions({ input }),
    ...live(...visitNouns),
    placeholderData: keepPreviousData,
  });
  const go = (to: string): void => list.setFilter("date", to === dayKey(new Date(now())) ? undefined : to);
  const booking = board.data?.waiting.find((one) => one.orderId === (chosen ?? list.filters["order"]));
  const close = (): void => {
    setChosen(undefined);
    if (list.filters["order"]) list.setFilter("order", undefined);
  };
  return (
    <Page
      title={t("common:area.appointments")}
      actions={
        <Group gap="xs">
          <ActionIcon aria-label={t("previous")} onClick={() => go(addDays(day, -length))}>
            <IconChevronLeft size={17} aria-hidden />
          </ActionIcon>
          <DatePickerInput
            aria-label={t("day")}
            valueFormat="DD/MM/YYYY"
            w={130}
            value={day}
            onChange={(next) => next && go(next)}
          />
          <ActionIcon aria-label={t("next")} onClick={() => go(addDays(day, length))}>
            <IconChevronRight size={17} aria-hidden />
          </ActionIcon>
          <Button variant="default" onClick={() => go(dayKey(new Date(now())))}>
            {t("today")}
          </Button>
          <SegmentedControl
            aria-label={t("view")}
            value={view}
            onChange={(next) => list.setFilter("view", next === "week" ? undefined : next)}
            data={[
              { value: "day", label: t("view.day") },
              { value: "week", label: t("view.week") },
            ]}
          />
        </Group>
      }
    >
      <Loaded query={board} skeleton={<CardSkeletons cards={3} />}>
        {(data) => (
          <div className="tl-dispatch">
            {view === "week" ? <WeekTable board={data} first={first} /> : <DayLanes board={data} day={day} />}
            <WaitingOrders waiting={data.waiting} onBook={setChosen} />
          </div>
        )}
      </Loaded>
      {booking && <BookDialog order={booking} onClose={close} />}
    </Page>
  );
}
