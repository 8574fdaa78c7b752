import { Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { api } from "../api/client.ts";
import { useFormat } from "../i18n/use-format.ts";
import { useT } from "../i18n/use-t.ts";
import { Loaded } from "../ui/loaded.tsx";
import { Timeline } from "../ui/timeline.tsx";
import { asTimelineEvent } from "./timeline-event.ts";

/** What an event says, what it came from back to the first click, and what followed from it. */
export function Causes({ eventId }: { eventId: string }) {
  const t = useT();
  const { locale } = useFormat();
  const query = useQuery(api.customers.causes.queryOptions({ input: { eventId } }));
  return (
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
  );
}
