import { Group, Paper, SegmentedControl, SimpleGrid, Stack, Text } from "@mantine/core";
import { IconChecklist } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useCan } from "../../api/can.ts";
import { api } from "../../api/client.ts";
import { live } from "../../api/query-client.ts";
import { useT } from "../../i18n/use-t.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { TextLink } from "../../ui/links.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { Page } from "../../ui/page.tsx";
import { CardSkeletons } from "../../ui/skeletons.tsx";
import { useListState } from "../../ui/use-list-state.ts";
import { Money } from "../../ui/values.tsx";
import { ApprovalCard } from "./approval-card.tsx";
import { ApprovalLimits } from "./approval-limits.tsx";

/** What waits for an answer, the most urgent first: everything to decide on is on the card. */
export default function Approvals() {
  const t = useT("quotes");
  const can = useCan();
  const list = useListState();
  const view = list.pick("view", ["mine", "all"] as const) ?? "mine";
  const approvals = useQuery({
    ...api.approvals.list.queryOptions({ input: view === "mine" ? { mine: true, limit: 50 } : { status: "pending", limit: 50 } }),
    ...live("approval"),
  });
  return (
    <Page title={t("approvals.title")} crumbs={[{ label: t("title"), to: "/quotes" }, { label: t("approvals.title") }]}>
      <SegmentedControl
        mb="md"
        aria-label={t("approvals.title")}
        value={view}
        onChange={(next) => list.setFilter("view", next)}
        data={[
          { value: "mine", label: t("approvals.mine") },
          { value: "all", label: t("approvals.all") },
        ]}
      />
      <Loaded query={approvals} skeleton={<CardSkeletons cards={3} />}>
        {({ rows }) =>
          rows.length === 0 ? (
            <EmptyState icon={IconChecklist} title={t("approvals.none")} text={t("approvals.noneText")} />
          ) : (
            <SimpleGrid cols={{ base: 1, md: 2, xl: 3 }}>
              {rows.map((approval) => (
                <Paper key={approval.id} withBorder p="md" component="article" aria-label={approval.quoteNumber}>
                  <Stack gap="sm">
                    <Group justify="space-between" align="start">
                      <div>
                        <TextLink to="/quotes/$quoteId" params={{ quoteId: approval.quoteId }} fw={600}>
                          {approval.quoteNumber} · v{approval.version}
                        </TextLink>
                        <Text size="sm" c="dimmed">
                          {approval.customerName}
                        </Text>
                      </div>
                      <Text fw={600} component="span">
                        <Money minor={approval.totalMinor} currency={approval.currency} />
                      </Text>
                    </Group>
                    <ApprovalCard approval={approval} />
                  </Stack>
                </Paper>
              ))}
            </SimpleGrid>
          )
        }
      </Loaded>
      {can("read decision tables") && <ApprovalLimits />}
    </Page>
  );
}
