import { Anchor, Select, Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useCan } from "../../api/can.ts";
import { api } from "../../api/client.ts";
import { useT } from "../../i18n/use-t.ts";
import { InlineEdit } from "../../ui/inline-edit.tsx";
import { TextLink } from "../../ui/links.tsx";
import { Facts, Panel } from "../../ui/record-page.tsx";
import { useWrite } from "../../ui/use-write.ts";
import { DateTime } from "../../ui/values.tsx";
import { CustomerTimeline } from "../customers/customer-timeline.tsx";
import { RelatedRecords } from "../customers/related-records.tsx";
import { useOwners } from "../use-owners.ts";
import { asOptions, type ConversationDetail, kinds, personOf, priorities } from "./conversation-words.ts";
import { CustomerConversations } from "./customer-conversations.tsx";
import { PromiseClocks } from "./promise-clocks.tsx";
import { useRefreshed } from "./use-refreshed.ts";

/** What was promised, whose it is, and who the customer is, beside their words. */
export function ConversationSide({ conversation }: { conversation: ConversationDetail }) {
  const t = useT("conversations");
  const can = useCan();
  const { customerId } = conversation;
  return (
    <aside className="tl-desk-side" aria-label={t("side")}>
      <Panel title={t("promises")}>
        <PromiseClocks clocks={conversation.clocks} />
      </Panel>
      <Panel title={t("customer")}>
        <CustomerFacts conversation={conversation} />
      </Panel>
      <Panel title={t("handling")}>
        <Handling conversation={conversation} />
      </Panel>
      {customerId && <CustomerConversations customerId={customerId} but={conversation.id} />}
      {customerId && <RelatedRecords customerId={customerId} />}
      {customerId && can("read customers") && (
        <Panel title={t("common:record.timeline")}>
          <CustomerTimeline customerId={customerId} quiet />
        </Panel>
      )}
    </aside>
  );
}

function Handling({ conversation }: { conversation: ConversationDetail }) {
  const t = useT("conversations");
  const can = useCan();
  const owners = useOwners();
  const refreshed = useRefreshed();
  const assign = useWrite(api.conversations.assign.mutationOptions(refreshed), { done: t("done.assigned") });
  const change = useWrite(api.conversations.change.mutationOptions(refreshed));
  const conversationId = conversation.id;
  const readOnly = !can("answer conversations") || conversation.status === "merged";
  const people = owners.people.some((one) => one.value === conversation.assigneeId)
    ? owners.people
    : [
        ...owners.people,
        ...(conversation.assigneeId ? [{ value: conversation.assigneeId, label: conversation.assigneeName ?? "" }] : []),
      ];
  return (
    <Stack gap="sm">
      <Select
        size="sm"
        label={t("col.assignee")}
        searchable
        disabled={readOnly}
        allowDeselect={false}
        placeholder={conversation.handledBy === "assistant" ? t("by.assistant") : t("nobody")}
        data={[{ value: "anyone", label: t("leastBusy") }, ...people]}
        value={conversation.assigneeId}
        onChange={(to) =>
          to && to !== conversation.assigneeId && assign.mutate({ conversationId, ...(to !== "anyone" && { assigneeId: to }) })
        }
      />
      <Select
        size="sm"
        label={t("col.priority")}
        disabled={readOnly}
        allowDeselect={false}
        data={asOptions(priorities, t, "priority")}
        value={conversation.priority}
        onChange={(priority) => priority && change.mutate({ conversationId, priority: priority as (typeof priorities)[number] })}
      />
      <Select
        size="sm"
        label={t("col.kind")}
        disabled={readOnly}
        allowDeselect={false}
        data={asOptions(kinds, t, "kind")}
        value={conversation.kind}
        onChange={(kind) => kind && change.mutate({ conversationId, kind: kind as (typeof kinds)[number] })}
      />
      <Facts
        facts={[
          {
            label: t("col.subject"),
            value: (
              <InlineEdit
                label={t("col.subject")}
                value={conversation.subject}
                readOnly={readOnly}
                onSave={(subject) => change.mutateAsync({ conversationId, subject })}
              />
            ),
          },
          ...(conversation.reason ? [{ label: t("col.reason"), value: conversation.reason }] : []),
          ...(conversation.teamName ? [{ label: t("col.team"), value: conversation.teamName }] : []),
          { label: t("col.opened"), value: <DateTime value={conversation.openedAt} time /> },
          ...(conversation.snoozedUntil
            ? [{ label: t("col.snoozedUntil"), value: <DateTime value={conversation.snoozedUntil} time /> }]
            : []),
          ...(conversation.rating
            ? [
                {
                  label: t("col.rating"),
                  value: `${conversation.rating} / 5${conversation.ratingComment ? ` · ${conversation.ratingComment}` : ""}`,
                },
              ]
            : []),
        ]}
      />
    </Stack>
  );
}

function CustomerFacts({ conversation }: { conversation: ConversationDetail }) {
  const t = useT("conversations");
  const { contactId, customerId, contactEmail } = conversation;
  const can = useCan();
  const contact = useQuery({
    ...api.customers.showContact.queryOptions({ input: { contactId: contactId ?? "" } }),
    enabled: !!contactId && can("read customers"),
  });
  const customer = useQuery({
    ...api.customers.show.queryOptions({ input: { customerId: customerId ?? "" } }),
    enabled: !!customerId && can("read customers"),
  });
  const phone = contact.data?.contact.phone;
  const stage = customer.data?.stage;
  return (
    <Facts
      facts={[
        {
          label: t("col.who"),
          value: contactId ? (
            <TextLink size="sm" to="/contacts/$contactId" params={{ contactId }}>
              {personOf(conversation, t)}
            </TextLink>
          ) : (
            personOf(conversation, t)
          ),
        },
        ...(customerId
          ? [
              {
                label: t("col.account"),
                value: (
                  <TextLink size="sm" to="/customers/$customerId" params={{ customerId }}>
                    {conversation.customerName}
                  </TextLink>
                ),
              },
            ]
          : []),
        ...(contactEmail
          ? [
              {
                label: t("col.email"),
                value: (
                  <Anchor size="sm" href={`mailto:${contactEmail}`}>
                    {contactEmail}
                  </Anchor>
                ),
              },
            ]
          : []),
        ...(phone
          ? [
              {
                label: t("col.phone"),
                value: (
                  <Anchor size="sm" href={`tel:${phone.replaceAll(" ", "")}`}>
                    {phone}
                  </Anchor>
                ),
              },
            ]
          : []),
        { label: t("col.locale"), value: t(`common:shell.language.${conversation.locale}`) },
        ...(stage ? [{ label: t("col.stage"), value: t(`common:stage.${stage}`) }] : []),
        ...(customer.data?.customer.ownerName ? [{ label: t("col.owner"), value: customer.data.customer.ownerName }] : []),
      ]}
    />
  );
}
