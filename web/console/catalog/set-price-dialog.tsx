import { Alert, Button, Group, Modal, Select, Stack, Text } from "@mantine/core";
import { DatePickerInput } from "@mantine/dates";
import { useForm } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import { ApiError } from "../../api/api-error.ts";
import { api } from "../../api/client.ts";
import { queryClient } from "../../api/query-client.ts";
import { useSubmitKey } from "../../api/use-submit-key.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { useWrite } from "../../ui/use-write.ts";
import { today } from "../day.ts";
import { at, under } from "./form-part.ts";
import { type ChosenOffering, OfferingSelect } from "./offering-select.tsx";
import { draftOf, emptyPrice, isDraftable, priceOf, priceProblems } from "./price-draft.ts";
import { PriceInput } from "./price-input.tsx";
import { PriceText } from "./price-text.tsx";

interface Now {
  price: Record<string, unknown>;
  validFrom: string;
}

/** The price of an offering in a book from a day on. Either side may be given; the other is chosen here. */
export function SetPriceDialog(props: {
  offering?: ChosenOffering;
  book?: { id: string; name: string; currency: string };
  /** The price that holds now, to start from. */
  now?: Now;
  onClose: () => void;
}) {
  const { onClose } = props;
  const t = useT("catalog");
  const format = useFormat();
  const { key } = useSubmitKey();
  const books = useQuery({ ...api.catalog.listPriceBooks.queryOptions(), enabled: !props.book });
  const form = useForm({
    initialValues: {
      bookId: props.book?.id ?? null,
      offering: props.offering ?? null,
      price: props.now && isDraftable(props.now.price) ? draftOf(props.now.price, format.locale) : emptyPrice,
      validFrom: today() as string | null,
    },
    validate: (values) => ({
      ...(!values.bookId && { bookId: t("field.required") }),
      ...(!values.offering && { offering: t("field.required") }),
      ...(!values.validFrom && { validFrom: t("field.required") }),
      ...at("price", priceProblems(values.price, t)),
    }),
  });
  const book = props.book ?? books.data?.rows.find((one) => one.id === form.values.bookId);
  const { offering, price, validFrom } = form.values;
  const save = useWrite(
    api.catalog.setPrice.mutationOptions({
      context: { idempotencyKey: key },
      onSuccess: async () => {
        await queryClient.invalidateQueries({ queryKey: api.catalog.key() });
        onClose();
      },
      onError: (error) => {
        if (error instanceof ApiError) form.setErrors(error.fields);
      },
    }),
    { done: t("done.priced") },
  );
  return (
    <Modal
      opened
      onClose={onClose}
      title={props.offering ? t("price.titleFor", { name: props.offering.name[format.locale] }) : t("price.title")}
      closeButtonProps={{ "aria-label": t("common:action.close") }}
    >
      <form
        noValidate
        onSubmit={form.onSubmit((values) =>
          save.mutate({
            priceBookId: values.bookId!,
            offeringId: values.offering!.id,
            price: priceOf(values.price),
            validFrom: values.validFrom!,
          }),
        )}
      >
        <Stack gap="sm">
          {!props.offering && (
            <OfferingSelect
              label={t("price.offering")}
              required
              value={offering}
              onChange={(next) => form.setFieldValue("offering", next)}
              error={form.errors["offering"]}
            />
          )}
          {props.book ? (
            <Text size="sm">{t("price.inBook", { book: props.book.name })}</Text>
          ) : (
            <Select
              label={t("price.book")}
              required
              allowDeselect={false}
              data={(books.data?.rows ?? []).map((one) => ({ value: one.id, label: `${one.name} (${one.currency})` }))}
              {...form.getInputProps("bookId")}
            />
          )}
          {props.now && (
            <Alert color="gray" p="xs">
              <Text size="sm" component="div">
                {t("price.nowIs")}{" "}
                <PriceText
                  price={props.now.price}
                  currency={book?.currency ?? "EUR"}
                  everyMonths={offering?.everyMonths ?? null}
                />
              </Text>
              {!isDraftable(props.now.price) && <Text size="xs">{t("price.otherKind")}</Text>}
            </Alert>
          )}
          <PriceInput
            value={price}
            currency={book?.currency ?? "EUR"}
            errors={under("price", form.errors)}
            onChange={(next) => {
              for (const place of Object.keys(form.errors)) if (place.startsWith("price.")) form.clearFieldError(place);
              form.setFieldValue("price", next);
            }}
          />
          <DatePickerInput
            label={t("price.validFrom")}
            description={props.now && validFrom === props.now.validFrom ? t("price.replaces") : t("price.validFromHelp")}
            required
            valueFormat="DD/MM/YYYY"
            {...form.getInputProps("validFrom")}
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t("common:action.cancel")}
            </Button>
            <Button type="submit" loading={save.isPending}>
              {t("price.save")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
