import { Badge, Button, Group, Menu } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { IconArrowMerge, IconDots, IconHistory, IconUserPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useCan } from "../../api/can.ts";
import { api } from "../../api/client.ts";
import { liveAbout } from "../../api/query-client.ts";
import { useT } from "../../i18n/use-t.ts";
import { LinkButton } from "../../ui/links.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { RecordPage } from "../../ui/record-page.tsx";
import { CardSkeletons } from "../../ui/skeletons.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";
import { CustomerConversations } from "../conversations/customer-conversations.tsx";
import { ContactDialog } from "./contact-dialog.tsx";
import { ContactsPanel } from "./contacts-panel.tsx";
import { CountsPanel } from "./counts-panel.tsx";
import { CustomerFacts } from "./customer-facts.tsx";
import { CustomerTimeline } from "./customer-timeline.tsx";
import type { CustomerRecord } from "./customer-words.ts";
import { DuplicatesNotice } from "./duplicates-notice.tsx";
import { HistoryDrawer } from "./history-drawer.tsx";
import { MergeDialog } from "./merge-dialog.tsx";
import { MergesPanel } from "./merges-panel.tsx";
import { RelatedRecords } from "./related-records.tsx";
import { ServicesPanel } from "./services-panel.tsx";
import { ValuePanel } from "./value-panel.tsx";

/** One account: what is known left, its ONE timeline in the middle, people and business right. */
export default function Customer() {
  const { customerId = "" } = useParams({ strict: false }) as { customerId?: string };
  const query = useQuery({
    ...api.customers.show.queryOptions({ input: { customerId } }),
    ...liveAbout(customerId, "customer", "contact", "order", "quote", "invoice", "payment", "subscription"),
  });
  return (
    <Loaded query={query} skeleton={<CardSkeletons cards={3} />}>
      {(record) => <Record key={record.customer.id} record={record} />}
    </Loaded>
  );
}

function Record({ record }: { record: CustomerRecord }) {
  const t = useT("customers");
  const can = useCan();
  const [dialog, setDialog] = useState<"contact" | "merge" | "history">();
  const [field, setField] = useState<string>();
  const { customer, contacts, stage } = record;
  const close = (): void => {
    setDialog(undefined);
    setField(undefined);
  };
  const showHistory = (of?: string): void => {
    setField(of);
    setDialog("history");
  };
  return (
    <>
      <RecordPage
        title={customer.name}
        subtitle={`${customer.number} · ${t(`kind.${customer.kind}`)}`}
        crumbs={[{ label: t("common:area.customers"), to: "/customers" }, { label: customer.name }]}
        badges={
          <Group gap={6}>
            {stage && <StatusBadge status={stage} tone="info" label={t("stageNow", { stage: t(`common:stage.${stage}`) })} />}
            {customer.segment && <Badge color="gray">{customer.segment}</Badge>}
          </Group>
        }
        actions={
          <>
            {can("work on opportunities") && (
              <LinkButton variant="default" to="/opportunities/new" search={{ customerId: customer.id }}>
                {t("action.deal")}
              </LinkButton>
            )}
            {can("work on quotes") && (
              <LinkButton variant="default" to="/quotes/new" search={{ customerId: customer.id }}>
                {t("action.quote")}
              </LinkButton>
            )}
            {can("change customers") && (
              <Button leftSection={<IconUserPlus size={16} aria-hidden />} onClick={() => setDialog("contact")}>
                {t("action.addContact")}
              </Button>
            )}
            <Menu position="bottom-end" shadow="md">
              <Menu.Target>
                <Button variant="default" px="xs" aria-label={t("common:action.more")}>
                  <IconDots size={18} aria-hidden />
                </Button>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item leftSection={<IconHistory size={16} aria-hidden />} onClick={() => showHistory()}>
                  {t("history.title")}
                </Menu.Item>
                {can("merge customers") && (
                  <Menu.Item leftSection={<IconArrowMerge size={16} aria-hidden />} onClick={() => setDialog("merge")}>
                    {t("merge.action")}
                  </Menu.Item>
                )}
              </Menu.Dropdown>
            </Menu>
          </>
        }
        next={
          record.duplicates > 0 && can("merge customers") ? (
            <DuplicatesNotice count={record.duplicates} onOpen={() => setDialog("merge")} />
          ) : undefined
        }
        facts={<CustomerFacts record={record} onHistory={showHistory} />}
        timeline={<CustomerTimeline customerId={customer.id} />}
        related={
          <>
            <ContactsPanel contacts={contacts} />
            <CustomerConversations customerId={customer.id} />
            <ValuePanel customerId={customer.id} />
            <ServicesPanel customerId={customer.id} />
            <RelatedRecords customerId={customer.id} />
            <CountsPanel counts={record.counts} customerId={customer.id} />
            <MergesPanel merges={record.merges} />
          </>
        }
      />
      {dialog === "contact" && <ContactDialog customerId={customer.id} onClose={close} />}
      {dialog === "merge" && <MergeDialog customer={customer} onClose={close} />}
      <HistoryDrawer customerId={customer.id} field={field} opened={dialog === "history"} onClose={close} />
    </>
  );
}
