import { Button, Group, SimpleGrid, Table, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useCan } from "../../api/can.ts";
import { api } from "../../api/client.ts";
import { queryClient } from "../../api/query-client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { LinkButton } from "../../ui/links.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { Page } from "../../ui/page.tsx";
import { Panel } from "../../ui/record-page.tsx";
import { StatCard } from "../../ui/stat-card.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";
import { useWrite } from "../../ui/use-write.ts";
import { RelativeTime } from "../../ui/values.tsx";

/** How this installation is doing: its clock, its queue, when each loop last ran, how far each projection is. */
export default function Status() {
  const t = useT("status");
  const format = useFormat();
  const can = useCan();
  const may = can("read the status of the installation");
  const query = useQuery({ ...api.organisation.status.queryOptions(), refetchInterval: 5_000, enabled: may });
  const move = useWrite(api.organisation.moveClock.mutationOptions({ onSuccess: () => queryClient.invalidateQueries() }), {
    done: ({ now }) => t("clock.moved", { now: format.dateTime(now) }),
  });
  const links = (
    <>
      {can("read messages") && (
        <LinkButton variant="default" to="/status/messages">
          {t("command.messages")}
        </LinkButton>
      )}
      {can("read caught mail") && (
        <LinkButton variant="default" to="/status/mail">
          {t("command.mail")}
        </LinkButton>
      )}
    </>
  );
  if (!may)
    return (
      <Page title={t("common:area.status")} actions={links}>
        <EmptyState title={t("common:error.forbidden.title")} text={t("common:error.forbidden.text")} />
      </Page>
    );
  return (
    <Page title={t("common:area.status")} subtitle={t("subtitle")} actions={links}>
      <Loaded query={query}>
        {(status) => (
          <>
            <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }} mb="lg">
              <StatCard
                label={`${t("clock")} · ${format.time(status.now)}`}
                value={format.date(status.now)}
                {...(status.clockOffsetMs !== 0 && { delta: t("clock.ahead", { by: format.duration(status.clockOffsetMs) }) })}
              />
              <StatCard label={t("queue.waiting")} value={format.number(status.waitingJobs)} />
              <StatCard label={t("queue.failed")} value={format.number(status.failedJobs)} />
              <StatCard label={t("events")} value={format.number(status.lastPosition)} />
            </SimpleGrid>
            {status.demo && can("move the demo clock") && (
              <Panel title={t("clock.move")}>
                <Text size="sm" c="dimmed" mb="xs">
                  {t("clock.moveHelp")}
                </Text>
                <Group gap="xs">
                  {([60, 1_440, 10_080, 43_200] as const).map((minutes) => (
                    <Button
                      key={minutes}
                      variant="default"
                      size="compact-sm"
                      loading={move.isPending}
                      onClick={() => move.mutate({ advanceMinutes: minutes })}
                    >
                      + {format.duration(minutes * 60_000)}
                    </Button>
                  ))}
                </Group>
              </Panel>
            )}
            <SimpleGrid cols={{ base: 1, lg: 2 }} mt="lg">
              <Panel title={t("loops")}>
                <Table>
                  <Table.Thead>
                    <Table.Tr>
                      <Table.Th>{t("loop")}</Table.Th>
                      <Table.Th>{t("lastRun")}</Table.Th>
                      <Table.Th>{t("state")}</Table.Th>
                    </Table.Tr>
                  </Table.Thead>
                  <Table.Tbody>
                    {status.loops.map((loop) => (
                      <Table.Tr key={loop.name}>
                        <Table.Td>
                          <RunName name={loop.name} />
                        </Table.Td>
                        <Table.Td>{loop.lastFinishedAt ? <RelativeTime value={loop.lastFinishedAt} isReal /> : "–"}</Table.Td>
                        <Table.Td>
                          <StatusBadge status={loop.error ? "failed" : "active"} label={loop.error ?? t("well")} />
                        </Table.Td>
                      </Table.Tr>
                    ))}
                  </Table.Tbody>
                </Table>
              </Panel>
              <Panel title={t("projections")}>
                <Table>
                  <Table.Thead>
                    <Table.Tr>
                      <Table.Th>{t("projection")}</Table.Th>
                      <Table.Th>{t("behind")}</Table.Th>
                      <Table.Th>{t("state")}</Table.Th>
                    </Table.Tr>
                  </Table.Thead>
                  <Table.Tbody>
                    {status.projections.map((projection) => (
                      <Table.Tr key={projection.name}>
                        <Table.Td>
                          <RunName name={projection.name} />
                        </Table.Td>
                        <Table.Td>
                          {t("behind.events", { count: projection.behind, n: format.number(projection.behind) })}
                        </Table.Td>
                        <Table.Td>
                          <StatusBadge status={projection.error ? "failed" : "active"} label={projection.error ?? t("well")} />
                        </Table.Td>
                      </Table.Tr>
                    ))}
                  </Table.Tbody>
                </Table>
              </Panel>
            </SimpleGrid>
          </>
        )}
      </Loaded>
    </Page>
  );
}

/** What a loop or projection does, in words; its name in the program beside it, for whoever reads the log. */
function RunName({ name }: { name: string }) {
  const t = useT("status");
  return (
    <>
      {t(`runs.${name}`)}
      <Text size="xs" c="dimmed">
        {name}
      </Text>
    </>
  );
}
