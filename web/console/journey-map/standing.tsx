import { Button, Group, Stack, Text, Title } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { api, client } from "../../api/client.ts";
import { live } from "../../api/query-client.ts";
import { useT } from "../../i18n/use-t.ts";
import { TextLink } from "../../ui/links.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { RelativeTime } from "../../ui/values.tsx";

/** Who stands in a stage now, the latest come first; each opens their record. */
export function Standing({ slug, stage }: { slug: string; stage: string }) {
  const t = useT("journey-map");
  const input = { slug, stage, limit: 20 };
  const people = useInfiniteQuery({
    queryKey: [...api.journeys.standing.key({ input }), "pages"],
    queryFn: ({ pageParam, signal }) =>
      client.journeys.standing({ ...input, ...(pageParam && { cursor: pageParam }) }, { signal }),
    initialPageParam: "",
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    ...live("journey", "order", "quote", "lead", "invoice", "customer"),
  });
  return (
    <section aria-labelledby="standing">
      <Title order={3} size="h5" mb="xs" id="standing">
        {t("standing.title")}
      </Title>
      <Loaded query={people}>
        {({ pages }) => {
          const rows = pages.flatMap((page) => page.rows);
          if (rows.length === 0)
            return (
              <Text size="sm" c="dimmed">
                {t("standing.none")}
              </Text>
            );
          return (
            <Stack gap="xs" component="ul" className="tl-plain-list">
              {rows.map((row) => (
                <li key={row.caseId}>
                  <Group justify="space-between" wrap="nowrap" gap="xs">
                    <div>
                      {row.customerId ? (
                        <TextLink size="sm" fw={600} to="/customers/$customerId" params={{ customerId: row.customerId }}>
                          {row.name ?? t(`standing.${row.kind}`)}
                        </TextLink>
                      ) : row.contactId ? (
                        <TextLink size="sm" fw={600} to="/contacts/$contactId" params={{ contactId: row.contactId }}>
                          {row.name ?? t(`standing.${row.kind}`)}
                        </TextLink>
                      ) : (
                        <Text size="sm">{row.name ?? t(`standing.${row.kind}`)}</Text>
                      )}
                      {row.segment && (
                        <Text size="xs" c="dimmed">
                          {row.segment}
                        </Text>
                      )}
                    </div>
                    <Text size="xs" c="dimmed" span className="tl-nowrap">
                      <RelativeTime value={row.since} />
                    </Text>
                  </Group>
                </li>
              ))}
              {people.hasNextPage && (
                <Button
                  variant="default"
                  size="xs"
                  loading={people.isFetchingNextPage}
                  onClick={() => void people.fetchNextPage()}
                >
                  {t("common:action.showMore")}
                </Button>
              )}
            </Stack>
          );
        }}
      </Loaded>
    </section>
  );
}
