import { Checkbox, Group, Select, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useT } from "../../i18n/use-t.ts";
import { isAboveZero, readDecimal, readPercent } from "./decimal.ts";
import { basicsProblems, emptyBasics, scopeOf } from "./rule-basics.ts";
import { RuleFrame } from "./rule-frame.tsx";
import { useNewRule } from "./use-new-rule.ts";

const effects = ["percentOff", "amountOffPerUnit", "unitPrice", "buyGet"] as const;

/** Starts a promotion: one effect, and the conditions under which it applies. */
export function PromotionDialog({ onClose }: { onClose: () => void }) {
  const t = useT("catalog");
  const form = useForm({
    initialValues: {
      ...emptyBasics(),
      effect: "percentOff" as (typeof effects)[number],
      figure: "",
      buy: "",
      free: "1",
      code: "",
      minQuantity: "",
      stackable: false,
    },
    validate: (values) => ({
      ...basicsProblems(values, t),
      ...(values.effect === "percentOff" && !isAboveZero(readPercent(values.figure)) && { figure: t("field.percent") }),
      ...((values.effect === "amountOffPerUnit" || values.effect === "unitPrice") &&
        readDecimal(values.figure) === undefined && { figure: t("price.wrong") }),
      ...(values.effect === "buyGet" && !isAboveZero(readDecimal(values.buy)) && { buy: t("price.aboveZero") }),
      ...(values.effect === "buyGet" && !isAboveZero(readDecimal(values.free)) && { free: t("price.aboveZero") }),
      ...(values.minQuantity.trim() && !isAboveZero(readDecimal(values.minQuantity)) && { minQuantity: t("price.aboveZero") }),
    }),
  });
  const { effect } = form.values;
  const create = useNewRule(onClose, form.setErrors);
  const submit = form.onSubmit((values) =>
    create.mutate({
      kind: "promotion",
      name: values.name.trim(),
      validFrom: values.validFrom!,
      validUntil: values.validUntil,
      rule: {
        ...scopeOf(values),
        ...(effect === "buyGet"
          ? { buyGet: { buy: readDecimal(values.buy), free: readDecimal(values.free) } }
          : { [effect]: effect === "percentOff" ? readPercent(values.figure) : readDecimal(values.figure) }),
        ...(values.code.trim() && { code: values.code.trim() }),
        ...(values.minQuantity.trim() && { minQuantity: readDecimal(values.minQuantity) }),
        ...(values.stackable && { stackable: true }),
      },
    }),
  );
  return (
    <RuleFrame
      title={t("rule.newPromotion")}
      submit={t("rule.start")}
      busy={create.isPending}
      onSubmit={submit}
      onClose={onClose}
      input={form.getInputProps}
    >
      <Group grow align="start">
        <Select
          label={t("rule.effect")}
          allowDeselect={false}
          data={effects.map((value) => ({ value, label: t(`effect.${value}`) }))}
          {...form.getInputProps("effect")}
        />
        {effect !== "buyGet" && (
          <TextInput
            label={t(`effect.figure.${effect}`)}
            required
            inputMode="decimal"
            rightSection={effect === "percentOff" ? "%" : "EUR"}
            rightSectionWidth={52}
            {...form.getInputProps("figure")}
          />
        )}
      </Group>
      {effect === "buyGet" && (
        <Group grow align="start">
          <TextInput label={t("effect.buy")} required inputMode="decimal" {...form.getInputProps("buy")} />
          <TextInput label={t("effect.free")} required inputMode="decimal" {...form.getInputProps("free")} />
        </Group>
      )}
      <Group grow align="start">
        <TextInput label={t("rule.code")} description={t("rule.codeHelp")} maxLength={40} {...form.getInputProps("code")} />
        <TextInput
          label={t("rule.minQuantity")}
          description={t("rule.minQuantityHelp")}
          inputMode="decimal"
          {...form.getInputProps("minQuantity")}
        />
      </Group>
      <Checkbox
        label={t("rule.stackable")}
        description={t("rule.stackableHelp")}
        {...form.getInputProps("stackable", { type: "checkbox" })}
      />
    </RuleFrame>
  );
}
