import { Button, Card, Group, SegmentedControl, SimpleGrid, Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { ApiError } from "../../api/api-error.ts";
import { api } from "../../api/client.ts";
import { useSubmitKey } from "../../api/use-submit-key.ts";
import { useT } from "../../i18n/use-t.ts";
import { LinkButton, TextLink } from "../../ui/links.tsx";
import { Page } from "../../ui/page.tsx";
import { useWrite } from "../../ui/use-write.ts";
import { kinds } from "./customer-words.ts";

/** A new account with its first contact. Accounts of the same name are shown while typing, before a double is made. */
export default function NewCustomer() {
  const t = useT("customers");
  const navigate = useNavigate();
  const { key } = useSubmitKey();
  const form = useForm({
    initialValues: {
      kind: "company" as (typeof kinds)[number],
      name: "",
      siren: "",
      line1: "",
      postcode: "",
      city: "",
      firstName: "",
      lastName: "",
      email: "",
      phone: "",
    },
  });
  const [typed] = useDebouncedValue(form.values.name, 300);
  const alike = useQuery({
    ...api.customers.list.queryOptions({ input: { search: typed, limit: 3 } }),
    enabled: typed.trim().length > 2,
  });
  const create = useWrite(
    api.customers.create.mutationOptions({
      context: { idempotencyKey: key },
      onSuccess: ({ id }) => void navigate({ to: "/customers/$customerId", params: { customerId: id } as never }),
      onError: (error) => {
        if (error instanceof ApiError)
          form.setErrors(
            Object.fromEntries(Object.entries(error.fields).map(([path, message]) => [path.split(".").at(-1)!, message])),
          );
      },
    }),
    { done: ({ number }) => t("created", { number }) },
  );
  const submit = form.onSubmit(({ kind, name, siren, line1, postcode, city, firstName, lastName, email, phone }) =>
    create.mutate({
      kind,
      name,
      ...(siren && { siren: siren.replaceAll(" ", "") }),
      ...(line1 && { billingAddress: { line1, postcode, city, country: "FR" } }),
      ...(firstName || lastName || email || phone
        ? { contacts: [{ firstName, lastName, ...(email && { email }), ...(phone && { phone }) }] }
        : {}),
    }),
  );
  return (
    <Page title={t("new")} crumbs={[{ label: t("common:area.customers"), to: "/customers" }, { label: t("new") }]}>
      <Card withBorder maw={680} padding="lg">
        <form onSubmit={submit}>
          <Stack gap="md">
            <SegmentedControl
              aria-label={t("col.kind")}
              data={kinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
              {...form.getInputProps("kind")}
            />
            <TextInput label={t("col.name")} required data-autofocus {...form.getInputProps("name")} />
            {alike.data && alike.data.rows.length > 0 && (
              <Text size="sm" role="status">
                {t("alike")}{" "}
                {alike.data.rows.map((row, index) => (
                  <span key={row.id}>
                    {index > 0 && ", "}
                    <TextLink size="sm" to="/customers/$customerId" params={{ customerId: row.id }}>
                      {row.name} ({row.number})
                    </TextLink>
                  </span>
                ))}
              </Text>
            )}
            {form.values.kind === "company" && <TextInput label={t("col.siren")} {...form.getInputProps("siren")} />}
            <TextInput label={t("address.line1")} {...form.getInputProps("line1")} />
            <SimpleGrid cols={{ base: 1, xs: 2 }}>
              <TextInput label={t("address.postcode")} required={!!form.values.line1} {...form.getInputProps("postcode")} />
              <TextInput label={t("address.city")} required={!!form.values.line1} {...form.getInputProps("city")} />
            </SimpleGrid>
            <Text fw={600} component="h2">
              {t("contacts.firstOne")}
            </Text>
            <SimpleGrid cols={{ base: 1, xs: 2 }}>
              <TextInput label={t("col.firstName")} {...form.getInputProps("firstName")} />
              <TextInput label={t("col.lastName")} {...form.getInputProps("lastName")} />
              <TextInput type="email" label={t("col.email")} {...form.getInputProps("email")} />
              <TextInput type="tel" label={t("col.phone")} {...form.getInputProps("phone")} />
            </SimpleGrid>
            <Group justify="flex-end" gap="xs">
              <LinkButton to="/customers" variant="default">
                {t("common:action.cancel")}
              </LinkButton>
              <Button type="submit" loading={create.isPending}>
                {t("common:action.save")}
              </Button>
            </Group>
          </Stack>
        </form>
      </Card>
    </Page>
  );
}
