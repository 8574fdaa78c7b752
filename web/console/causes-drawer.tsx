import { useQuery } from "@tanstack/react-query";
import { api } from "../api/client.ts";
import { useT } from "../i18n/use-t.ts";
import { PeekDrawer } from "../ui/peek-drawer.tsx";
import { eventName } from "../ui/timeline.tsx";
import { Causes } from "./causes.tsx";

/** Why something happened, back to the first click, and what followed from it. */
export function CausesDrawer({ eventId, onClose }: { eventId: string | undefined; onClose: () => void }) {
  const t = useT();
  const query = useQuery({
    ...api.customers.causes.queryOptions({ input: { eventId: eventId ?? "" } }),
    enabled: !!eventId,
  });
  return (
    <PeekDrawer title={query.data ? eventName(query.data.event.type, t) : t("timeline.why")} opened={!!eventId} onClose={onClose}>
      {eventId && <Causes eventId={eventId} />}
    </PeekDrawer>
  );
}
