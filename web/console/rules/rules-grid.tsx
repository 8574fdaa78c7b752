import "../../ui/list.css";
import { Button, Group, SegmentedControl, Text } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { RuleRow } from "./rule-row.tsx";
import type { Analysis, Draft, Fault, Rule, ShownTable, Trial } from "./types.ts";

/** The rules as a table, one row each, in the order they are asked; with `onChange` every cell is a field. */
export function RulesGrid(props: {
  table: ShownTable;
  shown: Draft;
  faults: readonly Fault[];
  analysis: Analysis | null;
  trial: Trial | null;
  onChange: ((draft: Draft) => void) | undefined;
}) {
  const { table, shown, faults, analysis, trial, onChange } = props;
  const t = useT("rules");
  const { locale } = useFormat();
  const set = (rules: Rule[]): void => onChange?.({ ...shown, rules });
  const replace = (at: number, rule: Rule): void => set(shown.rules.map((one, place) => (place === at ? rule : one)));
  const move = (at: number, by: -1 | 1): void => {
    const rules = [...shown.rules];
    rules.splice(at + by, 0, ...rules.splice(at, 1));
    set(rules);
  };
  return (
    <section className="tl-rules-table" aria-label={t("rules")}>
      {onChange && (
        <Group justify="space-between" mb="xs">
          <SegmentedControl
            aria-label={t("policy")}
            size="xs"
            value={shown.hitPolicy}
            onChange={(hitPolicy) => onChange({ ...shown, hitPolicy: hitPolicy as Draft["hitPolicy"] })}
            data={(["first", "collect"] as const).map((value) => ({ value, label: t(`policy.${value}`) }))}
          />
          <Text size="xs" c="dimmed">
            {t("cells.help")}
          </Text>
        </Group>
      )}
      <div className="tl-table-wrap" role="group" aria-label={t("rules")} tabIndex={0}>
        <table className="tl-table tl-rules-grid">
          <thead>
            <tr>
              <th scope="col" title={t(`policy.${shown.hitPolicy}.says`)}>
                {t(`policy.${shown.hitPolicy}.letter`)}
                <span className="tl-hidden"> {t(`policy.${shown.hitPolicy}.says`)}</span>
              </th>
              {table.inputs.map((input) => (
                <th key={input.name} scope="col" data-kind="input">
                  {input.label[locale]}
                </th>
              ))}
              {table.outputs.map((output) => (
                <th key={output.name} scope="col" data-kind="output">
                  {output.label[locale]}
                </th>
              ))}
              <th scope="col">{t("reason")}</th>
              {onChange && <th scope="col">{t("order")}</th>}
            </tr>
          </thead>
          <tbody>
            {shown.rules.map((rule, at) => (
              <RuleRow
                key={rule.id}
                table={table}
                hitPolicy={shown.hitPolicy}
                rule={rule}
                number={at + 1}
                last={at === shown.rules.length - 1}
                faults={faults.filter((fault) => fault.rule === at + 1)}
                analysis={analysis}
                tried={trial?.rules.find((one) => one.rule === rule.id)}
                edit={
                  onChange && {
                    change: (changed) => replace(at, changed),
                    move: (by) => move(at, by),
                    remove: () => set(shown.rules.filter((_, place) => place !== at)),
                  }
                }
              />
            ))}
          </tbody>
        </table>
      </div>
      {shown.rules.length === 0 && (
        <Text c="dimmed" size="sm" mt="xs">
          {t("noRule")}
        </Text>
      )}
      {onChange && (
        <Button
          mt="xs"
          size="xs"
          variant="light"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => set([...shown.rules, emptyRule(table, shown.rules)])}
        >
          {t("addRule")}
        </Button>
      )}
    </section>
  );
}

function emptyRule(table: ShownTable, rules: readonly Rule[]): Rule {
  let count = rules.length + 1;
  while (rules.some(({ id }) => id === `rule_${count}`)) count += 1;
  return {
    id: `rule_${count}`,
    when: {},
    outcome: Object.fromEntries(table.outputs.map(({ name, values }) => [name, values?.[0]?.value ?? ""])),
    reason: { en: "", fr: "" },
  };
}
