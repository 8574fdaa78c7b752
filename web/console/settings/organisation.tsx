import { Alert, Button, ColorInput, Group, SimpleGrid, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import { ApiError } from "../../api/api-error.ts";
import { useCan } from "../../api/can.ts";
import { api, type client } from "../../api/client.ts";
import { queryClient } from "../../api/query-client.ts";
import { useT } from "../../i18n/use-t.ts";
import { Loaded } from "../../ui/loaded.tsx";
import { Panel } from "../../ui/record-page.tsx";
import { useWrite } from "../../ui/use-write.ts";
import { SettingsPage } from "./settings-page.tsx";

type Organisation = Awaited<ReturnType<typeof client.organisation.show>>;

/** Who we are towards customers: on quotes, invoices, mails and the portal. */
export default function OrganisationSettings() {
  const t = useT("settings");
  const query = useQuery(api.organisation.show.queryOptions());
  return (
    <SettingsPage title={t("tab.organisation")} subtitle={t("organisation.subtitle")}>
      <Loaded query={query}>{(organisation) => <Form organisation={organisation} />}</Loaded>
    </SettingsPage>
  );
}

function Form({ organisation }: { organisation: Organisation }) {
  const t = useT("settings");
  const can = useCan();
  const readOnly = !can("change settings");
  const { address } = organisation;
  const form = useForm({
    initialValues: {
      name: organisation.name,
      brandName: organisation.brandName,
      brandColor: organisation.brandColor,
      email: organisation.email,
      phone: organisation.phone ?? "",
      siren: organisation.siren ?? "",
      vatNumber: organisation.vatNumber ?? "",
      iban: organisation.iban ?? "",
      bic: organisation.bic ?? "",
      line1: address.line1,
      line2: address.line2 ?? "",
      postcode: address.postcode,
      city: address.city,
      country: address.country,
    },
  });
  const change = useWrite(
    api.organisation.change.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: api.organisation.key() }),
      onError: (error) => {
        if (error instanceof ApiError)
          form.setErrors(
            Object.fromEntries(Object.entries(error.fields).map(([path, message]) => [path.replace("address.", ""), message])),
          );
      },
    }),
    { done: t("saved") },
  );
  const submit = form.onSubmit(({ line1, line2, postcode, city, country, ...rest }) =>
    change.mutate({ ...rest, address: { line1, ...(line2 && { line2 }), postcode, city, country: country.toUpperCase() } }),
  );
  const field = (name: keyof typeof form.values, required = false) => (
    <TextInput label={t(`organisation.${name}`)} required={required} readOnly={readOnly} {...form.getInputProps(name)} />
  );
  return (
    <form onSubmit={submit}>
      <Stack gap="lg" maw={860}>
        {readOnly && <Alert color="gray">{t("readOnly")}</Alert>}
        <Panel title={t("organisation.brand")}>
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            {field("brandName", true)}
            <ColorInput
              label={t("organisation.brandColor")}
              readOnly={readOnly}
              format="hex"
              popoverProps={{ withinPortal: true }}
              eyeDropperButtonProps={{ "aria-label": t("organisation.pickColor") }}
              {...form.getInputProps("brandColor")}
            />
          </SimpleGrid>
        </Panel>
        <Panel title={t("organisation.legal")}>
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            {field("name", true)}
            {field("siren")}
            {field("vatNumber")}
            {field("email", true)}
            {field("phone")}
            {field("line1", true)}
            {field("line2")}
            {field("postcode", true)}
            {field("city", true)}
            {field("country", true)}
          </SimpleGrid>
        </Panel>
        <Panel title={t("organisation.bank")}>
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            {field("iban")}
            {field("bic")}
          </SimpleGrid>
        </Panel>
        {!readOnly && (
          <Group justify="flex-end">
            <Button type="submit" loading={change.isPending} disabled={!form.isDirty()}>
              {t("common:action.save")}
            </Button>
          </Group>
        )}
      </Stack>
    </form>
  );
}
