import { Button, Card, Group, Select, Stack, TextInput } from "@mantine/core";
import { DatePickerInput } from "@mantine/dates";
import { useForm } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { ApiError } from "../../api/api-error.ts";
import { useCan } from "../../api/can.ts";
import { api } from "../../api/client.ts";
import { queryClient } from "../../api/query-client.ts";
import { useMe } from "../../api/session.ts";
import { useSubmitKey } from "../../api/use-submit-key.ts";
import { useT } from "../../i18n/use-t.ts";
import { AmountInput } from "../../ui/amount-input.tsx";
import { LinkButton } from "../../ui/links.tsx";
import { Page } from "../../ui/page.tsx";
import { useWrite } from "../../ui/use-write.ts";
import { CustomerSelect } from "../customer-select.tsx";
import { useOwners } from "../use-owners.ts";

/** A deal opened by hand: with whom, about what, how much, by when, whose. `?customerId=` fills in the account. */
export default function NewOpportunity() {
  const t = useT("opportunities");
  const navigate = useNavigate();
  const me = useMe();
  const can = useCan();
  const { people } = useOwners();
  const given = useSearch({ strict: false }) as { customerId?: string };
  const { key } = useSubmitKey();
  const form = useForm({
    initialValues: {
      customerId: given.customerId ?? (null as string | null),
      name: "",
      contactId: null as string | null,
      valueMinor: null as string | null,
      expectedOn: null as string | null,
      ownerId: null as string | null,
    },
    validate: (values) => ({
      ...(!values.customerId && { customerId: t("new.needCustomer") }),
      ...(!values.name.trim() && { name: t("new.needName") }),
    }),
  });
  const { customerId } = form.values;
  const contacts = useQuery({
    ...api.customers.listContacts.queryOptions({ input: { customerId: customerId ?? "", limit: 100 } }),
    enabled: !!customerId,
  });
  const open = useWrite(
    api.opportunities.open.mutationOptions({
      context: { idempotencyKey: key },
      onSuccess: async ({ id }) => {
        await queryClient.invalidateQueries({ queryKey: api.opportunities.key() });
        await navigate({ to: "/opportunities/$opportunityId", params: { opportunityId: id } } as never);
      },
      onError: (error) => {
        if (error instanceof ApiError) form.setErrors(error.fields);
      },
    }),
    { done: t("done.opened") },
  );
  const submit = form.onSubmit(({ name, contactId, valueMinor, expectedOn, ownerId }) =>
    open.mutate({
      name: name.trim(),
      customerId: customerId!,
      valueMinor: valueMinor === null ? null : BigInt(valueMinor),
      ...(contactId && { contactId }),
      ...(expectedOn && { expectedOn }),
      ...(ownerId && { ownerId }),
    }),
  );
  return (
    <Page title={t("new")} crumbs={[{ label: t("common:area.opportunities"), to: "/opportunities" }, { label: t("new") }]}>
      <Card withBorder maw={560} padding="lg">
        <form noValidate onSubmit={submit}>
          <Stack gap="md">
            <CustomerSelect
              label={t("col.customer")}
              required
              value={customerId}
              onChange={(next) => form.setValues({ customerId: next, contactId: null })}
              error={form.errors["customerId"]}
            />
            <TextInput
              label={t("col.name")}
              description={t("new.nameHelp")}
              required
              maxLength={160}
              {...form.getInputProps("name")}
            />
            <Select
              label={t("new.contact")}
              clearable
              clearButtonProps={{ "aria-label": t("common:action.clear") }}
              disabled={!customerId}
              data={(contacts.data?.rows ?? []).map((contact) => ({
                value: contact.id,
                label: `${contact.firstName} ${contact.lastName}`.trim() || (contact.email ?? contact.id),
              }))}
              {...form.getInputProps("contactId")}
            />
            <Group grow align="start">
              <AmountInput
                label={t("col.value")}
                currency="EUR"
                value={form.values.valueMinor}
                onChange={(minor) => form.setFieldValue("valueMinor", minor)}
              />
              <DatePickerInput
                label={t("new.expected")}
                clearable
                clearButtonProps={{ "aria-label": t("common:action.clear") }}
                valueFormat="DD/MM/YYYY"
                {...form.getInputProps("expectedOn")}
              />
            </Group>
            {can("assign opportunities") && (
              <Select
                label={t("col.owner")}
                placeholder={me?.name ?? ""}
                description={t("new.ownerHelp")}
                searchable
                clearable
                clearButtonProps={{ "aria-label": t("common:action.clear") }}
                data={people}
                {...form.getInputProps("ownerId")}
              />
            )}
            <Group justify="flex-end" gap="xs">
              <LinkButton to="/opportunities" variant="default">
                {t("common:action.cancel")}
              </LinkButton>
              <Button type="submit" loading={open.isPending}>
                {t("new.submit")}
              </Button>
            </Group>
          </Stack>
        </form>
      </Card>
    </Page>
  );
}
