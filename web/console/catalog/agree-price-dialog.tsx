import { Button, Group, Modal, SegmentedControl, Stack, TextInput } from "@mantine/core";
import { DatePickerInput } from "@mantine/dates";
import { useForm } from "@mantine/form";
import { ApiError } from "../../api/api-error.ts";
import { api } from "../../api/client.ts";
import { queryClient } from "../../api/query-client.ts";
import { useSubmitKey } from "../../api/use-submit-key.ts";
import { useT } from "../../i18n/use-t.ts";
import { useWrite } from "../../ui/use-write.ts";
import { CustomerSelect } from "../customer-select.tsx";
import { today } from "../day.ts";
import { isAboveZero, readPercent } from "./decimal.ts";
import { at, under } from "./form-part.ts";
import { type ChosenOffering, OfferingSelect } from "./offering-select.tsx";
import { emptyPrice, priceOf, priceProblems } from "./price-draft.ts";
import { PriceInput } from "./price-input.tsx";

/** Notes what a customer agreed for an offering: a percentage off the list price, or a price of its own. */
export function AgreePriceDialog({ customerId, onClose }: { customerId: string | null; onClose: () => void }) {
  const t = useT("catalog");
  const { key } = useSubmitKey();
  const form = useForm({
    initialValues: {
      customerId,
      offering: null as ChosenOffering | null,
      how: "percent" as "percent" | "price",
      percentOff: "",
      price: emptyPrice,
      validFrom: today() as string | null,
      validUntil: null as string | null,
      note: "",
    },
    validate: (values) => ({
      ...(!values.customerId && { customerId: t("field.required") }),
      ...(!values.offering && { offering: t("field.required") }),
      ...(values.how === "percent" && !isAboveZero(readPercent(values.percentOff)) && { percentOff: t("field.percent") }),
      ...(values.how === "price" && at("price", priceProblems(values.price, t))),
      ...(!values.validFrom && { validFrom: t("field.required") }),
      ...(values.validFrom &&
        values.validUntil &&
        values.validUntil < values.validFrom && { validUntil: t("field.daysBackwards") }),
    }),
  });
  const agree = useWrite(
    api.pricing.agreePrice.mutationOptions({
      context: { idempotencyKey: key },
      onSuccess: async () => {
        await queryClient.invalidateQueries({ queryKey: api.pricing.key() });
        onClose();
      },
      onError: (error) => {
        if (!(error instanceof ApiError)) return;
        form.setErrors(error.code === "value.duplicate" ? { validFrom: t("agreed.twice") } : error.fields);
      },
    }),
    { done: t("done.agreed") },
  );
  const submit = form.onSubmit(({ how, percentOff, price, offering, validFrom, validUntil, note, ...rest }) =>
    agree.mutate({
      customerId: rest.customerId!,
      offeringId: offering!.id,
      validFrom: validFrom!,
      validUntil,
      ...(how === "percent" ? { percentOff: readPercent(percentOff) } : { price: priceOf(price) }),
      ...(note.trim() && { note: note.trim() }),
    }),
  );
  return (
    <Modal opened onClose={onClose} title={t("agreed.new")} closeButtonProps={{ "aria-label": t("common:action.close") }}>
      <form noValidate onSubmit={submit}>
        <Stack gap="sm">
          <CustomerSelect
            label={t("agreed.customer")}
            required
            value={form.values.customerId}
            onChange={(next) => form.setFieldValue("customerId", next)}
            error={form.errors["customerId"]}
          />
          <OfferingSelect
            label={t("price.offering")}
            required
            value={form.values.offering}
            onChange={(next) => form.setFieldValue("offering", next)}
            error={form.errors["offering"]}
          />
          <SegmentedControl
            aria-label={t("agreed.how")}
            data={[
              { value: "percent", label: t("agreed.byPercent") },
              { value: "price", label: t("agreed.byPrice") },
            ]}
            {...form.getInputProps("how")}
          />
          {form.values.how === "percent" ? (
            <TextInput
              label={t("agreed.percentLabel")}
              required
              inputMode="decimal"
              rightSection="%"
              {...form.getInputProps("percentOff")}
            />
          ) : (
            <PriceInput
              value={form.values.price}
              currency="EUR"
              errors={under("price", form.errors)}
              onChange={(next) => {
                for (const place of Object.keys(form.errors)) if (place.startsWith("price.")) form.clearFieldError(place);
                form.setFieldValue("price", next);
              }}
            />
          )}
          <Group grow align="start">
            <DatePickerInput label={t("rule.from")} required valueFormat="DD/MM/YYYY" {...form.getInputProps("validFrom")} />
            <DatePickerInput
              label={t("rule.until")}
              placeholder={t("rule.noEnd")}
              clearable
              clearButtonProps={{ "aria-label": t("common:action.clear") }}
              valueFormat="DD/MM/YYYY"
              {...form.getInputProps("validUntil")}
            />
          </Group>
          <TextInput
            label={t("agreed.note")}
            description={t("agreed.noteHelp")}
            maxLength={120}
            {...form.getInputProps("note")}
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t("common:action.cancel")}
            </Button>
            <Button type="submit" loading={agree.isPending}>
              {t("agreed.save")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
