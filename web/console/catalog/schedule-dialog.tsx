import { Checkbox, Group, Select } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useT } from "../../i18n/use-t.ts";
import { BandsInput } from "./bands-input.tsx";
import { readDecimal, readPercent } from "./decimal.ts";
import { bandProblems } from "./price-draft.ts";
import { basicsProblems, emptyBasics, scopeOf } from "./rule-basics.ts";
import { RuleFrame } from "./rule-frame.tsx";
import { useNewRule } from "./use-new-rule.ts";

/** Starts a discount by volume: by the quantity of a line, of all lines together, or by the months of commitment. */
export function ScheduleDialog({ onClose }: { onClose: () => void }) {
  const t = useT("catalog");
  const form = useForm({
    initialValues: {
      ...emptyBasics(),
      basis: "quantity" as "quantity" | "term_months",
      mode: "volume" as "volume" | "graduated",
      acrossLines: false,
      tiers: [
        { upTo: "9", off: "0" },
        { upTo: "", off: "" },
      ],
    },
    validate: (values) => ({
      ...basicsProblems(values, t),
      ...bandProblems(values.tiers, "off", t),
      ...Object.fromEntries(
        values.tiers.flatMap((tier, at) =>
          readPercent(tier.off) === undefined ? [[`tiers.${at}.off`, t("field.percent")]] : [],
        ),
      ),
    }),
  });
  const { basis } = form.values;
  const create = useNewRule(onClose, form.setErrors);
  const submit = form.onSubmit((values) =>
    create.mutate({
      kind: "schedule",
      name: values.name.trim(),
      validFrom: values.validFrom!,
      validUntil: values.validUntil,
      rule: {
        ...scopeOf(values),
        basis: values.basis,
        mode: values.basis === "term_months" ? "volume" : values.mode,
        ...(values.acrossLines && values.basis === "quantity" && { acrossLines: true }),
        tiers: values.tiers.map((tier) => ({
          ...(tier.upTo.trim() && { upTo: readDecimal(tier.upTo) }),
          percent: readPercent(tier.off),
        })),
      },
    }),
  );
  return (
    <RuleFrame
      title={t("rule.newSchedule")}
      submit={t("rule.start")}
      busy={create.isPending}
      onSubmit={submit}
      onClose={onClose}
      input={form.getInputProps}
    >
      <Group grow align="start">
        <Select
          label={t("rule.basis")}
          allowDeselect={false}
          data={(["quantity", "term_months"] as const).map((value) => ({ value, label: t(`rule.basis.${value}`) }))}
          {...form.getInputProps("basis")}
        />
        {basis === "quantity" && (
          <Select
            label={t("rule.mode")}
            description={t(`rule.modeHelp.${form.values.mode}`)}
            inputWrapperOrder={["label", "input", "description", "error"]}
            allowDeselect={false}
            data={(["volume", "graduated"] as const).map((value) => ({ value, label: t(`when.${value}`) }))}
            {...form.getInputProps("mode")}
          />
        )}
      </Group>
      <BandsInput
        legend={t("rule.bands")}
        tiers={form.values.tiers}
        what="off"
        label={t("agreed.percentLabel")}
        unit="%"
        countLabel={t(basis === "term_months" ? "bands.upToMonths" : "bands.upTo")}
        errors={Object.fromEntries(Object.entries(form.errors).map(([place, text]) => [place, String(text)]))}
        onChange={(tiers) => {
          for (const place of Object.keys(form.errors)) if (place.startsWith("tiers.")) form.clearFieldError(place);
          form.setFieldValue("tiers", tiers);
        }}
      />
      {basis === "quantity" && (
        <Checkbox
          label={t("rule.across")}
          description={t("rule.acrossHelp")}
          {...form.getInputProps("acrossLines", { type: "checkbox" })}
        />
      )}
    </RuleFrame>
  );
}
