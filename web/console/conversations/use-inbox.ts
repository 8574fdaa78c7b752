import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { api } from "../../api/client.ts";
import { live } from "../../api/query-client.ts";
import { useT } from "../../i18n/use-t.ts";
import type { Filter } from "../../ui/filter-chips.tsx";
import { useListState } from "../../ui/use-list-state.ts";
import type { View } from "../../ui/saved-views.tsx";
import { useOwners } from "../use-owners.ts";
import { asOptions, channels, kinds, priorities, statuses } from "./conversation-words.ts";
import { useTeams } from "./use-teams.ts";

/** The inbox as the address asks for it: the same beside a conversation as on its own page. */
export function useInbox() {
  const t = useT("conversations");
  const list = useListState();
  const owners = useOwners();
  const teams = useTeams();
  const { filters } = list;
  const known = <Value extends string>(name: string, values: readonly Value[]): Value[] =>
    values.filter((value) => list.chosen(name).includes(value));
  const owner = filters["assignee"]?.split(",")[0];
  const input = {
    search: list.q || undefined,
    status: known("status", statuses),
    channel: known("channel", channels),
    kind: known("kind", kinds),
    priority: known("priority", priorities),
    teamId: filters["team"]?.split(",")[0],
    handledBy: list.pick("by", ["assistant", "people"]),
    late: filters["late"] === "yes" || undefined,
    live: filters["live"] === "yes" || undefined,
    ...(owner === "me" || owner === "nobody" ? { assignee: owner as "me" | "nobody" } : { assigneeId: owner }),
    cursor: list.cursor,
  };
  const query = useQuery({
    ...api.conversations.list.queryOptions({ input }),
    ...live("conversation", "message", "clock"),
    placeholderData: keepPreviousData,
    refetchInterval: 60_000, // time alone makes an answer late
  });
  const yes = [{ value: "yes", label: t("common:state.yes") }];
  const chips: Filter[] = [
    { id: "status", label: t("col.status"), options: asOptions(statuses, t, "status") },
    { id: "channel", label: t("col.channel"), options: asOptions(channels, t, "channel") },
    {
      id: "assignee",
      label: t("col.assignee"),
      options: [{ value: "nobody", label: t("nobody") }, ...owners.filterOptions],
    },
    { id: "team", label: t("col.team"), options: teams },
    { id: "priority", label: t("col.priority"), options: asOptions(priorities, t, "priority") },
    { id: "kind", label: t("col.kind"), options: asOptions(kinds, t, "kind") },
    { id: "by", label: t("filter.by"), options: asOptions(["assistant", "people"], t, "by") },
    { id: "late", label: t("filter.late"), options: yes },
    { id: "live", label: t("filter.live"), options: yes },
  ];
  return { list, query, chips };
}

/** The queues everybody works from. */
export function inboxViews(t: (key: string) => string): View[] {
  return [
    { name: t("view.mine"), search: { assignee: "me", live: "yes" } },
    { name: t("view.ours"), search: { status: "open", by: "people" } },
    { name: t("view.nobody"), search: { assignee: "nobody", by: "people", live: "yes" } },
    { name: t("view.late"), search: { late: "yes" } },
    { name: t("view.assistant"), search: { by: "assistant", live: "yes" } },
  ];
}
