import { Badge, Button, Group, SegmentedControl, Stack, Text } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { IconFilter } from "@tabler/icons-react";
import { useState } from "react";
import { api, client } from "../../api/client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { PeekDrawer } from "../../ui/peek-drawer.tsx";
import { TextSkeleton } from "../../ui/skeletons.tsx";
import { CaseSteps } from "./case-steps.tsx";
import { funnelOpened } from "./funnel-opened.ts";
import type { Question } from "./use-question.ts";
import { filterName, waitText } from "./words.ts";

const sorts = ["slowest", "fastest", "newest"] as const;

/** The cases a figure was counted from; one of them step by step with its events. */
export function CasesDrawer(props: { process: string; asked: Question; variants: ReadonlyMap<string, number> }) {
  const { asked } = props;
  const t = useT("processes");
  const { open, caseId } = asked;
  const funnel = funnelOpened(open);
  const title = !open
    ? ""
    : funnel
      ? t(funnel.left ? "funnel.leftAfter" : "funnel.reached", { place: funnel.reached })
      : open === "all:"
        ? t("stat.cases")
        : filterName(open, t, props.variants);
  return (
    <PeekDrawer title={title} opened={open !== undefined} onClose={asked.close}>
      {open !== undefined &&
        (caseId ? (
          <CaseSteps process={props.process} caseId={caseId} onBack={() => asked.set({ case: undefined })} />
        ) : (
          <CaseList key={open} process={props.process} asked={asked} open={open} />
        ))}
    </PeekDrawer>
  );
}

function CaseList({ process, asked, open }: { process: string; asked: Question; open: string }) {
  const t = useT("processes");
  const format = useFormat();
  const [sort, setSort] = useState<(typeof sorts)[number]>("slowest");
  const funnel = funnelOpened(open);
  const filter = funnel ? funnel.where : open === "all:" ? undefined : open;
  const where = [...asked.where, ...(filter ? [filter] : [])];
  const input = {
    process,
    ...asked.which,
    ...(where.length > 0 && { where }),
    ...(funnel && { steps: asked.steps, reached: funnel.reached, left: funnel.left }),
    ...(funnel && asked.within && { withinHours: asked.within }),
    sort,
    limit: 25,
  };
  const query = useInfiniteQuery({
    queryKey: [...api.mining.cases.key({ input }), "pages"],
    queryFn: ({ pageParam, signal }) => client.mining.cases({ ...input, ...(pageParam && { cursor: pageParam }) }, { signal }),
    initialPageParam: "",
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  });
  if (query.isPending) return <TextSkeleton lines={8} />;
  if (query.error) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  const { total, hidden } = query.data.pages[0]!;
  const rows = query.data.pages.flatMap((page) => page.rows);
  return (
    <Stack gap="sm">
      <Group justify="space-between">
        <Text size="sm">{t("casesCount", { count: total, n: format.number(total) })}</Text>
        {filter && total > 0 && !asked.where.includes(filter) && (
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconFilter size={14} aria-hidden />}
            onClick={() => asked.narrow(filter)}
          >
            {t("narrow")}
          </Button>
        )}
      </Group>
      <SegmentedControl
        size="xs"
        aria-label={t("sort")}
        value={sort}
        onChange={(value) => setSort(sorts.find((each) => each === value) ?? "slowest")}
        data={sorts.map((value) => ({ value, label: t(`sort.${value}`) }))}
      />
      {rows.length === 0 && <EmptyState title={t("cases.none")} text={t(hidden > 0 ? "cases.hidden" : "cases.noneText")} />}
      <ul className="tl-cases">
        {rows.map((row) => (
          <li key={row.caseId}>
            <button type="button" onClick={() => asked.set({ case: row.caseId })}>
              <span>
                <b>{row.name ?? row.customerName ?? t("nameless")}</b>
                <small>
                  {[
                    row.customerName !== row.name && row.customerName,
                    format.date(row.startedAt),
                    t("stepsCount", { count: row.steps }),
                  ]
                    .filter(Boolean)
                    .join(" · ")}
                </small>
              </span>
              <span className="tl-cases-figure">
                {waitText(row.edgeHours ?? row.hours, format, t)}
                {row.deviations > 0 && (
                  <Badge size="xs" color="orange">
                    {t("deviationsCount", { count: row.deviations })}
                  </Badge>
                )}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {query.hasNextPage && (
        <Button variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t("common:action.showMore")}
        </Button>
      )}
      {hidden > 0 && rows.length > 0 && (
        <Text size="xs" c="dimmed">
          {t("hidden", { count: hidden })}
        </Text>
      )}
    </Stack>
  );
}
