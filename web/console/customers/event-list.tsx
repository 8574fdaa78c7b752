import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { IconTimeline } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import { api, type client } from "../../api/client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { type T, useT } from "../../i18n/use-t.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { FilterChips } from "../../ui/filter-chips.tsx";
import { TextLink } from "../../ui/links.tsx";
import { Page } from "../../ui/page.tsx";
import { eventName } from "../../ui/timeline.tsx";
import { useListState } from "../../ui/use-list-state.ts";
import { DateTime } from "../../ui/values.tsx";
import { CausesDrawer } from "../causes-drawer.tsx";
import { stages } from "./customer-words.ts";

type EventRow = Awaited<ReturnType<typeof client.customers.events>>["rows"][number];

/** The events behind any figure: `/events?type=order.placed,order.cancelled&stage=receive&at=2026-01-01..2026-02-01&customer=…`. */
export default function EventList() {
  const t = useT("customers");
  const { locale } = useFormat();
  const list = useListState();
  const search = useSearch({ strict: false }) as Record<string, string | undefined>;
  const [asked, setAsked] = useState<string>();
  const types = (search["type"] ?? "").split(",").filter(Boolean);
  const input = {
    ...(types.length > 0 && { types }),
    stage: list.pick("stage", stages),
    customerId: search["customer"] || undefined,
    subjectId: search["subject"] || undefined,
    ...list.range("at"),
    cursor: list.cursor,
  };
  const events = useQuery({ ...api.customers.events.queryOptions({ input: input as never }), placeholderData: keepPreviousData });
  const columns = useMemo(() => columnsOf(t, locale), [t, locale]);
  return (
    <Page title={types.length === 1 ? eventName(types[0]!, t) : t("events.title")} subtitle={t("events.subtitle")}>
      <DataTable
        id="events"
        label={t("events.title")}
        list={list}
        query={events}
        columns={columns}
        rowId={(event) => event.id}
        rowLabel={(event) => event.sentence[locale]}
        onPeek={(event) => setAsked(event.id)}
        toolbar={
          <FilterChips
            list={list}
            search={false}
            filters={[
              {
                id: "stage",
                label: t("timeline.stage"),
                options: stages.map((value) => ({ value, label: t(`common:stage.${value}`) })),
              },
              { id: "at", label: t("events.when"), kind: "dates" },
              { id: "type", label: t("events.type"), kind: "text" },
            ]}
          />
        }
        empty={<EmptyState icon={IconTimeline} title={t("events.none")} text={t("events.noneText")} />}
      />
      <CausesDrawer eventId={asked} onClose={() => setAsked(undefined)} />
    </Page>
  );
}

const columnsOf = (t: T, locale: "en" | "fr"): Column<EventRow>[] => [
  { id: "when", header: t("events.when"), cell: (event) => <DateTime value={event.occurredAt} time /> },
  { id: "what", header: t("events.what"), cell: (event) => event.sentence[locale] },
  {
    id: "customer",
    header: t("col.account"),
    cell: (event) =>
      event.customerId ? (
        <TextLink size="sm" to="/customers/$customerId" params={{ customerId: event.customerId }}>
          {event.customerName ?? "–"}
        </TextLink>
      ) : (
        (event.contactName ?? "–")
      ),
  },
  { id: "stage", header: t("timeline.stage"), cell: (event) => event.stage && t(`common:stage.${event.stage}`) },
  { id: "who", header: t("events.who"), cell: (event) => who(event, t) },
  { id: "type", header: t("events.type"), cell: (event) => event.type, hidden: true },
];

/** People by their name; what the program did by itself is said as such, not by the name of its part. */
const who = (event: EventRow, t: T): string =>
  ((event.actorType === "staff" || event.actorType === "customer") && event.actorName) || t(`common:actor.${event.actorType}`);
