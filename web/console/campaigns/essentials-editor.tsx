import { Card, NumberInput, Select, SimpleGrid, Stack, Text, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../api/client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { AmountInput } from "../../ui/amount-input.tsx";
import { type Draft, slugOf } from "./draft.ts";

/** What a campaign is: its name, its offer, its address, who it goes to, the form of its page, what it costs. */
export function EssentialsEditor(props: {
  draft: Draft;
  onChange: (change: Partial<Draft>) => void;
  isNew: boolean;
  launched: boolean;
  asked: boolean;
}) {
  const { draft, onChange } = props;
  const t = useT("campaigns");
  const format = useFormat();
  const [slugTouched, setSlugTouched] = useState(!props.isNew);
  const segments = useQuery(api.segments.list.queryOptions({ input: { archived: false } }));
  const forms = useQuery(api.forms.list.queryOptions());
  const missing = (text: string): string | undefined => (props.asked && !text.trim() ? t("edit.fill") : undefined);
  const page = `${location.origin}/p/`;
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
      <Card padding="lg">
        <Stack gap="md">
          <TextInput
            label={t("col.name")}
            description={t("edit.nameHelp")}
            required
            maxLength={120}
            value={draft.name}
            error={missing(draft.name)}
            onChange={(event) => {
              const name = event.currentTarget.value;
              onChange({ name, ...(!slugTouched && { slug: slugOf(name) }) });
            }}
          />
          <TextInput
            label={t("edit.offer")}
            description={t("edit.offerHelp")}
            required
            maxLength={120}
            value={draft.offer}
            error={missing(draft.offer)}
            onChange={(event) => onChange({ offer: event.currentTarget.value })}
          />
          <TextInput
            label={t("edit.slug")}
            description={props.isNew ? `${page}${draft.slug || "…"}` : t("edit.slugSettled")}
            required
            disabled={!props.isNew}
            maxLength={60}
            value={draft.slug}
            error={props.asked && draft.slug.length < 2 ? t("edit.fill") : undefined}
            onChange={(event) => {
              setSlugTouched(true);
              onChange({ slug: event.currentTarget.value.toLowerCase().replaceAll(/[^a-z0-9-]+/g, "-") });
            }}
          />
        </Stack>
      </Card>
      <Card padding="lg">
        <Stack gap="md">
          <Select
            label={t("col.audience")}
            description={t(draft.mail ? "edit.audienceHelp" : "edit.audiencePageOnly")}
            placeholder={t("edit.audienceLater")}
            disabled={props.launched || !draft.mail}
            clearable
            searchable
            data={(segments.data?.rows ?? []).map((one) => ({
              value: one.id,
              label: `${one.name} · ${t("edit.people", { count: one.members, n: format.number(one.members) })}`,
            }))}
            value={draft.segmentId}
            onChange={(segmentId) => onChange({ segmentId })}
          />
          <Select
            label={t("fact.form")}
            description={t("edit.formHelp")}
            placeholder={t("fact.noForm")}
            clearable
            data={(forms.data?.rows ?? [])
              .filter((one) => one.active || one.slug === draft.formSlug)
              .map((one) => ({ value: one.slug, label: one.name[format.locale] }))}
            value={draft.formSlug}
            onChange={(formSlug) => onChange({ formSlug })}
          />
          <AmountInput
            label={t("fact.cost")}
            description={t("edit.costHelp")}
            currency={draft.costCurrency}
            value={draft.costMinor}
            onChange={(costMinor) => onChange({ costMinor })}
          />
          <NumberInput
            label={t("fact.limit")}
            description={t("edit.limitHelp")}
            suffix={"\u00a0%"}
            decimalScale={2}
            min={0.01}
            max={10}
            step={0.1}
            decimalSeparator={format.locale === "fr" ? "," : "."}
            value={draft.unsubscribeLimitBp / 100}
            onChange={(value) => typeof value === "number" && onChange({ unsubscribeLimitBp: Math.round(value * 100) })}
          />
          <Text size="xs" c="dimmed">
            {t("edit.scheduleLater")}
          </Text>
        </Stack>
      </Card>
    </SimpleGrid>
  );
}
