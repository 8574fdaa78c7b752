import { Select } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api, client } from "../../api/client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { TextSkeleton } from "../../ui/skeletons.tsx";
import { Timeline } from "../../ui/timeline.tsx";
import { CausesDrawer } from "../causes-drawer.tsx";
import { asTimelineEvent } from "../timeline-event.ts";
import { stages } from "./customer-words.ts";

type Stage = (typeof stages)[number];
/** Everything that may happen to a customer: one line, so any noun may touch it. */
const nouns =
  "customer contact consent message page form lead opportunity conversation clock basket quote approval order task shipment return appointment technician installation service delivery subscription usage invoice credit credit_note goodwill payment reminder revenue survey feedback complaint loop referral testimonial reward health churn portal kpi action".split(
    " ",
  );

/** The whole line of one customer: their account, their people, and the visitors they once were. */
export function CustomerTimeline({ customerId, contactId, quiet }: { customerId: string; contactId?: string; quiet?: boolean }) {
  const t = useT("customers");
  const { locale } = useFormat();
  const [stage, setStage] = useState<Stage | null>(null);
  const [asked, setAsked] = useState<string>();
  const input = { customerId, limit: quiet ? 15 : 50, ...(stage && { stage }), ...(contactId && { contactId }) };
  const query = useInfiniteQuery({
    queryKey: [...api.customers.timeline.key({ input }), "pages"],
    queryFn: ({ pageParam, signal }) =>
      client.customers.timeline({ ...input, ...(pageParam && { cursor: pageParam }) }, { signal }),
    initialPageParam: "",
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    meta: { nouns, about: customerId },
  });
  const rows = (query.data?.pages ?? []).flatMap((page) => page.rows);
  return (
    <>
      {!quiet && (
        <Select
          size="xs"
          mb="sm"
          w={220}
          clearable
          aria-label={t("timeline.stage")}
          placeholder={t("timeline.allStages")}
          data={stages.map((value) => ({ value, label: t(`common:stage.${value}`) }))}
          value={stage}
          onChange={(value) => setStage(value as Stage | null)}
        />
      )}
      {query.error && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending ? (
        <TextSkeleton lines={6} />
      ) : (
        <Timeline
          events={rows.map((event) => asTimelineEvent(event, locale))}
          hasMore={query.hasNextPage}
          loadingMore={query.isFetchingNextPage}
          onMore={() => void query.fetchNextPage()}
          {...(!quiet && { onWhy: (event: { id: string }) => setAsked(event.id) })}
          {...(stage && { empty: <EmptyState title={t("timeline.noneInStage")} /> })}
        />
      )}
      <CausesDrawer eventId={asked} onClose={() => setAsked(undefined)} />
    </>
  );
}
