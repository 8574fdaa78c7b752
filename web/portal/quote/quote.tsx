import "./quote.css";
import { Alert, Anchor, Button, Card, Group, Stack, Text } from "@mantine/core";
import { IconFileTypePdf, IconSignature } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { api, client } from "../../api/client.ts";
import { live } from "../../api/query-client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { Loaded } from "../../ui/loaded.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";
import { PortalPage } from "../portal-page.tsx";
import { DeclineQuote } from "./decline-quote.tsx";
import { OfferLines } from "./offer-lines.tsx";
import { OfferSums } from "./offer-sums.tsx";
import { QuoteTalk } from "./quote-talk.tsx";
import { SignQuote } from "./sign-quote.tsx";
import { Signed } from "./signed.tsx";
import type { MyQuote, Offer } from "./types.ts";

/** The quote as it was sent: read, ask, sign or decline on one page. */
export default function QuoteOfCustomer() {
  const { quoteId = "" } = useParams({ strict: false }) as { quoteId?: string };
  const quote = useQuery({ ...api.quotes.myQuote.queryOptions({ input: { quoteId } }), ...live("quote") });
  const version = quote.data?.offer?.version;
  useEffect(() => {
    // Noted once a day by the server, however often the page is opened; a failure here must not disturb the reader.
    if (version !== undefined) client.quotes.noteView({ quoteId }).catch(() => undefined);
  }, [quoteId, version]);
  return <Loaded query={quote}>{(shown) => <Shown quote={shown} />}</Loaded>;
}

function Shown({ quote }: { quote: MyQuote }) {
  const t = useT("portal-quote");
  const { offer } = quote;
  return (
    <PortalPage
      width={offer ? "wide" : "normal"}
      title={t("title", { number: quote.number })}
      intro={
        <Group gap="xs">
          <StatusBadge status={quote.status} label={t(`status.${quote.status}`)} />
          {quote.summary && <span>{quote.summary}</span>}
        </Group>
      }
    >
      {offer ? (
        <Offered quote={quote} offer={offer} />
      ) : (
        <Card padding="lg">
          <Text>{t("preparing")}</Text>
        </Card>
      )}
    </PortalPage>
  );
}

function Offered({ quote, offer }: { quote: MyQuote; offer: Offer }) {
  const t = useT("portal-quote");
  const [signing, setSigning] = useState(false);
  return (
    <div className="tl-offer">
      {quote.status === "accepted" && <Signed quote={quote} offer={offer} />}
      {quote.status === "preparing" && <Alert color="yellow">{t("revising")}</Alert>}
      <Card padding="lg" className="tl-offer-lines">
        {offer.note && <Text className="tl-pre">{offer.note}</Text>}
        <OfferLines offer={offer} currency={quote.currency} />
      </Card>
      <aside className="tl-offer-side">
        <Card padding="lg">
          <Stack gap="md">
            <OfferSums offer={offer} currency={quote.currency} />
            {quote.status === "open" && (
              <div className="tl-offer-actions">
                <Button size="lg" leftSection={<IconSignature size={20} aria-hidden />} onClick={() => setSigning(true)}>
                  {t("sign.open")}
                </Button>
                <DeclineQuote quoteId={quote.id} />
              </div>
            )}
            <Terms quote={quote} offer={offer} />
          </Stack>
        </Card>
      </aside>
      <QuoteTalk quote={quote} />
      {signing && <SignQuote quote={quote} offer={offer} onClose={() => setSigning(false)} />}
    </div>
  );
}

/** Until when it holds, how soon it is in place, and the document itself. */
function Terms({ quote, offer }: { quote: MyQuote; offer: Offer }) {
  const t = useT("portal-quote");
  const format = useFormat();
  const signed = quote.status === "accepted";
  const told = [
    !signed && offer.validUntil && t("until", { day: format.date(offer.validUntil) }),
    t("version", { version: offer.version }),
  ];
  return (
    <Stack gap={6}>
      {!signed && offer.leadTimeDays > 0 && <Text size="sm">{t("delivery", { count: offer.leadTimeDays })}</Text>}
      <Text size="sm" c="dimmed" className="tl-first-upper">
        {told.filter(Boolean).join(" · ")}
      </Text>
      {!signed && (
        <Anchor
          className="tl-icon-link"
          href={`/api/my/quotes/${quote.id}/versions/${offer.version}/document`}
          target="_blank"
          rel="noreferrer"
        >
          <IconFileTypePdf size={18} aria-hidden /> {t("pdf")}
        </Anchor>
      )}
    </Stack>
  );
}
