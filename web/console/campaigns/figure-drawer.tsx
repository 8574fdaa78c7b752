import { Button, Stack, Text } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api, client } from "../../api/client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { ErrorState } from "../../ui/error-state.tsx";
import { TextLink } from "../../ui/links.tsx";
import { PeekDrawer } from "../../ui/peek-drawer.tsx";
import { TextSkeleton } from "../../ui/skeletons.tsx";
import { Timeline } from "../../ui/timeline.tsx";
import { CausesDrawer } from "../causes-drawer.tsx";
import { ScopeNote } from "../scope-note.tsx";
import { asTimelineEvent } from "../timeline-event.ts";
import type { FigureName } from "./campaign-words.ts";

/** The events a figure of a campaign was counted from, newest first, each with its person and its causes. */
export function FigureDrawer(props: {
  campaignId: string | undefined;
  figure: FigureName | undefined;
  title: string;
  onClose: () => void;
}) {
  const { campaignId, figure } = props;
  return (
    <PeekDrawer title={props.title} opened={!!campaignId && !!figure} onClose={props.onClose}>
      {campaignId && figure && <Behind campaignId={campaignId} figure={figure} />}
    </PeekDrawer>
  );
}

function Behind({ campaignId, figure }: { campaignId: string; figure: FigureName }) {
  const t = useT("campaigns");
  const { locale } = useFormat();
  const [why, setWhy] = useState<string>();
  const query = useInfiniteQuery({
    queryKey: api.campaigns.figure.key({ input: { campaignId, figure } }),
    queryFn: async ({ pageParam, signal }) => {
      const page = await client.campaigns.figure({ campaignId, figure, ...(pageParam && { before: pageParam }) }, { signal });
      const ids = page.eventIds;
      const events = ids.length ? (await client.customers.events({ ids, limit: 200 }, { signal })).rows : [];
      return { ids, events, next: page.nextBefore };
    },
    initialPageParam: "",
    getNextPageParam: (last) => last.next ?? undefined,
  });
  if (query.isPending) return <TextSkeleton lines={8} />;
  if (query.error) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  const events = query.data.pages.flatMap((page) => page.events);
  return (
    <Stack>
      <Text size="sm" c="dimmed">
        {t("figure.behind")}
      </Text>
      {query.data.pages.map((page) => page.ids.length > 0 && <ScopeNote key={page.ids[0]} filter={{ ids: page.ids }} />)}
      <Timeline
        events={events.map((event) => ({
          ...asTimelineEvent(event, locale),
          text: event.contactId ? (
            <>
              <TextLink to="/contacts/$contactId" params={{ contactId: event.contactId }} inherit underline="always">
                {event.contactName ?? t("figure.someone")}
              </TextLink>
              {" · "}
              {event.sentence[locale]}
            </>
          ) : (
            event.sentence[locale]
          ),
        }))}
        onWhy={(event) => setWhy(event.id)}
      />
      {query.hasNextPage && (
        <Button variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t("common:action.showMore")}
        </Button>
      )}
      <CausesDrawer eventId={why} onClose={() => setWhy(undefined)} />
    </Stack>
  );
}
