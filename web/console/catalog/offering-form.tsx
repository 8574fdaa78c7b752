import { Alert, Autocomplete, Button, Group, NumberInput, Select, SimpleGrid, Stack, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import { ApiError } from "../../api/api-error.ts";
import { api } from "../../api/client.ts";
import { useT } from "../../i18n/use-t.ts";
import { AmountInput } from "../../ui/amount-input.tsx";
import { LinkButton, type Target } from "../../ui/links.tsx";
import { Panel } from "../../ui/record-page.tsx";
import { CharacteristicsInput } from "./characteristics-input.tsx";
import { MetersInput } from "./meters-input.tsx";
import { type OfferingDraft, offeringProblems } from "./offering-draft.ts";
import { taxName } from "./tax-name.ts";

const kinds = ["product", "service", "subscription", "bundle"] as const;
const deliveries = ["ship", "install", "provision", "none"] as const;
const periods = [1, 2, 3, 6, 12] as const;

/** Everything an offering says of itself, in both languages. Its prices are set apart, in price books. */
export function OfferingForm(props: {
  draft: OfferingDraft;
  isNew: boolean;
  /** Once on sale, how often it is billed no longer changes. */
  wasSold?: boolean;
  submit: string;
  back: Target;
  busy: boolean;
  onSave: (draft: OfferingDraft) => Promise<unknown>;
}) {
  const t = useT("catalog");
  const taxes = useQuery({ ...api.catalog.listTaxRules.queryOptions(), staleTime: 300_000 });
  const others = useQuery({ ...api.catalog.list.queryOptions({ input: { limit: 200 } }), staleTime: 60_000 });
  const form = useForm({ initialValues: props.draft, validate: (values) => offeringProblems(values, t) });
  const { kind } = form.values;
  const rewrite = <K extends "meters" | "characteristics">(part: K, value: OfferingDraft[K]): void => {
    for (const place of Object.keys(form.errors)) if (place.startsWith(part)) form.clearFieldError(place);
    form.setFieldValue(part, value as never);
  };
  const families = [...new Set((others.data?.rows ?? []).map((one) => one.family))].sort();
  const classes = [...new Set([...(taxes.data?.rows ?? []).map((rule) => rule.taxClass), form.values.taxClass])];
  const save = form.onSubmit(
    (values) => {
      props.onSave(values).catch((error: unknown) => {
        if (error instanceof ApiError) form.setErrors(error.fields);
      });
    },
    () => requestAnimationFrame(() => document.querySelector<HTMLElement>("[aria-invalid=true]")?.focus()),
  );
  return (
    <form noValidate onSubmit={save}>
      <Stack gap="md" maw={860}>
        <Panel title={t("form.what")}>
          <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
            <TextInput label={t("form.name.fr")} required maxLength={160} {...form.getInputProps("name.fr")} />
            <TextInput label={t("form.name.en")} required maxLength={160} {...form.getInputProps("name.en")} />
            <Textarea
              label={t("form.description.fr")}
              autosize
              minRows={2}
              maxLength={2000}
              {...form.getInputProps("description.fr")}
            />
            <Textarea
              label={t("form.description.en")}
              autosize
              minRows={2}
              maxLength={2000}
              {...form.getInputProps("description.en")}
            />
            <TextInput
              label={t("col.sku")}
              description={t(props.isNew ? "form.skuHelp" : "form.skuFixed")}
              required
              readOnly={!props.isNew}
              {...(!props.isNew && { variant: "filled" })}
              maxLength={40}
              value={form.values.sku}
              error={form.errors["sku"]}
              onChange={(event) => form.setFieldValue("sku", event.currentTarget.value.toUpperCase())}
            />
            <Autocomplete
              label={t("col.family")}
              description={t("form.familyHelp")}
              required
              maxLength={40}
              data={families}
              {...form.getInputProps("family")}
            />
            <Select
              label={t("col.kind")}
              allowDeselect={false}
              readOnly={!props.isNew}
              {...(!props.isNew && { variant: "filled" })}
              data={kinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
              {...form.getInputProps("kind")}
            />
            <Select
              label={t("fact.taxClass")}
              allowDeselect={false}
              data={classes.map((value) => ({ value, label: taxName(t, value) }))}
              {...form.getInputProps("taxClass")}
            />
          </SimpleGrid>
        </Panel>
        <Panel title={t("form.how")}>
          <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
            <Select
              label={t("col.delivery")}
              allowDeselect={false}
              data={deliveries.map((value) => ({ value, label: t(`delivery.${value}`) }))}
              {...form.getInputProps("delivery")}
            />
            <NumberInput
              label={t("form.leadTime")}
              min={0}
              max={365}
              allowDecimal={false}
              clampBehavior="strict"
              {...form.getInputProps("leadTimeDays")}
            />
            <AmountInput
              label={t("fact.cost")}
              description={t("form.costHelp")}
              currency="EUR"
              value={form.values.unitCostMinor}
              onChange={(minor) => form.setFieldValue("unitCostMinor", minor)}
            />
            {kind === "subscription" && (
              <>
                <Select
                  label={t("fact.period")}
                  {...(props.wasSold && { description: t("form.periodFixed"), variant: "filled" })}
                  readOnly={props.wasSold ?? false}
                  allowDeselect={false}
                  data={[...new Set([...periods.map(String), form.values.everyMonths])].map((value) => ({
                    value,
                    label: t("months", { count: Number(value) }),
                  }))}
                  {...form.getInputProps("everyMonths")}
                />
                <NumberInput
                  label={t("form.term")}
                  description={t("form.termHelp")}
                  min={1}
                  max={120}
                  allowDecimal={false}
                  clampBehavior="strict"
                  {...form.getInputProps("termMonths")}
                />
              </>
            )}
          </SimpleGrid>
        </Panel>
        {kind === "subscription" && (
          <MetersInput value={form.values.meters} errors={form.errors} onChange={(meters) => rewrite("meters", meters)} />
        )}
        <CharacteristicsInput
          value={form.values.characteristics}
          errors={form.errors}
          onChange={(characteristics) => rewrite("characteristics", characteristics)}
        />
        {Object.keys(form.errors).length > 0 && (
          <Alert color="red" role="alert">
            {t("form.wrong", { count: Object.keys(form.errors).length })}
          </Alert>
        )}
        <Group justify="flex-end" gap="xs">
          <LinkButton variant="default" {...props.back}>
            {t("common:action.cancel")}
          </LinkButton>
          <Button type="submit" loading={props.busy}>
            {props.submit}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
