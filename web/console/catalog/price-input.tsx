import { Group, Select, Stack, TextInput } from "@mantine/core";
import { useT } from "../../i18n/use-t.ts";
import { BandsInput } from "./bands-input.tsx";
import { draftKinds, type PriceDraft } from "./price-draft.ts";

/** How a quantity becomes an amount, written by hand: per unit, flat, by package, in bands. Errors stand at their field. */
export function PriceInput(props: {
  value: PriceDraft;
  onChange: (draft: PriceDraft) => void;
  currency: string;
  errors: Record<string, string>;
  /** What one counts: "min", "unit". */
  unit?: string;
}) {
  const { value, currency, errors } = props;
  const t = useT("catalog");
  const figure = (key: "unitPrice" | "amount" | "size" | "price" | "freeUnits", isMoney: boolean) => (
    <TextInput
      label={t(`price.${key}`)}
      {...(key === "freeUnits" && { description: t("price.freeUnitsHelp") })}
      required={key !== "freeUnits"}
      inputMode="decimal"
      {...(isMoney && { rightSection: currency, rightSectionWidth: 52 })}
      value={value[key]}
      error={errors[key]}
      onChange={(event) => props.onChange({ ...value, [key]: event.currentTarget.value })}
      flex={1}
    />
  );
  return (
    <Stack gap="sm">
      <Select
        label={t("price.kind")}
        description={t(`price.kindHelp.${value.kind}`)}
        allowDeselect={false}
        data={draftKinds.map((kind) => ({ value: kind, label: t(`model.${kind}`) }))}
        value={value.kind}
        onChange={(kind) => kind && props.onChange({ ...value, kind: kind as PriceDraft["kind"] })}
      />
      {value.kind === "flat" && figure("amount", true)}
      {value.kind === "per_unit" && figure("unitPrice", true)}
      {value.kind === "package" && (
        <Group align="start" gap="sm" grow>
          {figure("size", false)}
          {figure("price", true)}
        </Group>
      )}
      {(value.kind === "graduated" || value.kind === "volume") && (
        <BandsInput
          legend={t("bands.legend")}
          tiers={value.tiers}
          what="unitPrice"
          label={t("price.unitPrice")}
          unit={currency}
          countLabel={t("bands.upTo")}
          errors={errors}
          onChange={(tiers) => props.onChange({ ...value, tiers })}
        />
      )}
      {value.kind !== "flat" && figure("freeUnits", false)}
    </Stack>
  );
}
