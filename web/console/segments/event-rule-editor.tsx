import { ActionIcon, Button, Group, NumberInput, Select, TextInput } from "@mantine/core";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { useMemo } from "react";
import { useT } from "../../i18n/use-t.ts";
import { eventChoices, eventOps, type Rule, whereOps } from "./segment-words.ts";

type EventRule = Extract<Rule, { kind: "event" }>;

/** Something that happened so and so often, within so many days, with these facts. */
export function EventRuleEditor({ rule, onChange }: { rule: EventRule; onChange: (rule: Rule) => void }) {
  const t = useT("segments");
  const events = useMemo(() => eventChoices(t), [t]);
  const where = rule.where ?? [];
  const setWhere = (at: number, change: Partial<(typeof where)[number]> | undefined): void =>
    onChange({ ...rule, where: where.flatMap((one, place) => (place === at ? (change ? [{ ...one, ...change }] : []) : [one])) });
  return (
    <>
      <Select
        size="xs"
        w={240}
        searchable
        label={t("rule.event")}
        allowDeselect={false}
        data={events}
        value={rule.type}
        onChange={(type) => type && onChange({ ...rule, type })}
      />
      <Select
        size="xs"
        w={140}
        label={t("rule.op")}
        allowDeselect={false}
        data={eventOps.map((value) => ({ value, label: t(`op.${value}`) }))}
        value={rule.op}
        onChange={(op) => op && onChange({ ...rule, op: op as typeof rule.op })}
      />
      {rule.op !== "never" && (
        <NumberInput
          size="xs"
          w={80}
          min={1}
          max={1000}
          label={t("rule.times")}
          value={rule.count ?? 1}
          onChange={(count) => onChange({ ...rule, count: Number(count) || 1 })}
        />
      )}
      <NumberInput
        size="xs"
        w={110}
        min={1}
        max={3650}
        label={t("rule.days")}
        value={rule.withinDays ?? ""}
        onChange={(days) => onChange({ ...rule, withinDays: Number(days) || undefined })}
      />
      <Select
        size="xs"
        w={150}
        label={t("rule.of")}
        allowDeselect={false}
        data={[
          { value: "account", label: t("of.account") },
          { value: "person", label: t("of.person") },
        ]}
        value={rule.of ?? "account"}
        onChange={(of) => of && onChange({ ...rule, of: of as "account" | "person" })}
      />
      {where.map((one, at) => (
        <Group key={at} gap={4} align="end" wrap="nowrap">
          <TextInput
            size="xs"
            w={110}
            label={t("rule.fact")}
            value={one.field}
            onChange={(event) => setWhere(at, { field: event.currentTarget.value })}
          />
          <Select
            size="xs"
            w={120}
            label={t("rule.op")}
            allowDeselect={false}
            data={whereOps.map((value) => ({ value, label: t(`op.${value}`) }))}
            value={one.op}
            onChange={(op) => op && setWhere(at, { op: op as typeof one.op })}
          />
          <TextInput
            size="xs"
            w={90}
            label={t("rule.value")}
            value={String(one.value)}
            onChange={(event) => setWhere(at, { value: event.currentTarget.value })}
          />
          <ActionIcon variant="subtle" color="red" aria-label={t("rule.removeFact")} onClick={() => setWhere(at, undefined)}>
            <IconTrash size={14} aria-hidden />
          </ActionIcon>
        </Group>
      ))}
      {where.length < 5 && (
        <Button
          size="compact-xs"
          variant="subtle"
          leftSection={<IconPlus size={12} aria-hidden />}
          onClick={() => onChange({ ...rule, where: [...where, { field: "", op: "is", value: "" }] })}
        >
          {t("rule.addFact")}
        </Button>
      )}
    </>
  );
}
