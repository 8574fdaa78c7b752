import "./quotes.css";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { api } from "../../api/client.ts";
import { live } from "../../api/query-client.ts";
import { useT } from "../../i18n/use-t.ts";
import { TextLink } from "../../ui/links.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { Page } from "../../ui/page.tsx";
import { QuoteActions } from "./quote-actions.tsx";
import { QuoteApproval } from "./quote-approval.tsx";
import { QuoteComments } from "./quote-comments.tsx";
import { QuoteFacts } from "./quote-facts.tsx";
import { QuoteLines } from "./quote-lines.tsx";
import { QuoteSignature } from "./quote-signature.tsx";
import { QuoteStatus } from "./quote-status.tsx";
import { QuoteSums } from "./quote-sums.tsx";
import { QuoteTimeline } from "./quote-timeline.tsx";
import { QuoteVersions } from "./quote-versions.tsx";
import { Panel } from "../../ui/record-page.tsx";
import type { Quote } from "./types.ts";

/** One quote: its lines in the middle, what it comes to and who must agree on the right, everything that happened below. */
export default function QuoteScreen() {
  const { quoteId = "" } = useParams({ strict: false }) as { quoteId?: string };
  const quote = useQuery({ ...api.quotes.show.queryOptions({ input: { quoteId } }), ...live("quote", "approval") });
  return <Loaded query={quote}>{(shown) => <Shown quote={shown} />}</Loaded>;
}

function Shown({ quote }: { quote: Quote }) {
  const t = useT("quotes");
  return (
    <Page
      title={quote.number}
      badges={<QuoteStatus status={quote.status} />}
      subtitle={
        <>
          <TextLink to="/customers/$customerId" params={{ customerId: quote.customerId }} underline="always">
            {quote.customerName}
          </TextLink>
          {quote.summary && ` · ${quote.summary}`}
        </>
      }
      crumbs={[{ label: t("title"), to: "/quotes" }, { label: quote.number }]}
      actions={<QuoteActions quote={quote} />}
    >
      <div className="tl-quote">
        <div className="tl-quote-main">
          <QuoteLines quote={quote} />
          <QuoteComments quote={quote} />
          <QuoteTimeline quoteId={quote.id} />
        </div>
        <div className="tl-quote-side">
          <Panel title={t("sums")}>
            <QuoteSums offer={quote.offer} currency={quote.currency} />
          </Panel>
          <QuoteApproval quote={quote} />
          <QuoteFacts quote={quote} />
          <QuoteVersions quote={quote} />
          {quote.status === "accepted" && <QuoteSignature quoteId={quote.id} />}
        </div>
      </div>
    </Page>
  );
}
