import { Button, SimpleGrid, Stack, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { IconCalculator } from "@tabler/icons-react";
import { useCan } from "../../api/can.ts";
import { api } from "../../api/client.ts";
import { live } from "../../api/query-client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { Loaded } from "../../ui/loaded.tsx";
import { Page } from "../../ui/page.tsx";
import { CardSkeletons } from "../../ui/skeletons.tsx";
import { StatCard } from "../../ui/stat-card.tsx";
import { useWrite } from "../../ui/use-write.ts";
import { ActionList } from "./action-list.tsx";
import { ActionRules } from "./action-rules.tsx";
import { isMet, kpiTarget, kpiValue } from "./kpi-words.ts";

const stages = ["discover", "enquire", "choose", "receive", "use", "pay", "stay", "recommend"];

/** Every figure of the journey beside its target, stage by stage; what is done about those that miss it. */
export default function KpiList() {
  const t = useT("kpis");
  const format = useFormat();
  const can = useCan();
  const navigate = useNavigate();
  const kpis = useQuery({ ...api.kpis.list.queryOptions({ input: {} }), ...live("kpi") });
  const evaluate = useWrite(
    { ...api.kpis.evaluate.mutationOptions(), onSuccess: () => void kpis.refetch() },
    { done: t("evaluated") },
  );
  return (
    <Page
      title={t("title")}
      subtitle={t("subtitle")}
      actions={
        can("set targets") && (
          <Button
            variant="default"
            leftSection={<IconCalculator size={16} aria-hidden />}
            loading={evaluate.isPending}
            onClick={() => evaluate.mutate(undefined)}
          >
            {t("evaluate")}
          </Button>
        )
      }
    >
      <Stack gap="xl">
        <Loaded query={kpis} skeleton={<CardSkeletons cards={8} />}>
          {({ rows }) =>
            stages.map((stage) => {
              const mine = rows.filter((kpi) => kpi.stage === stage && kpi.active);
              if (mine.length === 0) return null;
              return (
                <section key={stage} aria-labelledby={`stage-${stage}`}>
                  <Title order={2} size="h4" mb="sm" id={`stage-${stage}`}>
                    {t(`common:stage.${stage}`)}
                  </Title>
                  <SimpleGrid cols={{ base: 1, xs: 2, md: 3, lg: 4 }}>
                    {mine.map((kpi) => (
                      <StatCard
                        key={kpi.key}
                        label={kpi.name[format.locale]}
                        value={kpi.value === null || kpi.n === 0 ? undefined : kpiValue(format, t, kpi.unit, kpi.value)}
                        target={kpiTarget(format, t, kpi)}
                        met={isMet(kpi)}
                        n={kpi.n}
                        tooFew={kpi.n > 0 && kpi.n < kpi.minN}
                        onOpen={() => void navigate({ to: "/kpis/$key", params: { key: kpi.key } })}
                      />
                    ))}
                  </SimpleGrid>
                </section>
              );
            })
          }
        </Loaded>
        <ActionList title={t("actions.title")} />
        <ActionRules names={new Map(kpis.data?.rows.map((kpi) => [kpi.key, kpi.name[format.locale]]))} />
      </Stack>
    </Page>
  );
}
