import { Button, Text } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useCan } from "../../api/can.ts";
import { api, type client } from "../../api/client.ts";
import { queryClient } from "../../api/query-client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { Page } from "../../ui/page.tsx";
import { useWrite } from "../../ui/use-write.ts";
import { CatalogTabs } from "./catalog-tabs.tsx";
import { EndDialog } from "./end-dialog.tsx";
import { PlainTable } from "./plain-table.tsx";
import { PromotionDialog } from "./promotion-dialog.tsx";
import { ruleConditions, ruleWords } from "./rule-words.ts";
import { ScheduleDialog } from "./schedule-dialog.tsx";
import { SpanBadge, spanState, Validity } from "./validity.tsx";

type Rule = Awaited<ReturnType<typeof client.pricing.listPriceRules>>["rows"][number];

/** Promotions and discounts by volume, each as a sentence: what it does, on what, until when. */
export default function PriceRules() {
  const t = useT("catalog");
  const format = useFormat();
  const mayChange = useCan()("change prices");
  const [adding, setAdding] = useState<"promotion" | "schedule">();
  const [ending, setEnding] = useState<Rule>();
  const query = useQuery(api.pricing.listPriceRules.queryOptions());
  const end = useWrite(
    api.pricing.endPriceRule.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: api.pricing.key() }),
    }),
    { done: t("done.ended"), quiet: true },
  );
  const add = mayChange && (
    <>
      <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setAdding("schedule")}>
        {t("rule.newSchedule")}
      </Button>
      <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setAdding("promotion")}>
        {t("rule.newPromotion")}
      </Button>
    </>
  );
  return (
    <Page title={t("common:area.catalog")} actions={add}>
      <CatalogTabs />
      <Loaded query={query}>
        {({ rows }) => (
          <PlainTable
            label={t("tab.priceRules")}
            head={[
              t("col.name"),
              t("col.kind"),
              t("rule.does"),
              t("col.valid"),
              t("col.status"),
              ...(mayChange ? [t("col.actions")] : []),
            ]}
            rows={rows.map((row) => ({
              id: row.id,
              cells: [
                row.name,
                t(`rule.${row.kind}`),
                <div key="does" className="tl-wrapped">
                  <Text size="sm">{ruleWords(row.kind, row.rule, t, format)}</Text>
                  <Text size="xs" c="dimmed">
                    {ruleConditions(row.kind, row.rule, t, format)}
                  </Text>
                </div>,
                <Validity key="valid" {...row} />,
                <SpanBadge key="state" {...row} />,
                ...(mayChange
                  ? [
                      spanState(row) !== "over" && (
                        <Button
                          key="end"
                          size="compact-sm"
                          variant="default"
                          aria-label={t("rule.endOf", { name: row.name })}
                          onClick={() => setEnding(row)}
                        >
                          {t("end.action")}
                        </Button>
                      ),
                    ]
                  : []),
              ],
            }))}
            empty={<EmptyState title={t("rule.none")} text={t("rule.noneText")} />}
          />
        )}
      </Loaded>
      {adding === "promotion" && <PromotionDialog onClose={() => setAdding(undefined)} />}
      {adding === "schedule" && <ScheduleDialog onClose={() => setAdding(undefined)} />}
      {ending && (
        <EndDialog
          title={t("rule.endTitle", { name: ending.name })}
          text={t("rule.endText")}
          validFrom={ending.validFrom}
          validUntil={ending.validUntil}
          onClose={() => setEnding(undefined)}
          onEnd={(validUntil) => end.mutateAsync({ priceRuleId: ending.id, validUntil })}
        />
      )}
    </Page>
  );
}
