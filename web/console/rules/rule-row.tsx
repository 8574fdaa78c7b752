import { ActionIcon, Badge, Group, Select, TextInput, Tooltip } from "@mantine/core";
import { IconArrowDown, IconArrowUp, IconCheck, IconTrash, IconX } from "@tabler/icons-react";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { oddities } from "./finding-words.ts";
import type { Analysis, Draft, Fault, Rule, ShownTable, Trial } from "./types.ts";

interface Edit {
  change: (rule: Rule) => void;
  move: (by: -1 | 1) => void;
  remove: () => void;
}

/** One rule: its tests, its answers, why; marked with what is odd about it and with how it judged the facts just tried. */
export function RuleRow(props: {
  table: ShownTable;
  hitPolicy: Draft["hitPolicy"];
  rule: Rule;
  number: number;
  last: boolean;
  faults: readonly Fault[];
  analysis: Analysis | null;
  tried: Trial["rules"][number] | undefined;
  edit: Edit | undefined;
}) {
  const { table, hitPolicy, rule, number, last, faults, analysis, tried, edit } = props;
  const t = useT("rules");
  const { locale } = useFormat();
  const odd = oddities(analysis, number);
  const faultOf = (column: string): string | undefined => faults.find((fault) => fault.column === column)?.message[locale];
  return (
    <tr data-fired={tried?.fired || undefined} data-odd={odd || undefined}>
      <th scope="row">
        <Group gap={6} wrap="nowrap">
          {number}
          {odd && (
            <Badge size="xs" color="orange" variant="light">
              {t(`odd.${odd}`)}
            </Badge>
          )}
          {tried?.fired && (
            <Badge size="xs" color="teal" variant="light">
              {t(`try.fired.${hitPolicy}`)}
            </Badge>
          )}
        </Group>
      </th>
      {table.inputs.map(({ name, label }) => {
        const test = rule.when[name] ?? "";
        const passed = tried?.cells[name];
        return (
          <td key={name} data-passed={passed === undefined ? undefined : passed ? "yes" : "no"}>
            {edit ? (
              <TextInput
                size="xs"
                aria-label={t("cell", { rule: number, column: label[locale] })}
                placeholder="-"
                value={test}
                error={faultOf(name)}
                onChange={(event) => edit.change({ ...rule, when: withTest(rule.when, name, event.currentTarget.value) })}
              />
            ) : (
              <code className="tl-cell">{test === "" ? "–" : test}</code>
            )}
            {passed !== undefined && <Mark passed={passed} t={t} />}
          </td>
        );
      })}
      {table.outputs.map(({ name, label, values }) => {
        const answer = rule.outcome[name] ?? "";
        const set = (value: string): void => edit?.change({ ...rule, outcome: { ...rule.outcome, [name]: value } });
        const field = {
          size: "xs" as const,
          "aria-label": t("cell", { rule: number, column: label[locale] }),
          value: answer,
          error: faultOf(name),
        };
        if (!edit)
          return (
            <td key={name} data-kind="output">
              {values?.find(({ value }) => value === answer)?.label[locale] ?? answer}
            </td>
          );
        return (
          <td key={name} data-kind="output">
            {values ? (
              <Select
                {...field}
                allowDeselect={false}
                data={values.map(({ value, label: words }) => ({ value, label: words[locale] }))}
                onChange={(value) => value && set(value)}
              />
            ) : (
              <TextInput {...field} onChange={(event) => set(event.currentTarget.value)} />
            )}
          </td>
        );
      })}
      <td className="tl-rules-reason">
        {edit
          ? (["en", "fr"] as const).map((language) => (
              <TextInput
                key={language}
                size="xs"
                leftSection={<span className="tl-language">{language.toUpperCase()}</span>}
                aria-label={t(`reason.${language}`, { rule: number })}
                value={rule.reason[language]}
                error={language === "fr" ? faultOf("reason") : faultOf("reason") !== undefined}
                onChange={(event) => edit.change({ ...rule, reason: { ...rule.reason, [language]: event.currentTarget.value } })}
              />
            ))
          : rule.reason[locale]}
      </td>
      {edit && (
        <td>
          <Group gap={2} wrap="nowrap">
            <Do label={t("up", { rule: number })} disabled={number === 1} onClick={() => edit.move(-1)} icon={IconArrowUp} />
            <Do label={t("down", { rule: number })} disabled={last} onClick={() => edit.move(1)} icon={IconArrowDown} />
            <Do label={t("remove", { rule: number })} onClick={edit.remove} icon={IconTrash} />
          </Group>
        </td>
      )}
    </tr>
  );
}

/** An empty cell asks nothing: it is left out rather than kept as an empty test. */
const withTest = (when: Rule["when"], name: string, test: string): Rule["when"] => {
  const { [name]: _, ...others } = when;
  return test.trim() === "" ? others : { ...others, [name]: test };
};

function Mark({ passed, t }: { passed: boolean; t: ReturnType<typeof useT> }) {
  const Icon = passed ? IconCheck : IconX;
  return (
    <span className="tl-cell-mark">
      <Icon size={14} aria-hidden />
      <span className="tl-hidden">{t(passed ? "try.passes" : "try.fails")}</span>
    </span>
  );
}

function Do(props: { label: string; disabled?: boolean; onClick: () => void; icon: typeof IconTrash }) {
  return (
    <Tooltip label={props.label}>
      <ActionIcon
        size="sm"
        variant="subtle"
        color="gray"
        aria-label={props.label}
        disabled={props.disabled ?? false}
        onClick={props.onClick}
      >
        <props.icon size={15} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}
