import { Button, Card, Group, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useNavigate } from "@tanstack/react-router";
import { ApiError } from "../../api/api-error.ts";
import { api } from "../../api/client.ts";
import { useSubmitKey } from "../../api/use-submit-key.ts";
import { useT } from "../../i18n/use-t.ts";
import { LinkButton } from "../../ui/links.tsx";
import { Page } from "../../ui/page.tsx";
import { useWrite } from "../../ui/use-write.ts";

/** A lead noted by hand: a call, a fair, a card. Somebody who is a lead already stays that one lead. */
export default function NewLead() {
  const t = useT("leads");
  const navigate = useNavigate();
  const { key } = useSubmitKey();
  const form = useForm({ initialValues: { name: "", company: "", email: "", phone: "", source: "manual" } });
  const capture = useWrite(
    api.leads.capture.mutationOptions({
      context: { idempotencyKey: key },
      onSuccess: ({ id }) => void navigate({ to: "/leads/$leadId", params: { leadId: id } as never }),
      onError: (error) => {
        if (error instanceof ApiError) form.setErrors(error.fields);
      },
    }),
    { done: t("done.captured") },
  );
  const submit = form.onSubmit(({ name, company, email, phone, source }) =>
    capture.mutate({
      name,
      source,
      ...(company && { company }),
      ...(email && { email }),
      ...(phone && { phone }),
    }),
  );
  return (
    <Page title={t("new")} crumbs={[{ label: t("common:area.leads"), to: "/leads" }, { label: t("new") }]}>
      <Card withBorder maw={560} padding="lg">
        <form onSubmit={submit}>
          <Stack gap="md">
            <TextInput label={t("col.name")} required data-autofocus {...form.getInputProps("name")} />
            <TextInput label={t("col.company")} {...form.getInputProps("company")} />
            <TextInput type="email" label={t("col.email")} {...form.getInputProps("email")} />
            <TextInput type="tel" label={t("col.phone")} {...form.getInputProps("phone")} />
            <TextInput label={t("col.source")} required {...form.getInputProps("source")} />
            <Group justify="flex-end" gap="xs">
              <LinkButton to="/leads" variant="default">
                {t("action.cancel")}
              </LinkButton>
              <Button type="submit" loading={capture.isPending}>
                {t("action.save")}
              </Button>
            </Group>
          </Stack>
        </form>
      </Card>
    </Page>
  );
}
