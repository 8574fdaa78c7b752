import { Badge, Card, Stack, Table, Text } from "@mantine/core";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { IconGauge } from "@tabler/icons-react";
import { api, client } from "../../api/client.ts";
import { live } from "../../api/query-client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { TextLink } from "../../ui/links.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { DateTime } from "../../ui/values.tsx";
import { PortalPage } from "../portal-page.tsx";
import { ShowMore } from "../show-more.tsx";

/** Each record behind a usage figure, a page at a time. What was put right later is struck out and said. */
export default function MyUsageRecords() {
  const t = useT("portal-usage");
  const format = useFormat();
  const { meter } = useSearch({ strict: false }) as { meter?: string };
  const records = useInfiniteQuery({
    queryKey: [...api.usage.myUsageRecords.key({ input: { meter: meter ?? "" } }), "pages"],
    queryFn: ({ pageParam, signal }) =>
      client.usage.myUsageRecords({ limit: 50, ...(meter && { meter }), ...(pageParam && { cursor: pageParam }) }, { signal }),
    initialPageParam: "",
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    ...live("usage"),
  });
  const current = useQuery(api.usage.myUsage.queryOptions()).data?.rows.find((row) => row.meter === meter);
  return (
    <PortalPage
      width="wide"
      title={t("records.title")}
      intro={current ? t("records.of", { name: current.name }) : t("records.all")}
    >
      <Stack gap="md">
        <Loaded query={records}>
          {({ pages }) => {
            const rows = pages.flatMap((page) => page.rows);
            if (rows.length === 0) return <EmptyState icon={IconGauge} title={t("records.none")} text={t("records.noneText")} />;
            // a correction bears the moment of the record it replaces, and stands before it
            const replaced = new Set(rows.map((row) => `${row.source} ${row.replaces}`));
            return (
              <>
                <Card padding={0}>
                  <Table verticalSpacing="xs" horizontalSpacing="md">
                    <Table.Thead>
                      <Table.Tr>
                        <Table.Th>{t("records.at")}</Table.Th>
                        <Table.Th>{t("records.source")}</Table.Th>
                        <Table.Th ta="right">{t("records.quantity")}</Table.Th>
                      </Table.Tr>
                    </Table.Thead>
                    <Table.Tbody>
                      {rows.map((row) => {
                        const isOver = replaced.has(`${row.source} ${row.sourceId}`);
                        const state = row.voided ? "voided" : row.replaces ? "correction" : isOver ? "replaced" : undefined;
                        return (
                          <Table.Tr key={row.id}>
                            <Table.Td>
                              <DateTime value={row.at} time />
                            </Table.Td>
                            <Table.Td className="tl-break">
                              {row.source}
                              {state && (
                                <Badge size="sm" ml={6} color={isOver ? "gray" : "indigo"}>
                                  {t(`records.${state}`)}
                                </Badge>
                              )}
                            </Table.Td>
                            <Table.Td ta="right" td={isOver ? "line-through" : undefined}>
                              {format.number(row.quantity, 6)} {current?.unit}
                            </Table.Td>
                          </Table.Tr>
                        );
                      })}
                    </Table.Tbody>
                  </Table>
                </Card>
                <ShowMore query={records} />
              </>
            );
          }}
        </Loaded>
        <Text size="sm">
          <TextLink to="/portal/usage">{t("records.back")}</TextLink>
        </Text>
      </Stack>
    </PortalPage>
  );
}
