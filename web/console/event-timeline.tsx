import { useInfiniteQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { api, client } from "../api/client.ts";
import { useCan } from "../api/can.ts";
import { useFormat } from "../i18n/use-format.ts";
import { ErrorState } from "../ui/error-state.tsx";
import { TextSkeleton } from "../ui/skeletons.tsx";
import { Timeline } from "../ui/timeline.tsx";
import { CausesDrawer } from "./causes-drawer.tsx";
import { asTimelineEvent } from "./timeline-event.ts";

type Event = Awaited<ReturnType<typeof client.customers.events>>["rows"][number];

/**
 * The one line of a record, live, newest first: by customer, contact or subject. `only` keeps what belongs to the record
 * where the line holds more. Every event opens its causes.
 */
export function EventTimeline(props: {
  about: { customerId?: string; contactId?: string; subjectId?: string };
  stage?: "receive";
  nouns: string[];
  only?: (event: Event) => boolean;
}) {
  const { locale } = useFormat();
  const can = useCan();
  const [asked, setAsked] = useState<string>();
  const input = { ...props.about, ...(props.stage && { stage: props.stage }), limit: 40 };
  const query = useInfiniteQuery({
    queryKey: [...api.customers.events.key({ input }), "pages"],
    queryFn: ({ pageParam, signal }) =>
      client.customers.events({ ...input, ...(pageParam && { cursor: pageParam }) }, { signal }),
    initialPageParam: "",
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    meta: { nouns: props.nouns },
    enabled: can("read customers"),
  });
  const rows = (query.data?.pages ?? []).flatMap((page) => page.rows).filter(props.only ?? (() => true));
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = query;
  const isStillLooking = rows.length === 0 && hasNextPage && !isFetchNextPageError;
  // An older record's own events lie pages back on the customer's line: an empty first page is no empty history.
  useEffect(() => {
    if (isStillLooking && !isFetchingNextPage) void fetchNextPage();
  }, [isStillLooking, isFetchingNextPage, fetchNextPage]);
  if (!can("read customers")) return <Timeline events={[]} />;
  if (query.isPending || isStillLooking) return <TextSkeleton lines={6} />;
  return (
    <>
      {query.error && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      <Timeline
        events={rows.map((event) => asTimelineEvent(event, locale))}
        hasMore={query.hasNextPage}
        loadingMore={query.isFetchingNextPage}
        onMore={() => void query.fetchNextPage()}
        onWhy={(event) => setAsked(event.id)}
      />
      <CausesDrawer eventId={asked} onClose={() => setAsked(undefined)} />
    </>
  );
}
