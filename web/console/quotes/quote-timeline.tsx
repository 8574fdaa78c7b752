import { useQuery } from "@tanstack/react-query";
import { api } from "../../api/client.ts";
import { live } from "../../api/query-client.ts";
import { useT } from "../../i18n/use-t.ts";
import { Loaded } from "../../ui/loaded.tsx";
import { Panel } from "../../ui/record-page.tsx";
import { Timeline } from "../../ui/timeline.tsx";

/** What happened to this quote, newest first. */
export function QuoteTimeline({ quoteId }: { quoteId: string }) {
  const t = useT("quotes");
  const events = useQuery({
    ...api.customers.events.queryOptions({ input: { subjectId: quoteId, limit: 100 } }),
    ...live("quote", "approval"),
  });
  return (
    <Panel title={t("common:record.timeline")}>
      <Loaded query={events}>{({ rows }) => <Timeline events={rows} />}</Loaded>
    </Panel>
  );
}
