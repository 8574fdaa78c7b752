import { Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { api } from "../../api/client.ts";
import { useT } from "../../i18n/use-t.ts";
import { Loaded } from "../../ui/loaded.tsx";
import { PeekDrawer } from "../../ui/peek-drawer.tsx";
import { Timeline } from "../../ui/timeline.tsx";
import { ScopeNote } from "../scope-note.tsx";
import type { Figure } from "./map-stages.ts";
import { Standing } from "./standing.tsx";

/** The events a figure was counted from, newest first: the proof behind the number. */
export function BehindFigure({ figure, slug, onClose }: { figure: Figure | null; slug: string; onClose: () => void }) {
  const t = useT("journey-map");
  return (
    <PeekDrawer title={figure?.title ?? ""} opened={figure !== null} onClose={onClose}>
      {figure && (
        <Stack>
          {figure.stage && <Standing slug={slug} stage={figure.stage} />}
          {figure.stage && (
            <Title order={3} size="h5">
              {t("standing.events")}
            </Title>
          )}
          <Text size="sm" c="dimmed">
            {t("behind")}
          </Text>
          <Events figure={figure} />
        </Stack>
      )}
    </PeekDrawer>
  );
}

function Events({ figure }: { figure: Figure }) {
  const { types, stage, channel, ids, segment, from, to } = figure.filter;
  const filter = {
    from: new Date(from),
    to: new Date(to),
    ...(types && { types }),
    ...(stage && { stage: stage as "discover" }),
    ...(channel !== undefined && { channel }),
    ...(ids && { ids: ids.slice(0, 200) }),
    ...(segment && { segment }),
  };
  const events = useQuery(api.customers.events.queryOptions({ input: { ...filter, limit: 100 } }));
  return (
    <>
      <ScopeNote filter={filter} />
      <Loaded query={events}>
        {({ rows }) => <Timeline events={rows.map((row) => ({ ...row, text: row.customerName }))} />}
      </Loaded>
    </>
  );
}
