import { Button, Group, Modal, MultiSelect, Select, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { ApiError } from "../../api/api-error.ts";
import { api } from "../../api/client.ts";
import { queryClient } from "../../api/query-client.ts";
import { useSubmitKey } from "../../api/use-submit-key.ts";
import { useT } from "../../i18n/use-t.ts";
import { useWrite } from "../../ui/use-write.ts";
import { contactRoles } from "./customer-words.ts";

/** Adds a person to an account. */
export function ContactDialog({ customerId, onClose }: { customerId: string; onClose: () => void }) {
  const t = useT("customers");
  const { key } = useSubmitKey();
  const form = useForm({
    initialValues: {
      firstName: "",
      lastName: "",
      email: "",
      phone: "",
      jobTitle: "",
      roles: [] as (typeof contactRoles)[number][],
      locale: "fr" as "en" | "fr",
    },
  });
  const add = useWrite(
    api.customers.addContact.mutationOptions({
      context: { idempotencyKey: key },
      onSuccess: async () => {
        await queryClient.invalidateQueries({ queryKey: api.customers.key() });
        onClose();
      },
      onError: (error) => {
        if (error instanceof ApiError) form.setErrors(error.fields);
      },
    }),
    { done: t("contacts.added") },
  );
  const submit = form.onSubmit(({ email, phone, jobTitle, ...rest }) =>
    add.mutate({ customerId, ...rest, ...(email && { email }), ...(phone && { phone }), ...(jobTitle && { jobTitle }) }),
  );
  return (
    <Modal opened onClose={onClose} title={t("action.addContact")} closeButtonProps={{ "aria-label": t("common:action.close") }}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <TextInput label={t("col.firstName")} data-autofocus {...form.getInputProps("firstName")} />
          <TextInput label={t("col.lastName")} {...form.getInputProps("lastName")} />
          <TextInput type="email" label={t("col.email")} {...form.getInputProps("email")} />
          <TextInput type="tel" label={t("col.phone")} {...form.getInputProps("phone")} />
          <TextInput label={t("col.jobTitle")} {...form.getInputProps("jobTitle")} />
          <MultiSelect
            label={t("col.roles")}
            data={contactRoles.map((value) => ({ value, label: t(`role.${value}`) }))}
            {...form.getInputProps("roles")}
          />
          <Select
            label={t("col.locale")}
            allowDeselect={false}
            data={[
              { value: "fr", label: t("common:shell.language.fr") },
              { value: "en", label: t("common:shell.language.en") },
            ]}
            {...form.getInputProps("locale")}
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t("common:action.cancel")}
            </Button>
            <Button type="submit" loading={add.isPending}>
              {t("common:action.add")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
