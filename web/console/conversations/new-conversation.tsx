import { Button, Card, Group, SegmentedControl, Select, Stack, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { ApiError } from "../../api/api-error.ts";
import { api, client } from "../../api/client.ts";
import { useMe } from "../../api/session.ts";
import { useSubmitKey } from "../../api/use-submit-key.ts";
import { useT } from "../../i18n/use-t.ts";
import { LinkButton } from "../../ui/links.tsx";
import { Page } from "../../ui/page.tsx";
import { tellError } from "../../ui/toast.tsx";
import { useWrite } from "../../ui/use-write.ts";
import { useOwners } from "../use-owners.ts";
import { asOptions, kinds, priorities } from "./conversation-words.ts";

type Person = Awaited<ReturnType<typeof client.customers.listContacts>>["rows"][number];
const nameOf = (person: Person): string =>
  [`${person.firstName} ${person.lastName}`.trim() || (person.email ?? ""), person.customerName].filter(Boolean).join(" · ");

/** A matter opened by hand: somebody called, or we have something to tell them. */
export default function NewConversation() {
  const t = useT("conversations");
  const navigate = useNavigate();
  const given = useSearch({ strict: false }) as { contactId?: string };
  const { key } = useSubmitKey();
  const me = useMe();
  const owners = useOwners();
  const [typed, setTyped] = useState("");
  const [search] = useDebouncedValue(typed, 200);
  const people = useQuery({
    ...api.customers.listContacts.queryOptions({ input: { limit: 20, ...(search && { search }) } }),
    placeholderData: keepPreviousData,
  });
  const form = useForm({
    initialValues: {
      contactId: given.contactId ?? "",
      subject: "",
      said: "",
      kind: "case" as (typeof kinds)[number],
      priority: "normal" as (typeof priorities)[number],
      channel: "phone" as "phone" | "console",
      assigneeId: me?.id ?? "",
    },
  });
  const open = useWrite(
    api.conversations.open.mutationOptions({
      context: { idempotencyKey: key },
      onSuccess: async ({ id }) => {
        const { said, channel } = form.values;
        try {
          if (said.trim())
            await (channel === "phone" ? client.conversations.logCall : client.conversations.note)({
              conversationId: id,
              body: said.trim(),
            });
        } catch (error) {
          tellError(error);
        }
        void navigate({ to: "/conversations/$conversationId", params: { conversationId: id } as never });
      },
      onError: (error) => {
        if (error instanceof ApiError) form.setErrors(error.fields);
      },
    }),
    { done: t("done.opened") },
  );
  const options = new Map((people.data?.rows ?? []).map((person) => [person.id, nameOf(person)]));
  const chosen = useQuery({
    ...api.customers.showContact.queryOptions({ input: { contactId: form.values.contactId } }),
    enabled: !!form.values.contactId && !options.has(form.values.contactId),
  });
  if (chosen.data) options.set(chosen.data.contact.id, nameOf(chosen.data.contact as Person));
  const submit = form.onSubmit(({ contactId, subject, kind, priority, channel, assigneeId }) =>
    open.mutate({ contactId, subject, kind, priority, channel, ...(assigneeId && { assigneeId }) }),
  );
  return (
    <Page title={t("new")} crumbs={[{ label: t("common:area.conversations"), to: "/conversations" }, { label: t("new") }]}>
      <Card withBorder maw={640} padding="lg">
        <form onSubmit={submit}>
          <Stack gap="md">
            <Select
              label={t("col.who")}
              description={t("new.whoHelp")}
              required
              searchable
              data-autofocus
              nothingFoundMessage={t("new.nobodyFound")}
              data={[...options].map(([value, label]) => ({ value, label }))}
              filter={({ options: all }) => all}
              searchValue={typed}
              onSearchChange={setTyped}
              {...form.getInputProps("contactId")}
            />
            <SegmentedControl
              aria-label={t("col.channel")}
              data={(["phone", "console"] as const).map((value) => ({ value, label: t(`new.${value}`) }))}
              {...form.getInputProps("channel")}
            />
            <TextInput label={t("col.subject")} required maxLength={200} {...form.getInputProps("subject")} />
            <Textarea
              label={t(form.values.channel === "phone" ? "new.said" : "new.note")}
              autosize
              minRows={3}
              maxLength={20_000}
              {...form.getInputProps("said")}
            />
            <Group grow align="flex-start">
              <Select
                label={t("col.kind")}
                allowDeselect={false}
                data={asOptions(kinds, t, "kind")}
                {...form.getInputProps("kind")}
              />
              <Select
                label={t("col.priority")}
                allowDeselect={false}
                data={asOptions(priorities, t, "priority")}
                {...form.getInputProps("priority")}
              />
            </Group>
            <Select
              label={t("col.assignee")}
              placeholder={t("leastBusy")}
              clearable
              searchable
              data={owners.people}
              {...form.getInputProps("assigneeId")}
            />
            <Group justify="flex-end" gap="xs">
              <LinkButton to="/conversations" variant="default">
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
