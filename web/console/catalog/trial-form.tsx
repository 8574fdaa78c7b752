import { ActionIcon, Button, Group, Stack, TagsInput, TextInput } from "@mantine/core";
import { DatePickerInput } from "@mantine/dates";
import { useForm } from "@mantine/form";
import { IconCalculator, IconPlus, IconTrash } from "@tabler/icons-react";
import type { client } from "../../api/client.ts";
import { useT } from "../../i18n/use-t.ts";
import { Panel } from "../../ui/record-page.tsx";
import { CustomerSelect } from "../customer-select.tsx";
import { today } from "../day.ts";
import { isAboveZero, readDecimal, readPercent } from "./decimal.ts";
import { type ChosenOffering, OfferingSelect } from "./offering-select.tsx";

export type Trial = Parameters<typeof client.pricing.preview>[0];
interface Line {
  offering: ChosenOffering | null;
  quantity: string;
  discount: string;
}
const emptyLine: Line = { offering: null, quantity: "1", discount: "" };

/** What to price: offerings with quantities, for whom, on which day, with which discounts. */
export function TrialForm(props: { busy: boolean; onTry: (trial: Trial) => void; onChange: () => void }) {
  const t = useT("catalog");
  const form = useForm({
    initialValues: {
      customerId: null as string | null,
      date: today() as string | null,
      lines: [emptyLine],
      header: "",
      codes: [] as string[],
    },
    onValuesChange: props.onChange,
    validate: (values) => ({
      ...(!values.date && { date: t("field.required") }),
      ...(values.header.trim() && readPercent(values.header) === undefined && { header: t("field.percent") }),
      ...Object.fromEntries(
        values.lines.flatMap((line, at) => [
          ...(line.offering ? [] : [[`lines.${at}.offering`, t("field.required")]]),
          ...(isAboveZero(readDecimal(line.quantity)) ? [] : [[`lines.${at}.quantity`, t("price.aboveZero")]]),
          ...(line.discount.trim() && readPercent(line.discount) === undefined
            ? [[`lines.${at}.discount`, t("field.percent")]]
            : []),
        ]),
      ),
    }),
  });
  const { lines } = form.values;
  const submit = form.onSubmit((values) =>
    props.onTry({
      customerId: values.customerId,
      date: values.date!,
      lines: values.lines.map((line, at) => ({
        id: String(at + 1),
        sku: line.offering!.sku,
        quantity: readDecimal(line.quantity)!,
        ...(line.discount.trim() && { discountPercent: readPercent(line.discount) }),
      })),
      ...(values.header.trim() && { headerDiscountPercent: readPercent(values.header) }),
      ...(values.codes.length > 0 && { promotionCodes: values.codes }),
    }),
  );
  return (
    <Panel title={t("try.what")}>
      <form noValidate onSubmit={submit}>
        <Stack gap="sm">
          {lines.map((line, at) => (
            // oxlint-disable-next-line react/no-array-index-key -- a line is its place
            <Stack key={at} gap={6} component="fieldset" className="tl-trial-line" aria-label={t("try.line", { n: at + 1 })}>
              <OfferingSelect
                label={t("price.offering")}
                required
                published
                value={line.offering}
                onChange={(offering) => form.setFieldValue(`lines.${at}.offering`, offering as never)}
                error={form.errors[`lines.${at}.offering`]}
              />
              <Group gap="xs" align="start" wrap="nowrap">
                <TextInput
                  label={t("try.quantity")}
                  inputMode="decimal"
                  required
                  flex={1}
                  {...form.getInputProps(`lines.${at}.quantity`)}
                />
                <TextInput
                  label={t("try.discount")}
                  inputMode="decimal"
                  rightSection="%"
                  flex={1}
                  {...form.getInputProps(`lines.${at}.discount`)}
                />
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size={34}
                  mt={22}
                  aria-label={t("try.removeLine", { n: at + 1 })}
                  disabled={lines.length === 1}
                  onClick={() => form.removeListItem("lines", at)}
                >
                  <IconTrash size={16} aria-hidden />
                </ActionIcon>
              </Group>
            </Stack>
          ))}
          <div>
            <Button
              variant="subtle"
              size="compact-sm"
              leftSection={<IconPlus size={14} aria-hidden />}
              onClick={() => form.insertListItem("lines", emptyLine)}
            >
              {t("try.addLine")}
            </Button>
          </div>
          <CustomerSelect
            label={t("agreed.customer")}
            description={t("try.customerHelp")}
            clearable
            value={form.values.customerId}
            onChange={(next) => form.setFieldValue("customerId", next)}
          />
          <Group grow align="start">
            <DatePickerInput label={t("try.date")} required valueFormat="DD/MM/YYYY" {...form.getInputProps("date")} />
            <TextInput label={t("try.header")} inputMode="decimal" rightSection="%" {...form.getInputProps("header")} />
          </Group>
          <TagsInput label={t("try.codes")} maxTags={20} {...form.getInputProps("codes")} />
          <Group justify="flex-end">
            <Button type="submit" loading={props.busy} leftSection={<IconCalculator size={16} aria-hidden />}>
              {t("try.submit")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Panel>
  );
}
