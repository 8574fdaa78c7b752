import { Button, Card, Select, Stack, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { api } from "../../api/client.ts";
import { useSubmitKey } from "../../api/use-submit-key.ts";
import { useT } from "../../i18n/use-t.ts";
import { Page } from "../../ui/page.tsx";
import { useWrite } from "../../ui/use-write.ts";

/** Begins a quote: for whom, and what it is about; lines come next. `?customerId=` and `?opportunityId=` fill it in. */
export default function NewQuote() {
  const t = useT("quotes");
  const navigate = useNavigate();
  const given = useSearch({ strict: false }) as { customerId?: string; opportunityId?: string };
  const [customerId, setCustomerId] = useState<string | null>(given.customerId ?? null);
  const [contactId, setContactId] = useState<string | null>(null);
  const [summary, setSummary] = useState("");
  const [text, setText] = useState("");
  const [search] = useDebouncedValue(text, 200);
  const { key } = useSubmitKey();
  const customers = useQuery({
    ...api.customers.list.queryOptions({ input: { limit: 20, ...(search && { search }) } }),
    placeholderData: keepPreviousData,
  });
  const chosen = useQuery({
    ...api.customers.show.queryOptions({ input: { customerId: customerId ?? "" } }),
    enabled: !!customerId,
  });
  const contacts = useQuery({
    ...api.customers.listContacts.queryOptions({ input: { customerId: customerId ?? "", limit: 100 } }),
    enabled: !!customerId,
  });
  const create = useWrite(
    api.quotes.create.mutationOptions({
      context: { idempotencyKey: key },
      onSuccess: ({ id }) => navigate({ to: "/quotes/$quoteId", params: { quoteId: id } } as never),
    }),
  );
  const options = new Map((customers.data?.rows ?? []).map((customer) => [customer.id, customer.name]));
  if (customerId && chosen.data) options.set(customerId, chosen.data.customer.name);
  return (
    <Page title={t("new")} crumbs={[{ label: t("title"), to: "/quotes" }, { label: t("new") }]}>
      <Card withBorder maw={560} padding="lg">
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (!customerId) return;
            create.mutate({
              customerId,
              ...(contactId && { contactId }),
              ...(given.opportunityId && { opportunityId: given.opportunityId }),
              ...(summary.trim() && { summary: summary.trim() }),
            });
          }}
        >
          <Stack>
            <Select
              label={t("create.customer")}
              required
              searchable
              nothingFoundMessage={t("create.noCustomer")}
              data={[...options].map(([value, label]) => ({ value, label }))}
              filter={({ options: all }) => all}
              searchValue={text}
              onSearchChange={setText}
              value={customerId}
              onChange={(next) => {
                setCustomerId(next);
                setContactId(null);
              }}
            />
            <Select
              label={t("facts.contact")}
              description={t("create.contactHelp")}
              disabled={!customerId}
              clearable
              data={(contacts.data?.rows ?? []).map((contact) => ({
                value: contact.id,
                label: `${contact.firstName} ${contact.lastName}`.trim() || (contact.email ?? contact.id),
              }))}
              value={contactId}
              onChange={setContactId}
            />
            <TextInput
              label={t("create.summary")}
              description={t("create.summaryHelp")}
              maxLength={160}
              value={summary}
              onChange={(event) => setSummary(event.currentTarget.value)}
            />
            <Button type="submit" loading={create.isPending} disabled={!customerId}>
              {t("create.submit")}
            </Button>
          </Stack>
        </form>
      </Card>
    </Page>
  );
}
