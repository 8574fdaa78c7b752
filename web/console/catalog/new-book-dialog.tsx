import { Button, Group, Modal, NumberInput, Select, Stack, TextInput } from "@mantine/core";
import { DatePickerInput } from "@mantine/dates";
import { useForm } from "@mantine/form";
import { useNavigate } from "@tanstack/react-router";
import { ApiError } from "../../api/api-error.ts";
import { api } from "../../api/client.ts";
import { queryClient } from "../../api/query-client.ts";
import { useSubmitKey } from "../../api/use-submit-key.ts";
import { useT } from "../../i18n/use-t.ts";
import { useWrite } from "../../ui/use-write.ts";

/** A new price book: for whom, where and when its prices apply. */
export function NewBookDialog({ onClose }: { onClose: () => void }) {
  const t = useT("catalog");
  const navigate = useNavigate();
  const { key } = useSubmitKey();
  const form = useForm({
    initialValues: {
      name: "",
      currency: "EUR",
      segment: "",
      region: "",
      priority: 0 as number | string,
      validFrom: null as string | null,
      validUntil: null as string | null,
    },
    validate: (values) => ({
      ...(!values.name.trim() && { name: t("field.required") }),
      ...(values.validFrom &&
        values.validUntil &&
        values.validUntil < values.validFrom && { validUntil: t("field.daysBackwards") }),
    }),
  });
  const create = useWrite(
    api.catalog.createPriceBook.mutationOptions({
      context: { idempotencyKey: key },
      onSuccess: async ({ id }) => {
        await queryClient.invalidateQueries({ queryKey: api.catalog.key() });
        await navigate({ to: "/catalog/price-books/$priceBookId", params: { priceBookId: id } } as never);
      },
      onError: (error) => {
        if (error instanceof ApiError) form.setErrors(error.fields);
      },
    }),
    { done: t("done.bookCreated") },
  );
  return (
    <Modal opened onClose={onClose} title={t("book.new")} closeButtonProps={{ "aria-label": t("common:action.close") }}>
      <form
        noValidate
        onSubmit={form.onSubmit(({ segment, region, priority, ...rest }) =>
          create.mutate({
            ...rest,
            segment: segment.trim() || null,
            region: region.trim() || null,
            priority: Number(priority) || 0,
          }),
        )}
      >
        <Stack gap="sm">
          <TextInput label={t("col.name")} required maxLength={80} data-autofocus {...form.getInputProps("name")} />
          <Select
            label={t("col.currency")}
            allowDeselect={false}
            data={["EUR", "USD", "GBP", "CHF"]}
            {...form.getInputProps("currency")}
          />
          <TextInput
            label={t("book.segment")}
            description={t("book.segmentHelp")}
            placeholder={t("everyone")}
            maxLength={40}
            {...form.getInputProps("segment")}
          />
          <TextInput
            label={t("book.region")}
            description={t("book.regionHelp")}
            placeholder={t("everywhere")}
            maxLength={40}
            {...form.getInputProps("region")}
          />
          <Group grow align="start">
            <DatePickerInput
              label={t("rule.from")}
              placeholder={t("always")}
              clearable
              clearButtonProps={{ "aria-label": t("common:action.clear") }}
              valueFormat="DD/MM/YYYY"
              {...form.getInputProps("validFrom")}
            />
            <DatePickerInput
              label={t("rule.until")}
              placeholder={t("rule.noEnd")}
              clearable
              clearButtonProps={{ "aria-label": t("common:action.clear") }}
              valueFormat="DD/MM/YYYY"
              {...form.getInputProps("validUntil")}
            />
          </Group>
          <NumberInput
            label={t("col.priority")}
            description={t("book.priorityHelp")}
            min={-100}
            max={100}
            allowDecimal={false}
            {...form.getInputProps("priority")}
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t("common:action.cancel")}
            </Button>
            <Button type="submit" loading={create.isPending}>
              {t("book.create")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
