import "./campaigns.css";
import { Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useState } from "react";
import { api } from "../../api/client.ts";
import { live, liveAbout } from "../../api/query-client.ts";
import { type Format, useFormat } from "../../i18n/use-format.ts";
import { type T, useT } from "../../i18n/use-t.ts";
import { TextLink } from "../../ui/links.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { Facts, RecordPage } from "../../ui/record-page.tsx";
import { CardSkeletons } from "../../ui/skeletons.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";
import { DateTime, Money } from "../../ui/values.tsx";
import { EventTimeline } from "../event-timeline.tsx";
import { AddressPanel } from "./address-panel.tsx";
import { CampaignActions } from "./campaign-actions.tsx";
import { type Campaign, campaignTone, type FigureName } from "./campaign-words.ts";
import { FigureDrawer } from "./figure-drawer.tsx";
import { MailPanel } from "./mail-panel.tsx";
import { ResultsPanel } from "./results-panel.tsx";
import { TouchesPanel } from "./touches-panel.tsx";

/** One campaign: what it says, to whom, what came of it down to the money, and everything that happened to it. */
export default function CampaignScreen() {
  const { campaignId = "" } = useParams({ strict: false }) as { campaignId?: string };
  const query = useQuery({
    ...api.campaigns.show.queryOptions({ input: { campaignId } }),
    ...liveAbout(campaignId, "campaign"),
  });
  return (
    <Loaded query={query} skeleton={<CardSkeletons cards={3} />}>
      {(campaign) => <Record campaign={campaign} />}
    </Loaded>
  );
}

function Record({ campaign }: { campaign: Campaign }) {
  const t = useT("campaigns");
  const format = useFormat();
  const [figure, setFigure] = useState<FigureName>();
  const results = useQuery({
    ...api.campaigns.results.queryOptions({ input: { campaignId: campaign.id } }),
    ...live("campaign", "message", "page", "form", "lead", "opportunity", "order", "payment", "consent"),
  });
  const next = nextStep(campaign, t, format);
  return (
    <RecordPage
      title={campaign.name}
      subtitle={campaign.offer}
      crumbs={[{ label: t("common:area.campaigns"), to: "/campaigns" }, { label: campaign.name }]}
      badges={
        <StatusBadge status={campaign.status} tone={campaignTone[campaign.status]} label={t(`status.${campaign.status}`)} />
      }
      actions={<CampaignActions campaign={campaign} />}
      next={next && <Text>{next}</Text>}
      facts={<CampaignFacts campaign={campaign} leads={results.data?.leads ?? 0} />}
      main={
        <>
          <Loaded query={results} skeleton={<CardSkeletons cards={2} />}>
            {(data) => (
              <>
                <ResultsPanel campaign={campaign} results={data} onOpen={setFigure} />
                {data.touches.length > 0 && <TouchesPanel touches={data.touches} />}
              </>
            )}
          </Loaded>
          <div className="tl-campaign-words">
            <MailPanel campaign={campaign} />
            <AddressPanel campaign={campaign} />
          </div>
          <FigureDrawer
            campaignId={campaign.id}
            figure={figure}
            title={figure ? t(`figure.${figure}`) : ""}
            onClose={() => setFigure(undefined)}
          />
        </>
      }
      timeline={<EventTimeline about={{ subjectId: campaign.id }} nouns={["campaign"]} />}
    />
  );
}

function CampaignFacts({ campaign, leads }: { campaign: Campaign; leads: number }) {
  const t = useT("campaigns");
  const format = useFormat();
  const { costMinor, costCurrency } = campaign;
  const ordered = campaign.money.find((sum) => sum.currency === costCurrency)?.orderedMinor;
  return (
    <Facts
      facts={[
        {
          label: t("col.audience"),
          value: campaign.segmentId ? (
            <TextLink to="/segments/$segmentId" params={{ segmentId: campaign.segmentId }}>
              {campaign.segmentName}
            </TextLink>
          ) : (
            t("audience.pageOnly")
          ),
        },
        {
          label: t("fact.form"),
          value: campaign.formSlug ? <TextLink to="/campaigns/forms">{campaign.formSlug}</TextLink> : t("fact.noForm"),
        },
        ...(campaign.launchedAt
          ? [{ label: t("fact.launched"), value: <DateTime value={campaign.launchedAt} time /> }]
          : [
              {
                label: t("fact.starts"),
                value: campaign.startsAt ? <DateTime value={campaign.startsAt} time /> : t("fact.byHand"),
              },
            ]),
        {
          label: t(campaign.endedAt ? "fact.ended" : "fact.ends"),
          value:
            campaign.endedAt || campaign.endsAt ? (
              <DateTime value={campaign.endedAt ?? campaign.endsAt} time />
            ) : (
              t("fact.byHand")
            ),
        },
        {
          label: t("fact.cost"),
          value: costMinor === null ? t("fact.costUnknown") : <Money minor={costMinor} currency={costCurrency} />,
        },
        ...(costMinor !== null && leads > 0
          ? [{ label: t("fact.costPerLead"), value: <Money minor={perPiece(costMinor, leads)} currency={costCurrency} /> }]
          : []),
        ...(costMinor !== null && costMinor !== "0" && ordered
          ? [
              {
                label: t("fact.return"),
                value: t("fact.returnValue", { n: format.number(Number(BigInt(ordered)) / Number(BigInt(costMinor)), 1) }),
              },
            ]
          : []),
        {
          label: t("fact.limit"),
          value: t("fact.limitValue", { limit: format.percent(campaign.unsubscribeLimitBp / 10_000, 2) }),
        },
      ]}
    />
  );
}

/** Minor units for one of so many, rounded half up. */
const perPiece = (minor: string, pieces: number): bigint => (BigInt(minor) + BigInt(pieces) / 2n) / BigInt(pieces);

function nextStep(campaign: Campaign, t: T, format: Format): string | undefined {
  if (campaign.status === "paused") return t("next.paused", { reason: campaign.pauseReason ?? "" });
  if (campaign.status !== "draft") return undefined;
  if (campaign.startsAt) return t("next.scheduled", { when: format.dateTime(campaign.startsAt) });
  return t(campaign.hasMail && !campaign.segmentId ? "next.audience" : "next.launch");
}
