import {
  ActionIcon,
  Button,
  Fieldset,
  Group,
  Modal,
  MultiSelect,
  SegmentedControl,
  Select,
  Stack,
  TextInput,
} from "@mantine/core";
import { useForm } from "@mantine/form";
import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { ApiError } from "../../api/api-error.ts";
import { api } from "../../api/client.ts";
import { randomId } from "../../api/random-id.ts";
import { useSubmitKey } from "../../api/use-submit-key.ts";
import { useT } from "../../i18n/use-t.ts";
import { AmountInput } from "../../ui/amount-input.tsx";
import { useWrite } from "../../ui/use-write.ts";
import type { LeadDetail } from "./lead-words.ts";

const roles = ["decision_maker", "buyer", "project_manager", "it", "finance", "user"] as const;
type Role = (typeof roles)[number];

/** A lead becomes an account with its people and a deal, in one step or not at all. */
export function QualifyDialog({ lead, onClose }: { lead: LeadDetail; onClose: () => void }) {
  const t = useT("leads");
  const navigate = useNavigate();
  const { key } = useSubmitKey();
  const company = lead.company ?? "";
  const form = useForm({
    initialValues: {
      account: "new" as "new" | "known",
      customerId: "",
      name: company || lead.name,
      siren: "",
      line1: "",
      postcode: "",
      city: "",
      roles: ["buyer"] as Role[],
      contacts: [] as { key: string; firstName: string; lastName: string; email: string; roles: Role[] }[],
      deal: t("qualify.dealName", { name: company || lead.name }),
      valueMinor: null as string | null,
    },
  });
  const qualify = useWrite(
    api.opportunities.qualify.mutationOptions({
      context: { idempotencyKey: key },
      onSuccess: ({ opportunityId }) => {
        onClose();
        if (opportunityId) void navigate({ to: "/opportunities/$opportunityId", params: { opportunityId } as never });
      },
      onError: (error) => {
        if (error instanceof ApiError) form.setErrors(error.fields);
      },
    }),
    { done: t("done.qualified") },
  );
  const values = form.values;
  const submit = form.onSubmit((v) =>
    qualify.mutate({
      leadId: lead.id,
      account:
        v.account === "known"
          ? { customerId: v.customerId }
          : {
              kind: company ? "company" : "person",
              name: v.name,
              ...(v.siren && { siren: v.siren.replaceAll(" ", "") }),
              ...(v.line1 && { address: { line1: v.line1, postcode: v.postcode, city: v.city, country: "FR" } }),
            },
      roles: v.roles,
      contacts: v.contacts.map(({ firstName, lastName, email, roles }) => ({
        firstName,
        lastName,
        roles,
        ...(email && { email }),
      })),
      opportunity: v.deal
        ? { name: v.deal, valueMinor: v.valueMinor === null ? null : BigInt(v.valueMinor), currency: "EUR" }
        : null,
    }),
  );
  const roleOptions = roles.map((value) => ({ value, label: t(`contactRole.${value}`) }));
  return (
    <Modal opened onClose={onClose} size="lg" title={t("qualify.title")} closeButtonProps={{ "aria-label": t("action.close") }}>
      <form onSubmit={submit}>
        <Stack gap="md">
          <Fieldset legend={t("qualify.account")}>
            <Stack gap="sm">
              <SegmentedControl
                aria-label={t("qualify.account")}
                data={[
                  { value: "new", label: t("qualify.newAccount") },
                  { value: "known", label: t("qualify.knownAccount") },
                ]}
                {...form.getInputProps("account")}
              />
              {values.account === "known" ? (
                <AccountSelect
                  start={company}
                  value={values.customerId}
                  onChange={(id) => form.setFieldValue("customerId", id)}
                />
              ) : (
                <>
                  <TextInput label={t("qualify.accountName")} required {...form.getInputProps("name")} />
                  <TextInput label="SIREN" inputMode="numeric" {...form.getInputProps("siren")} />
                  <TextInput label={t("qualify.line1")} autoComplete="off" {...form.getInputProps("line1")} />
                  <Group grow>
                    <TextInput label={t("qualify.postcode")} required={!!values.line1} {...form.getInputProps("postcode")} />
                    <TextInput label={t("qualify.city")} required={!!values.line1} {...form.getInputProps("city")} />
                  </Group>
                </>
              )}
            </Stack>
          </Fieldset>
          <Fieldset legend={t("qualify.people")}>
            <Stack gap="sm">
              <MultiSelect
                label={t("qualify.rolesOf", { name: lead.name })}
                data={roleOptions}
                {...form.getInputProps("roles")}
              />
              {values.contacts.map((contact, index) => (
                <Group key={contact.key} align="end" wrap="nowrap" gap="xs">
                  <TextInput flex={1} label={t("qualify.firstName")} {...form.getInputProps(`contacts.${index}.firstName`)} />
                  <TextInput
                    flex={1}
                    required
                    label={t("qualify.lastName")}
                    {...form.getInputProps(`contacts.${index}.lastName`)}
                  />
                  <TextInput flex={1.4} type="email" label={t("col.email")} {...form.getInputProps(`contacts.${index}.email`)} />
                  <MultiSelect
                    flex={1.2}
                    label={t("qualify.roles")}
                    data={roleOptions}
                    {...form.getInputProps(`contacts.${index}.roles`)}
                  />
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    size="lg"
                    aria-label={t("qualify.removeContact")}
                    onClick={() => form.removeListItem("contacts", index)}
                  >
                    <IconTrash size={17} aria-hidden />
                  </ActionIcon>
                </Group>
              ))}
              <Button
                variant="light"
                size="xs"
                leftSection={<IconPlus size={14} aria-hidden />}
                onClick={() =>
                  form.insertListItem("contacts", { key: randomId(), firstName: "", lastName: "", email: "", roles: [] })
                }
              >
                {t("qualify.addContact")}
              </Button>
            </Stack>
          </Fieldset>
          <Fieldset legend={t("qualify.deal")}>
            <Group grow align="start">
              <TextInput label={t("qualify.dealLabel")} description={t("qualify.noDeal")} {...form.getInputProps("deal")} />
              <AmountInput
                label={t("qualify.value")}
                description={t("qualify.valueHelp")}
                currency="EUR"
                value={values.valueMinor}
                onChange={(minor) => form.setFieldValue("valueMinor", minor)}
              />
            </Group>
          </Fieldset>
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t("action.cancel")}
            </Button>
            <Button type="submit" loading={qualify.isPending} disabled={values.account === "known" && !values.customerId}>
              {t("action.qualify")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function AccountSelect({ start, value, onChange }: { start: string; value: string; onChange: (id: string) => void }) {
  const t = useT("leads");
  const [text, setText] = useState(start);
  const [search] = useDebouncedValue(text, 200);
  const { data } = useQuery(api.customers.list.queryOptions({ input: { limit: 20, ...(search && { search }) } }));
  return (
    <Select
      label={t("qualify.knownAccount")}
      required
      searchable
      filter={({ options }) => options}
      searchValue={text}
      onSearchChange={setText}
      nothingFoundMessage={t("qualify.noAccount")}
      data={(data?.rows ?? []).map((row) => ({ value: row.id, label: `${row.name} · ${row.number}` }))}
      value={value || null}
      onChange={(id) => onChange(id ?? "")}
    />
  );
}
