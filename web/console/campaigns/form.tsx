import "./campaigns.css";
import { Anchor, Button, Group, Stack, Switch, Text } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { IconExternalLink, IconInbox } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import { useCan } from "../../api/can.ts";
import { api, type client } from "../../api/client.ts";
import { live, queryClient } from "../../api/query-client.ts";
import type { Locale } from "../../i18n/locale.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { type T, useT } from "../../i18n/use-t.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { LandingForm } from "../../ui/landing/landing-form.tsx";
import { TextLink } from "../../ui/links.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { NotFound } from "../../ui/not-found.tsx";
import { Page } from "../../ui/page.tsx";
import { Panel } from "../../ui/record-page.tsx";
import { useListState } from "../../ui/use-list-state.ts";
import { useWrite } from "../../ui/use-write.ts";
import { DateTime } from "../../ui/values.tsx";
import { FormEditor } from "./form-editor.tsx";
import type { FormRow } from "./form-words.ts";
import { LocaleChoice } from "./locale-choice.tsx";
import { useAskedForm } from "./use-asked-form.ts";

type Submission = Awaited<ReturnType<typeof client.forms.submissions>>["rows"][number];
const refetch = () => queryClient.invalidateQueries({ queryKey: api.forms.key() });

/** One form: how it looks, where it stands, what was sent in. */
export default function FormScreen() {
  const { formId = "" } = useParams({ strict: false }) as { formId?: string };
  const forms = useQuery({ ...api.forms.list.queryOptions(), ...live("form", "campaign") });
  return (
    <Loaded query={forms}>
      {({ rows }) => {
        const form = rows.find((one) => one.id === formId);
        return form ? <Shown form={form} /> : <NotFound />;
      }}
    </Loaded>
  );
}

function Shown({ form }: { form: FormRow }) {
  const t = useT("campaigns");
  const format = useFormat();
  const can = useCan();
  const list = useListState();
  const [editing, setEditing] = useState(false);
  const [locale, setLocale] = useState<Locale>(format.locale);
  const asked = useAskedForm(form.slug);
  const formId = form.id;
  const submissions = useQuery({
    ...api.forms.submissions.queryOptions({ input: { formId, cursor: list.cursor } }),
    ...live("form"),
    placeholderData: keepPreviousData,
  });
  const known = useQuery({ ...api.consent.purposes.queryOptions(), staleTime: 300_000 }).data?.rows;
  const columns = useMemo(() => {
    const named = (key: string): string => known?.find((purpose) => purpose.key === key)?.name[format.locale] ?? key;
    return columnsOf(t, form, format.locale, named);
  }, [t, form, format.locale, known]);
  const change = useWrite(
    api.forms.change.mutationOptions({
      onSuccess: async () => {
        await refetch();
        setEditing(false);
      },
    }),
    { done: t("done.saved") },
  );
  const name = form.name[format.locale];
  return (
    <Page
      title={name}
      crumbs={[
        { label: t("common:area.campaigns"), to: "/campaigns" },
        { label: t("tab.forms"), to: "/campaigns/forms" },
        { label: name },
      ]}
      actions={
        can("change forms") && (
          <>
            <Switch
              label={t("form.active")}
              checked={form.active}
              disabled={change.isPending}
              onChange={(event) => change.mutate({ formId, active: event.currentTarget.checked })}
            />
            {!editing && <Button onClick={() => setEditing(true)}>{t("common:action.edit")}</Button>}
          </>
        )
      }
    >
      {editing ? (
        <FormEditor
          start={form}
          isNew={false}
          saving={change.isPending}
          onCancel={() => setEditing(false)}
          onSave={({ name: words, fields, purposes, thanks }) => change.mutate({ formId, name: words, fields, purposes, thanks })}
        />
      ) : (
        <div className="tl-write">
          <Stack gap="lg">
            <DataTable
              id="form-submissions"
              label={t("form.received")}
              list={list}
              query={submissions}
              columns={columns}
              rowId={(row) => row.id}
              rowLabel={(row) => Object.values(row.values).slice(0, 2).join(" ")}
              empty={<EmptyState icon={IconInbox} title={t("form.none")} text={t("form.noneText")} />}
            />
          </Stack>
          <Stack gap="lg">
            <Panel title={t("form.where")}>
              {form.campaigns.length === 0 && <Text size="sm">{t("form.nowhere")}</Text>}
              <ul className="tl-plain-list">
                {form.campaigns.map((campaign) => (
                  <li key={campaign.id}>
                    <Group justify="space-between">
                      <TextLink to="/campaigns/$campaignId" params={{ campaignId: campaign.id }}>
                        {campaign.name}
                      </TextLink>
                      {campaign.status === "draft" ? (
                        <Text size="sm" c="dimmed">
                          {t("status.draft")}
                        </Text>
                      ) : (
                        <Anchor href={`/p/${campaign.slug}`} target="_blank" rel="noreferrer" size="sm">
                          /p/{campaign.slug} <IconExternalLink size={14} aria-hidden />
                        </Anchor>
                      )}
                    </Group>
                  </li>
                ))}
              </ul>
            </Panel>
            <Panel title={t("form.look")} action={<LocaleChoice value={locale} onChange={setLocale} />}>
              {asked && <LandingForm form={asked} locale={locale} action={t("common:action.send")} />}
            </Panel>
          </Stack>
        </div>
      )}
    </Page>
  );
}

const columnsOf = (t: T, form: FormRow, locale: Locale, named: (purpose: string) => string): Column<Submission>[] => [
  { id: "at", header: t("form.at"), cell: (row) => <DateTime value={row.submittedAt} time /> },
  {
    id: "who",
    header: t("form.who"),
    cell: (row) => {
      const name = [row.values["first_name"], row.values["last_name"]].filter(Boolean).join(" ") || row.values["email"] || "–";
      return row.contactId ? (
        <TextLink to="/contacts/$contactId" params={{ contactId: row.contactId }}>
          {name}
        </TextLink>
      ) : (
        name
      );
    },
  },
  ...form.fields
    .filter((field) => !["first_name", "last_name"].includes(field.name))
    .map(
      (field, index): Column<Submission> => ({
        id: field.name,
        header: field.label[locale],
        cell: (row) => row.values[field.name] ?? "–",
        hidden: index > 2,
      }),
    ),
  { id: "purposes", header: t("form.ticked"), cell: (row) => row.purposes.map(named).join(", ") || "–", hidden: true },
];
