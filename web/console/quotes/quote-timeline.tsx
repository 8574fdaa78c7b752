import { useT } from "../../i18n/use-t.ts";
import { Panel } from "../../ui/record-page.tsx";
import { EventTimeline } from "../event-timeline.tsx";

/** What happened to this quote, newest first. */
export function QuoteTimeline({ quoteId }: { quoteId: string }) {
  const t = useT("quotes");
  return (
    <Panel title={t("common:record.timeline")}>
      <EventTimeline about={{ subjectId: quoteId }} nouns={["quote", "approval"]} />
    </Panel>
  );
}
