import { ActionIcon, Group, MultiSelect, NumberInput, Select, TextInput } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { useT } from "../../i18n/use-t.ts";
import { stages } from "../customers/customer-words.ts";
import { consentStates, emptyRule, fieldOps, fields, hasValue, type Rule, ruleKinds } from "./segment-words.ts";
import { EventRuleEditor } from "./event-rule-editor.tsx";
import { useRuleNames } from "./use-rule-names.ts";

type Kind = (typeof ruleKinds)[number];

/** One rule: what it looks at, and what it asks for. `self`: a segment may not build on itself. */
export function RuleEditor({
  rule,
  self,
  onChange,
  onRemove,
}: {
  rule: Rule;
  self: string | undefined;
  onChange: (rule: Rule) => void;
  onRemove?: () => void;
}) {
  const t = useT("segments");
  return (
    <Group gap="xs" align="end" wrap="wrap">
      <Select
        size="xs"
        w={170}
        label={t("rule.kind")}
        allowDeselect={false}
        data={ruleKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
        value={rule.kind}
        onChange={(kind) => kind && onChange(emptyRule(kind as Kind))}
      />
      <Details rule={rule} self={self} onChange={onChange} />
      {onRemove && (
        <ActionIcon variant="subtle" color="red" aria-label={t("rule.remove")} onClick={onRemove}>
          <IconTrash size={16} aria-hidden />
        </ActionIcon>
      )}
    </Group>
  );
}

function Details({ rule, self, onChange }: { rule: Rule; self: string | undefined; onChange: (rule: Rule) => void }) {
  const t = useT("segments");
  const names = useRuleNames();
  if (rule.kind === "event") return <EventRuleEditor rule={rule} onChange={onChange} />;
  if (rule.kind === "field") {
    return (
      <>
        <Select
          size="xs"
          w={190}
          searchable
          label={t("rule.field")}
          allowDeselect={false}
          data={fields.map((value) => ({ value, label: t(`field.${value}`) }))}
          value={rule.field}
          onChange={(field) => field && onChange({ ...rule, field: field as typeof rule.field })}
        />
        <Select
          size="xs"
          w={150}
          label={t("rule.op")}
          allowDeselect={false}
          data={fieldOps.map((value) => ({ value, label: t(`op.${value}`) }))}
          value={rule.op}
          onChange={(op) => op && onChange({ ...rule, op: op as typeof rule.op })}
        />
        {hasValue(rule.op) && (
          <TextInput
            size="xs"
            w={190}
            label={t("rule.value")}
            type={rule.op === "after" || rule.op === "before" ? "date" : "text"}
            value={String(rule.value ?? "")}
            onChange={(event) => onChange({ ...rule, value: event.currentTarget.value })}
          />
        )}
      </>
    );
  }
  if (rule.kind === "consent") {
    return (
      <>
        <Select
          size="xs"
          w={230}
          label={t("rule.purpose")}
          allowDeselect={false}
          data={[...names.purposes].map(([value, label]) => ({ value, label }))}
          value={rule.purpose}
          onChange={(purpose) => purpose && onChange({ ...rule, purpose })}
        />
        <IsOrNot not={rule.not} onChange={(not) => onChange({ ...rule, not })} />
        <Select
          size="xs"
          w={160}
          label={t("rule.state")}
          allowDeselect={false}
          data={consentStates.map((value) => ({ value, label: t(`consent.${value}`) }))}
          value={rule.state}
          onChange={(state) => state && onChange({ ...rule, state: state as typeof rule.state })}
        />
      </>
    );
  }
  if (rule.kind === "stage") {
    return (
      <>
        <IsOrNot not={rule.not} onChange={(not) => onChange({ ...rule, not })} />
        <MultiSelect
          size="xs"
          miw={230}
          label={t("rule.stages")}
          data={stages.map((value) => ({ value, label: t(`common:stage.${value}`) }))}
          value={rule.stages}
          onChange={(chosen) => onChange({ ...rule, stages: chosen as typeof rule.stages })}
        />
      </>
    );
  }
  if (rule.kind === "segment") {
    return (
      <>
        <IsOrNot not={rule.not} onChange={(not) => onChange({ ...rule, not })} />
        <Select
          size="xs"
          w={260}
          searchable
          label={t("rule.segment")}
          data={[...names.segments].filter(([id]) => id !== self).map(([value, label]) => ({ value, label }))}
          value={rule.segmentId || null}
          onChange={(segmentId) => onChange({ ...rule, segmentId: segmentId ?? "" })}
        />
      </>
    );
  }
  return <NumberInput size="xs" disabled label={rule.kind} />;
}

/** Whether a rule holds for those it names, or for the others. */
function IsOrNot({ not, onChange }: { not: boolean; onChange: (not: boolean) => void }) {
  const t = useT("segments");
  return (
    <Select
      size="xs"
      w={100}
      label={t("rule.op")}
      allowDeselect={false}
      data={[
        { value: "is", label: t("is") },
        { value: "not", label: t("isNot") },
      ]}
      value={not ? "not" : "is"}
      onChange={(value) => onChange(value === "not")}
    />
  );
}
