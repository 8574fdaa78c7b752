import { Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { IconFileText } from "@tabler/icons-react";
import { useCan } from "../../api/can.ts";
import { api } from "../../api/client.ts";
import { live } from "../../api/query-client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { InlineEdit } from "../../ui/inline-edit.tsx";
import { LinkButton, TextLink } from "../../ui/links.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { Facts, Panel, RecordPage } from "../../ui/record-page.tsx";
import { CardSkeletons } from "../../ui/skeletons.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";
import { useWrite } from "../../ui/use-write.ts";
import { DateTime, Money } from "../../ui/values.tsx";
import { EventTimeline } from "../event-timeline.tsx";
import { DealActions } from "./deal-actions.tsx";
import { DealMoves } from "./deal-moves.tsx";
import { DealPayments } from "./deal-payments.tsx";
import { type DealDetail, stageTone } from "./deal-words.ts";
import { markName } from "./opportunity-list.tsx";

/** One deal: where it stands, its customer's one line, its quotes, and the money once it comes in. */
export default function Opportunity() {
  const { opportunityId = "" } = useParams({ strict: false });
  const query = useQuery({
    ...api.opportunities.show.queryOptions({ input: { opportunityId } }),
    ...live("opportunity", "quote", "payment"),
  });
  return (
    <Loaded query={query} skeleton={<CardSkeletons cards={3} />}>
      {(deal) => <DealRecord deal={deal} />}
    </Loaded>
  );
}

function DealRecord({ deal }: { deal: DealDetail }) {
  const t = useT("opportunities");
  const can = useCan();
  const { locale } = useFormat();
  const next = deal.mark ? t(`next.${deal.mark}`) : "";
  const known = next && !next.startsWith("next.") ? next : deal.mark && t("next.marked", { mark: markName(t, deal.mark) });
  return (
    <RecordPage
      title={deal.name}
      subtitle={
        deal.customerId && (
          <TextLink to="/customers/$customerId" params={{ customerId: deal.customerId }}>
            {deal.customerName}
          </TextLink>
        )
      }
      crumbs={[{ label: t("common:area.opportunities"), to: "/opportunities" }, { label: deal.name }]}
      badges={<StatusBadge status={deal.stage} tone={stageTone[deal.stageKind]} label={deal.stageName[locale]} />}
      actions={
        <>
          {can("work on quotes") && deal.customerId && deal.stageKind === "open" && (
            <LinkButton
              variant="default"
              to="/quotes/new"
              search={{ customerId: deal.customerId, opportunityId: deal.id }}
              leftSection={<IconFileText size={16} aria-hidden />}
            >
              {t("action.quote")}
            </LinkButton>
          )}
          <DealActions deal={deal} />
        </>
      }
      next={known ? <Text size="sm">{known}</Text> : undefined}
      facts={<DealFacts deal={deal} />}
      timeline={
        <EventTimeline
          about={deal.customerId ? { customerId: deal.customerId } : { subjectId: deal.id }}
          nouns={["opportunity", "quote", "approval", "order", "payment", "invoice", "message"]}
        />
      }
      related={
        <>
          <Panel title={t("quotes.title")}>
            {deal.quoteIds.length === 0 && <Text size="sm">{t("quotes.none")}</Text>}
            <ul className="tl-plain-list">
              {deal.quoteIds.map((quoteId, index) => (
                <li key={quoteId}>
                  <TextLink to="/quotes/$quoteId" params={{ quoteId }} size="sm">
                    {t("quotes.nth", { n: index + 1 })}
                  </TextLink>
                </li>
              ))}
            </ul>
          </Panel>
          <DealPayments deal={deal} />
          <DealMoves moves={deal.moves} />
        </>
      }
    />
  );
}

function DealFacts({ deal }: { deal: DealDetail }) {
  const t = useT("opportunities");
  const can = useCan();
  const change = useWrite(api.opportunities.change.mutationOptions(), { done: t("common:state.saved") });
  const editable = can("work on opportunities") && deal.stageKind === "open";
  return (
    <Facts
      facts={[
        {
          label: t("col.name"),
          value: editable ? (
            <InlineEdit
              label={t("col.name")}
              value={deal.name}
              onSave={(name) => change.mutateAsync({ opportunityId: deal.id, name })}
            />
          ) : (
            deal.name
          ),
        },
        {
          label: t("col.value"),
          value: deal.valueMinor !== null && <Money minor={deal.valueMinor} currency={deal.currency} />,
        },
        {
          label: t("col.expected"),
          value: editable ? (
            <InlineEdit
              label={t("col.expectedEdit")}
              value={deal.expectedOn ?? ""}
              onSave={(day) => change.mutateAsync({ opportunityId: deal.id, expectedOn: day || null })}
            />
          ) : (
            <DateTime value={deal.expectedOn} />
          ),
        },
        { label: t("col.owner"), value: deal.ownerName },
        { label: t("col.created"), value: <DateTime value={deal.createdAt} time /> },
        ...(deal.closedAt ? [{ label: t("fact.closed"), value: <DateTime value={deal.closedAt} time /> }] : []),
        ...(deal.lostReason ? [{ label: t("fact.lostReason"), value: deal.lostReason }] : []),
        ...(deal.leadId
          ? [
              {
                label: t("fact.lead"),
                value: (
                  <TextLink to="/leads/$leadId" params={{ leadId: deal.leadId }} size="sm">
                    {t("fact.openLead")}
                  </TextLink>
                ),
              },
            ]
          : []),
      ]}
    />
  );
}
