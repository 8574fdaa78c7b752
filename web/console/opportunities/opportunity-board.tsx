import { Badge, Group, Select, Text } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useCan } from "../../api/can.ts";
import { api, client } from "../../api/client.ts";
import { live } from "../../api/query-client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { Board } from "../../ui/board.tsx";
import { CardSkeletons } from "../../ui/skeletons.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { Page } from "../../ui/page.tsx";
import { ReasonDialog } from "../../ui/reason-dialog.tsx";
import { useListState } from "../../ui/use-list-state.ts";
import { Money } from "../../ui/values.tsx";
import { useOwners } from "../use-owners.ts";
import { DealViews } from "./deal-views.tsx";
import type { Deal } from "./deal-words.ts";
import { NewDealButton } from "./new-deal-button.tsx";
import { markName } from "./opportunity-list.tsx";

/** Deals by stage, moved with mouse, finger or keyboard; what each stage holds and weighs above it. */
export default function OpportunityBoard() {
  const t = useT("opportunities");
  const { locale } = useFormat();
  const can = useCan();
  const navigate = useNavigate();
  const cache = useQueryClient();
  const owners = useOwners("seller");
  const list = useListState();
  const [losing, setLosing] = useState<{ deal: Deal; done: (lost: boolean) => void }>();
  const ownerId = owners.of(list.filters["owner"]);
  const options = api.opportunities.board.queryOptions({ input: { ...(ownerId && { ownerId }), perStage: 50 } });
  const board = useQuery({ ...options, ...live("opportunity", "lead", "quote") });
  const stages = board.data?.stages ?? [];

  const move = async (deal: Deal, to: string): Promise<void> => {
    const kind = stages.find((stage) => stage.key === to)?.kind;
    if (kind === "won") await client.opportunities.win({ opportunityId: deal.id });
    else if (kind === "lost") await new Promise<void>((resolve) => setLosing({ deal, done: () => resolve() }));
    else await client.opportunities.advance({ opportunityId: deal.id, stage: to });
    await cache.invalidateQueries({ queryKey: options.queryKey });
  };
  const canMove = (deal: Deal, to: string): boolean => {
    if (!can("work on opportunities") || deal.stageKind === "won") return false;
    return deal.stageKind === "open" || stages.find((stage) => stage.key === to)?.kind === "open";
  };
  return (
    <Page
      title={t("common:area.opportunities")}
      actions={
        <>
          <Select
            aria-label={t("col.owner")}
            placeholder={t("filter.everyone")}
            data={owners.filterOptions}
            value={list.filters["owner"] ?? null}
            onChange={(value) => list.setFilter("owner", value ?? undefined)}
            clearable
            w={200}
          />
          <DealViews view="board" />
          <NewDealButton />
        </>
      }
    >
      <Loaded query={board} skeleton={<CardSkeletons cards={4} />}>
        {() => (
          <Board
            columns={stages.map((stage) => ({
              id: stage.key,
              name: stage.name[locale],
              note: stage.totals.map((total) => (
                <Text key={total.currency} size="xs" c="dimmed" component="div">
                  <Money minor={total.valueMinor} currency={total.currency} short />
                  {stage.kind === "open" && (
                    <>
                      {" · "}
                      {t("board.weighted")} <Money minor={total.weightedMinor} currency={total.currency} short />
                    </>
                  )}
                </Text>
              )),
              cards: stage.rows,
            }))}
            cardId={(deal) => deal.id}
            card={(deal) => <DealCard deal={deal} />}
            onOpen={(deal) => void navigate({ to: "/opportunities/$opportunityId", params: { opportunityId: deal.id } as never })}
            canMove={canMove}
            onMove={move}
          />
        )}
      </Loaded>
      <ReasonDialog
        title={t("lose.title")}
        label={t("lose.reason")}
        action={t("action.lose")}
        danger
        opened={!!losing}
        onClose={() => {
          losing?.done(false);
          setLosing(undefined);
        }}
        onSubmit={async (reason) => {
          if (losing) await client.opportunities.lose({ opportunityId: losing.deal.id, reason });
        }}
      />
    </Page>
  );
}

function DealCard({ deal }: { deal: Deal }) {
  const t = useT("opportunities");
  return (
    <>
      <Text size="sm" fw={600}>
        {deal.name}
      </Text>
      {deal.customerName && (
        <Text size="xs" c="dimmed">
          {deal.customerName}
        </Text>
      )}
      <Group justify="space-between" mt={6} gap={6}>
        <Text size="sm" span>
          {deal.valueMinor !== null && <Money minor={deal.valueMinor} currency={deal.currency} />}
        </Text>
        {deal.mark && <Badge color="yellow">{markName(t, deal.mark)}</Badge>}
      </Group>
      {deal.ownerName && (
        <Text size="xs" c="dimmed" mt={4}>
          {deal.ownerName}
        </Text>
      )}
    </>
  );
}
