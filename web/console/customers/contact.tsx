import "./customers.css";
import { Badge, Button, Group, Menu, MultiSelect, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { IconArrowMerge, IconDots } from "@tabler/icons-react";
import { useState } from "react";
import { useCan } from "../../api/can.ts";
import { api, type client } from "../../api/client.ts";
import { liveAbout } from "../../api/query-client.ts";
import { useT } from "../../i18n/use-t.ts";
import { InlineEdit } from "../../ui/inline-edit.tsx";
import { LinkButton, TextLink } from "../../ui/links.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { Facts, Panel, RecordPage } from "../../ui/record-page.tsx";
import { CardSkeletons } from "../../ui/skeletons.tsx";
import { useWrite } from "../../ui/use-write.ts";
import { DateTime } from "../../ui/values.tsx";
import { EventTimeline } from "../event-timeline.tsx";
import { ConsentsPanel } from "./consents-panel.tsx";
import { contactName, contactRoles } from "./customer-words.ts";
import { MergeContactsDialog } from "./merge-contacts-dialog.tsx";
import { MessagesPanel } from "./messages-panel.tsx";

type ContactRecord = Awaited<ReturnType<typeof client.customers.showContact>>;

/** One person: how to reach them, what they agreed to, what they did. */
export default function Contact() {
  const { contactId = "" } = useParams({ strict: false }) as { contactId?: string };
  const query = useQuery({
    ...api.customers.showContact.queryOptions({ input: { contactId } }),
    ...liveAbout(contactId, "contact", "customer"),
  });
  return (
    <Loaded query={query} skeleton={<CardSkeletons cards={3} />}>
      {(record) => <Record key={record.contact.id} record={record} />}
    </Loaded>
  );
}

function Record({ record }: { record: ContactRecord }) {
  const t = useT("customers");
  const can = useCan();
  const { contact, identifiers, claims } = record;
  const [merging, setMerging] = useState(false);
  const name = contactName(contact);
  return (
    <RecordPage
      title={name}
      subtitle={contact.customerName ?? t("contacts.noAccount")}
      crumbs={[{ label: t("people"), to: "/contacts" }, { label: name }]}
      badges={
        contact.emailUnusable ? (
          <Badge color="red">{t("contacts.unreachable")}</Badge>
        ) : contact.emailVerifiedAt ? (
          <Badge color="teal">{t("contacts.verified")}</Badge>
        ) : undefined
      }
      actions={
        <>
          {can("answer conversations") && (
            <LinkButton variant="default" to="/conversations/new" search={{ contactId: contact.id }}>
              {t("action.conversation")}
            </LinkButton>
          )}
          {can("merge customers") && (
            <Menu position="bottom-end" shadow="md">
              <Menu.Target>
                <Button variant="default" px="xs" aria-label={t("common:action.more")}>
                  <IconDots size={18} aria-hidden />
                </Button>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item leftSection={<IconArrowMerge size={16} aria-hidden />} onClick={() => setMerging(true)}>
                  {t("mergeContacts.action")}
                </Menu.Item>
              </Menu.Dropdown>
            </Menu>
          )}
          {merging && <MergeContactsDialog contact={contact} onClose={() => setMerging(false)} />}
        </>
      }
      facts={<ContactFacts record={record} />}
      timeline={
        <EventTimeline
          about={{ contactId: contact.id }}
          nouns={["contact", "consent", "message", "page", "form", "lead", "quote", "order", "survey", "conversation", "portal"]}
        />
      }
      related={
        <>
          <ConsentsPanel contactId={contact.id} />
          <MessagesPanel contactId={contact.id} />
          {claims.length > 0 && (
            <Panel title={t("claims.title")}>
              <Text size="xs" c="dimmed">
                {t("claims.why")}
              </Text>
              {claims.map((claim) => (
                <Group key={claim.id} justify="space-between" gap="xs" wrap="nowrap">
                  <Text size="sm" className="tl-break">
                    {[claim.name, claim.phone].filter(Boolean).join(" · ")}
                  </Text>
                  <DateTime value={claim.claimedAt} />
                </Group>
              ))}
            </Panel>
          )}
          <Panel title={t("identifiers.title")}>
            {identifiers.map((one) => (
              <Group key={one.id} justify="space-between" gap="xs" wrap="nowrap">
                <Text size="sm" className="tl-break">
                  {one.kind === "visitor" ? `${one.value.slice(0, 8)}…` : one.value}
                </Text>
                <Badge size="sm" className="tl-keep" color={one.invalidAt ? "red" : one.verifiedAt ? "teal" : "gray"}>
                  {one.invalidAt
                    ? t("identifiers.invalid")
                    : one.verifiedAt
                      ? t("identifiers.verified")
                      : t(`identifiers.${one.kind}`)}
                </Badge>
              </Group>
            ))}
          </Panel>
        </>
      }
    />
  );
}

function ContactFacts({ record: { contact } }: { record: ContactRecord }) {
  const t = useT("customers");
  const can = useCan();
  const change = useWrite(api.customers.changeContact.mutationOptions(), { quiet: true });
  const readOnly = !can("change customers");
  const text = (field: "firstName" | "lastName" | "email" | "phone" | "jobTitle") => ({
    label: t(`col.${field}`),
    value: (
      <InlineEdit
        label={t(`col.${field}`)}
        value={contact[field] ?? ""}
        readOnly={readOnly}
        onSave={(value) =>
          change.mutateAsync({
            contactId: contact.id,
            [field]: value.trim() || (field === "firstName" || field === "lastName" ? "" : null),
          })
        }
      />
    ),
  });
  return (
    <Facts
      facts={[
        text("firstName"),
        text("lastName"),
        text("email"),
        text("phone"),
        text("jobTitle"),
        {
          label: t("col.account"),
          value: contact.customerId && (
            <TextLink size="sm" to="/customers/$customerId" params={{ customerId: contact.customerId }}>
              {contact.customerName}
            </TextLink>
          ),
        },
        {
          label: t("col.roles"),
          value: (
            <MultiSelect
              size="xs"
              aria-label={t("col.roles")}
              disabled={readOnly}
              data={contactRoles.map((value) => ({ value, label: t(`role.${value}`) }))}
              value={contact.roles}
              onChange={(roles) => change.mutate({ contactId: contact.id, roles: roles as (typeof contactRoles)[number][] })}
            />
          ),
        },
        {
          label: t("col.locale"),
          value: (
            <InlineEdit
              label={t("col.locale")}
              kind="choice"
              options={[
                { value: "fr", label: t("common:shell.language.fr") },
                { value: "en", label: t("common:shell.language.en") },
              ]}
              value={contact.locale}
              readOnly={readOnly}
              onSave={(locale) => change.mutateAsync({ contactId: contact.id, locale: locale as "en" | "fr" })}
            />
          ),
        },
        { label: t("col.created"), value: <DateTime value={contact.createdAt} /> },
      ]}
    />
  );
}
