import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { IconMail } from "@tabler/icons-react";
import { useMemo } from "react";
import { api, type client } from "../../api/client.ts";
import { live } from "../../api/query-client.ts";
import { type T, useT } from "../../i18n/use-t.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { FilterChips } from "../../ui/filter-chips.tsx";
import { Page } from "../../ui/page.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";
import { useListState } from "../../ui/use-list-state.ts";
import { DateTime } from "../../ui/values.tsx";

type Decision = Awaited<ReturnType<typeof client.messaging.decisions>>["rows"][number];
const outcomes = ["send", "defer", "skip"] as const;
const tone = { send: "good", defer: "waiting", skip: "bad" } as const;

/** Why each message left or did not: purpose, basis, wording, cap, hours. */
export default function MessageDecisions() {
  const t = useT("status");
  const list = useListState();
  const query = useQuery({
    ...api.messaging.decisions.queryOptions({ input: { outcome: list.pick("outcome", outcomes), cursor: list.cursor } }),
    ...live("message"),
    placeholderData: keepPreviousData,
  });
  const columns = useMemo(() => columnsOf(t), [t]);
  return (
    <Page
      title={t("decisions.title")}
      subtitle={t("decisions.subtitle")}
      crumbs={[{ label: t("common:area.status"), to: "/status" }, { label: t("decisions.title") }]}
    >
      <DataTable
        id="decisions"
        label={t("decisions.title")}
        list={list}
        query={query}
        columns={columns}
        rowId={(one) => one.id}
        toolbar={
          <FilterChips
            list={list}
            search={false}
            filters={[
              {
                id: "outcome",
                label: t("decisions.outcome"),
                options: outcomes.map((value) => ({ value, label: t(`outcome.${value}`) })),
              },
            ]}
          />
        }
        empty={<EmptyState icon={IconMail} title={t("decisions.empty")} text={t("decisions.emptyText")} />}
      />
    </Page>
  );
}

const columnsOf = (t: T): Column<Decision>[] => [
  { id: "when", header: t("message.sent"), cell: (one) => <DateTime value={one.decidedAt} time /> },
  { id: "who", header: t("message.to"), cell: (one) => one.contactName ?? "–" },
  { id: "template", header: t("decisions.template"), cell: (one) => one.template },
  {
    id: "outcome",
    header: t("decisions.outcome"),
    cell: (one) => <StatusBadge status={one.outcome} tone={tone[one.outcome]} label={t(`outcome.${one.outcome}`)} />,
  },
  {
    id: "reason",
    header: t("decisions.why"),
    cell: (one) => (one.reason === "ok" ? t(`basis.${one.basis}`) : t(`customers:messages.reason.${one.reason}`)),
  },
  { id: "purpose", header: t("message.purpose"), cell: (one) => one.purpose },
];
