import { Button, NumberInput, Switch, Text } from "@mantine/core";
import { useState } from "react";
import { useCan } from "../../api/can.ts";
import { api } from "../../api/client.ts";
import { queryClient } from "../../api/query-client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { Panel } from "../../ui/record-page.tsx";
import { useWrite } from "../../ui/use-write.ts";
import { PlainTable } from "../catalog/plain-table.tsx";
import type { LeadSettings } from "./leads.tsx";

type Rule = LeadSettings["rules"][number];

/** What a score is made of: what a lead is, and what it does; each worth so many points. */
export function LeadScoring({ rules }: { rules: LeadSettings["rules"] }) {
  const t = useT("settings");
  return (
    <Panel title={t("leads.scoring")}>
      <Text size="sm" c="dimmed" mb="sm">
        {t("leads.scoringText")}
      </Text>
      {(["engagement", "fit"] as const).map((kind) => (
        <Rules key={kind} kind={kind} rules={rules.filter((rule) => rule.kind === kind)} />
      ))}
    </Panel>
  );
}

function Rules({ kind, rules }: { kind: Rule["kind"]; rules: Rule[] }) {
  const t = useT("settings");
  const editable = useCan()("change lead settings");
  const [drafts, setDrafts] = useState<Record<string, Partial<Rule>>>({});
  const { locale } = useFormat();
  const save = useWrite(
    api.leads.changeScoreRule.mutationOptions({
      onSuccess: async ({ key }) => {
        await queryClient.invalidateQueries({ queryKey: api.leads.settings.key() });
        setDrafts((all) => Object.fromEntries(Object.entries(all).filter(([other]) => other !== key)));
      },
    }),
    { done: t("saved") },
  );
  const figure = (rule: Rule, field: "points" | "halfLifeDays" | "cap", min: number, max: number) => (
    <NumberInput
      size="xs"
      w={96}
      aria-label={t("leads.of", { field: t(`leads.${field}`), rule: rule.label[locale] })}
      min={min}
      max={max}
      allowDecimal={false}
      clampBehavior="strict"
      readOnly={!editable}
      value={rule[field] ?? ""}
      onChange={(value) => set(rule.key, { [field]: value === "" ? null : Number(value) })}
    />
  );
  const set = (key: string, part: Partial<Rule>): void => setDrafts((all) => ({ ...all, [key]: { ...all[key], ...part } }));
  return (
    <div className="tl-lead-rules">
      <PlainTable
        label={t(`leads.${kind}`)}
        head={[
          t(`leads.${kind}`),
          t("leads.points"),
          ...(kind === "engagement" ? [t("leads.halfLifeDays"), t("leads.cap")] : []),
          t("leads.active"),
          ...(editable ? [t("leads.actions")] : []),
        ]}
        rows={rules.map((kept) => {
          const rule = { ...kept, ...drafts[kept.key] };
          const points = rule.points as number | null;
          const changed = (["points", "halfLifeDays", "cap", "active"] as const).some((field) => rule[field] !== kept[field]);
          return {
            id: kept.key,
            cells: [
              <Text key="label" size="sm" {...(!rule.active && { c: "dimmed" })}>
                {rule.label[locale]}
              </Text>,
              figure(rule, "points", -100, 100),
              ...(kind === "engagement" ? [figure(rule, "halfLifeDays", 1, 365), figure(rule, "cap", 1, 200)] : []),
              <Switch
                key="active"
                aria-label={t("leads.of", { field: t("leads.active"), rule: rule.label[locale] })}
                disabled={!editable}
                checked={rule.active}
                onChange={(event) => set(kept.key, { active: event.currentTarget.checked })}
              />,
              ...(editable
                ? [
                    <Button
                      key="save"
                      size="compact-sm"
                      variant="default"
                      aria-label={t("leads.saveRule", { rule: rule.label[locale] })}
                      disabled={!changed || points === null}
                      loading={save.isPending && save.variables.key === kept.key}
                      onClick={() =>
                        save.mutate({
                          key: kept.key,
                          points: rule.points,
                          halfLifeDays: rule.halfLifeDays,
                          cap: rule.cap,
                          active: rule.active,
                        })
                      }
                    >
                      {t("common:action.save")}
                    </Button>,
                  ]
                : []),
            ],
          };
        })}
        empty={null}
      />
    </div>
  );
}
