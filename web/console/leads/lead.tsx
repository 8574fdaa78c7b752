import { Anchor, Badge, Group, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { api } from "../../api/client.ts";
import { liveAbout } from "../../api/query-client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { CardSkeletons } from "../../ui/skeletons.tsx";
import { TextLink } from "../../ui/links.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { Facts, Panel, RecordPage } from "../../ui/record-page.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";
import { DateTime } from "../../ui/values.tsx";
import { EventTimeline } from "../event-timeline.tsx";
import { LeadActions } from "./lead-actions.tsx";
import { LeadClock } from "./lead-clock.tsx";
import { sourceName } from "./lead-list.tsx";
import { type LeadDetail, leadTone } from "./lead-words.ts";
import { ScoreReasons } from "./score-reasons.tsx";

/** One lead: how warm and why, how long they have waited, everything they did, what can be done now. */
export default function Lead() {
  const { leadId = "" } = useParams({ strict: false });
  const query = useQuery({ ...api.leads.show.queryOptions({ input: { leadId } }), ...liveAbout(leadId, "lead") });
  return (
    <Loaded query={query} skeleton={<CardSkeletons cards={3} />}>
      {(lead) => <LeadRecord lead={lead} />}
    </Loaded>
  );
}

function LeadRecord({ lead }: { lead: LeadDetail }) {
  const t = useT("leads");
  const format = useFormat();
  const next = nextStep(lead, t, format.relative);
  return (
    <RecordPage
      title={lead.name}
      subtitle={lead.company ?? undefined}
      crumbs={[{ label: t("common:area.leads"), to: "/leads" }, { label: lead.name }]}
      badges={
        <Group gap={6}>
          <StatusBadge status={lead.status} tone={leadTone[lead.status]} label={t(`status.${lead.status}`)} />
          <LeadClock lead={lead} />
        </Group>
      }
      actions={<LeadActions lead={lead} />}
      next={next && <Text size="sm">{next}</Text>}
      facts={<LeadFacts lead={lead} />}
      timeline={
        <EventTimeline
          about={lead.contactId ? { contactId: lead.contactId } : { subjectId: lead.id }}
          nouns={["lead", "page", "form", "message", "consent", "basket", "quote", "opportunity"]}
        />
      }
      related={
        <Panel
          title={t("score.title")}
          action={
            <Group gap={6}>
              <Text fw={680} size="lg" span>
                {lead.score}
              </Text>
              <Badge color="gray">{lead.grade}</Badge>
            </Group>
          }
        >
          <ScoreReasons fit={lead.fit} engagement={lead.engagement} reasons={lead.reasons} />
        </Panel>
      }
    />
  );
}

function LeadFacts({ lead }: { lead: LeadDetail }) {
  const t = useT("leads");
  const marks = ["utm_source", "utm_medium", "utm_campaign", "utm_term", "utm_content"] as const;
  const utm = marks.flatMap((mark) => {
    const value = lead.utm[mark];
    return value && value !== lead.source ? [{ label: t(`fact.${mark}`), value }] : [];
  });
  return (
    <Facts
      facts={[
        {
          label: t("col.email"),
          value: lead.email && (
            <Anchor size="sm" href={`mailto:${lead.email}`}>
              {lead.email}
            </Anchor>
          ),
        },
        {
          label: t("col.phone"),
          value: lead.phone && (
            <>
              <Anchor size="sm" href={`tel:${lead.phone.replaceAll(" ", "")}`}>
                {lead.phone}
              </Anchor>
              {lead.phoneClaimed && (
                <Text size="xs" c="dimmed">
                  {t("fact.phoneClaimed")}
                </Text>
              )}
            </>
          ),
        },
        { label: t("col.owner"), value: lead.ownerName },
        { label: t("col.source"), value: sourceName(t, lead.source) },
        { label: t("fact.handedOver"), value: lead.handedOverAt && <DateTime value={lead.handedOverAt} time /> },
        { label: t("fact.respondBy"), value: lead.respondBy && <DateTime value={lead.respondBy} time /> },
        { label: t("fact.responded"), value: lead.respondedAt && <DateTime value={lead.respondedAt} time /> },
        { label: t("col.created"), value: <DateTime value={lead.createdAt} time /> },
        ...utm,
        ...(lead.closeReason ? [{ label: t("fact.closeReason"), value: lead.closeReason }] : []),
        ...(lead.customerId
          ? [
              {
                label: t("fact.customer"),
                value: (
                  <TextLink to="/customers/$customerId" params={{ customerId: lead.customerId }}>
                    {lead.company ?? lead.name}
                  </TextLink>
                ),
              },
            ]
          : []),
        ...(lead.opportunityId
          ? [
              {
                label: t("fact.opportunity"),
                value: (
                  <TextLink to="/opportunities/$opportunityId" params={{ opportunityId: lead.opportunityId }}>
                    {t("fact.openDeal")}
                  </TextLink>
                ),
              },
            ]
          : []),
      ]}
    />
  );
}

/** The one thing to do next, or nothing. */
function nextStep(
  lead: LeadDetail,
  t: (key: string, values?: Record<string, string | number>) => string,
  relative: (at: string) => string,
): string | undefined {
  if (lead.respondBy && !lead.respondedAt && !lead.closedAt)
    return t(lead.late ? "next.respondLate" : "next.respond", { name: lead.name, when: relative(lead.respondBy) });
  if (lead.status === "working") return t("next.qualify");
  if (["new", "nurturing", "recycled"].includes(lead.status)) return t("next.nurture", { score: lead.score });
  return undefined;
}
