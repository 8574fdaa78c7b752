import { Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { api } from "../api/client.ts";
import { useFormat } from "../i18n/use-format.ts";
import { useT } from "../i18n/use-t.ts";
import { Loaded } from "../ui/loaded.tsx";
import { PeekDrawer } from "../ui/peek-drawer.tsx";
import { eventName, Timeline } from "../ui/timeline.tsx";
import { asTimelineEvent } from "./timeline-event.ts";

/** Why something happened, back to the first click, and what followed from it. */
export function CausesDrawer({ eventId, onClose }: { eventId: string | undefined; onClose: () => void }) {
  const t = useT();
  const { locale } = useFormat();
  const query = useQuery({
    ...api.customers.causes.queryOptions({ input: { eventId: eventId ?? "" } }),
    enabled: !!eventId,
  });
  return (
    <PeekDrawer title={query.data ? eventName(query.data.event.type, t) : t("timeline.why")} opened={!!eventId} onClose={onClose}>
      <Loaded query={query}>
        {({ event, causes, effects }) => (
          <>
            <Text fw={600}>{event.sentence[locale]}</Text>
            <Text component="h3" fw={650} mt="lg" mb="xs">
              {t("timeline.causes")}
            </Text>
            {causes.length ? (
              <Timeline events={causes.map((one) => asTimelineEvent({ ...one, hasCause: false }, locale))} />
            ) : (
              <Text c="dimmed">{t("timeline.noCause")}</Text>
            )}
            {effects.length > 0 && (
              <>
                <Text component="h3" fw={650} mt="lg" mb="xs">
                  {t("timeline.effects")}
                </Text>
                <Timeline events={effects.map((one) => asTimelineEvent({ ...one, hasCause: false }, locale))} />
              </>
            )}
          </>
        )}
      </Loaded>
    </PeekDrawer>
  );
}
