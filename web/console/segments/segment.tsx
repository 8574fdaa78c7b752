import { Button, Group, Stack, Text } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { useCan } from "../../api/can.ts";
import { api, type client } from "../../api/client.ts";
import { live, queryClient } from "../../api/query-client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { type T, useT } from "../../i18n/use-t.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { Page } from "../../ui/page.tsx";
import { Panel } from "../../ui/record-page.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";
import { useListState } from "../../ui/use-list-state.ts";
import { useWrite } from "../../ui/use-write.ts";
import { Named, RelativeTime } from "../../ui/values.tsx";
import { SegmentForm } from "./segment-form.tsx";
import { describeRule, type Segment } from "./segment-words.ts";
import { useRuleNames } from "./use-rule-names.ts";

type Member = Awaited<ReturnType<typeof client.segments.members>>["rows"][number];
const refetch = () => queryClient.invalidateQueries({ queryKey: api.segments.key() });

/** One segment: its rules in words, who is in it now. */
export default function SegmentScreen() {
  const { segmentId = "" } = useParams({ strict: false }) as { segmentId?: string };
  const query = useQuery({
    ...api.segments.show.queryOptions({ input: { segmentId } }),
    ...live("contact", "consent", "customer"),
  });
  return <Loaded query={query}>{(segment) => <Shown key={segment.updatedAt} segment={segment} />}</Loaded>;
}

function Shown({ segment }: { segment: Segment }) {
  const t = useT("segments");
  const format = useFormat();
  const can = useCan();
  const names = useRuleNames();
  const list = useListState();
  const [editing, setEditing] = useState(false);
  const segmentId = segment.id;
  const members = useQuery({
    ...api.segments.members.queryOptions({ input: { segmentId, cursor: list.cursor } }),
    ...live("contact", "consent", "customer"),
    placeholderData: keepPreviousData,
  });
  const columns = useMemo(() => columnsOf(t), [t]);
  const restore = useWrite(api.segments.restore.mutationOptions({ onSuccess: refetch }), { done: t("restored") });
  const archive = useWrite(api.segments.archive.mutationOptions({ onSuccess: refetch }), {
    done: t("archived.done"),
    undo: () => restore.mutateAsync({ segmentId }),
  });
  return (
    <Page
      title={segment.name}
      subtitle={segment.description}
      crumbs={[{ label: t("common:area.segments"), to: "/segments" }, { label: segment.name }]}
      badges={
        <StatusBadge
          status={segment.archived ? "archived" : "active"}
          label={
            segment.archived ? t("archived.badge") : t("members", { count: segment.members, n: format.number(segment.members) })
          }
        />
      }
      actions={
        can("manage segments") && (
          <>
            {segment.archived ? (
              <Button loading={restore.isPending} onClick={() => restore.mutate({ segmentId })}>
                {t("restore")}
              </Button>
            ) : (
              <>
                <Button variant="default" loading={archive.isPending} onClick={() => archive.mutate({ segmentId })}>
                  {t("archive")}
                </Button>
                <Button onClick={() => setEditing(!editing)}>{t("common:action.edit")}</Button>
              </>
            )}
          </>
        )
      }
    >
      <Stack gap="lg">
        {editing ? (
          <SegmentForm segment={segment} onDone={() => setEditing(false)} />
        ) : (
          <Panel title={t("rules")}>
            <Stack gap="xs">
              {segment.definition.groups.length === 0 && <Text size="sm">{t("everyone")}</Text>}
              {segment.definition.groups.map((group, index) => (
                // groups have no identity of their own
                <Group key={index} gap={6}>
                  {index > 0 && (
                    <Text size="sm" fw={650}>
                      {t(`joined.${segment.definition.match ?? "all"}`)}
                    </Text>
                  )}
                  <Text size="sm">
                    {group.rules.map((rule) => describeRule(rule, t, names)).join(` ${t(`joined.${group.match ?? "all"}`)} `)}
                  </Text>
                </Group>
              ))}
            </Stack>
          </Panel>
        )}
        <DataTable
          id="segment-members"
          label={t("people")}
          list={list}
          query={members}
          columns={columns}
          rowId={(person) => person.contactId}
          rowLabel={(person) => person.name}
          open={(person) => ({ to: "/contacts/$contactId", params: { contactId: person.contactId } })}
          empty={<EmptyState title={t("nobody")} text={t("nobodyText")} />}
        />
      </Stack>
    </Page>
  );
}

const columnsOf = (t: T): Column<Member>[] => [
  {
    id: "name",
    header: t("col.name"),
    cell: (person) => <Named name={person.name || person.email || "–"} {...(person.email && { note: person.email })} />,
  },
  { id: "account", header: t("col.account"), cell: (person) => person.customerName ?? "–" },
  { id: "since", header: t("col.since"), cell: (person) => person.since && <RelativeTime value={person.since} /> },
];
