import "./campaigns.css";
import { Button, Group, Menu, MultiSelect, SimpleGrid, Stack, Text, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { api } from "../../api/client.ts";
import type { Locale } from "../../i18n/locale.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { LandingForm } from "../../ui/landing/landing-form.tsx";
import { Panel } from "../../ui/record-page.tsx";
import { replaced } from "./campaign-words.ts";
import { slugOf } from "./draft.ts";
import { FieldEditor } from "./field-editor.tsx";
import { type FormDraft, isFormComplete, knownFields } from "./form-words.ts";
import { LocaleChoice } from "./locale-choice.tsx";

/** What a form asks, in both languages, what one may agree to, and how it thanks; seen as it is written. */
export function FormEditor(props: {
  start: FormDraft;
  isNew: boolean;
  saving: boolean;
  onSave: (draft: FormDraft) => void;
  onCancel: () => void;
}) {
  const t = useT("campaigns");
  const format = useFormat();
  const { slug, name, fields, purposes, thanks } = props.start;
  const [draft, setDraft] = useState<FormDraft>({ slug, name, fields, purposes, thanks });
  const [locale, setLocale] = useState<Locale>(format.locale);
  const known = useQuery({ ...api.consent.purposes.queryOptions(), staleTime: 300_000 });
  const offered = (known.data?.rows ?? []).filter((purpose) => purpose.active);
  const set = (change: Partial<FormDraft>): void => setDraft((now) => ({ ...now, ...change }));
  const both = (label: string, value: { en: string; fr: string }, onChange: (value: { en: string; fr: string }) => void) => (
    <SimpleGrid cols={{ base: 1, sm: 2 }}>
      {(["fr", "en"] as const).map((one) => (
        <TextInput
          key={one}
          label={`${label} (${one.toUpperCase()})`}
          required
          maxLength={300}
          value={value[one]}
          onChange={(event) => onChange({ ...value, [one]: event.currentTarget.value })}
        />
      ))}
    </SimpleGrid>
  );
  const free = knownFields.filter((field) => draft.fields.every((one) => one.name !== field.name));
  const nextName = (): string => {
    let n = draft.fields.length + 1;
    while (draft.fields.some((one) => one.name === `question_${n}`)) n += 1;
    return `question_${n}`;
  };
  return (
    <>
      <div className="tl-write">
        <Stack gap="md">
          {both(t("form.name"), draft.name, (value) =>
            set({ name: value, ...(props.isNew && { slug: slugOf(value.fr || value.en) }) }),
          )}
          <Text component="h2" fw={650}>
            {t("form.fields")}
          </Text>
          {draft.fields.map((field, at) => (
            <FieldEditor
              key={field.name}
              field={field}
              all={draft.fields}
              at={at}
              onChange={(next) => set({ fields: replaced(draft.fields, at, next) })}
              onList={(list) => set({ fields: list })}
            />
          ))}
          <Menu shadow="md" position="bottom-start">
            <Menu.Target>
              <Button variant="light" size="xs" w="fit-content" leftSection={<IconPlus size={14} aria-hidden />}>
                {t("form.addField")}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {free.map((field) => (
                <Menu.Item key={field.name} onClick={() => set({ fields: [...draft.fields, field] })}>
                  {field.label[format.locale]}
                </Menu.Item>
              ))}
              <Menu.Item
                onClick={() =>
                  set({
                    fields: [
                      ...draft.fields,
                      { name: nextName(), type: "text", label: { en: "", fr: "" }, required: false, options: [] },
                    ],
                  })
                }
              >
                {t("form.ownField")}
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
          <MultiSelect
            label={t("form.purposes")}
            description={t("form.purposesHelp")}
            data={offered.map((purpose) => ({ value: purpose.key, label: purpose.name[format.locale] }))}
            value={draft.purposes}
            onChange={(value) => set({ purposes: value })}
          />
          {both(t("form.thanks"), draft.thanks, (value) => set({ thanks: value }))}
        </Stack>
        <div className="tl-write-look">
          <Panel title={t("form.look")} action={<LocaleChoice value={locale} onChange={setLocale} />}>
            <LandingForm
              form={{ ...draft, purposes: offered.filter((purpose) => draft.purposes.includes(purpose.key)) }}
              locale={locale}
              action={t("common:action.send")}
            />
          </Panel>
        </div>
      </div>
      <div className="tl-write-foot">
        <Text size="sm" c="dimmed" role="status">
          {isFormComplete(draft) ? t("form.ready") : t("form.incomplete")}
        </Text>
        <Group gap="xs">
          <Button variant="default" onClick={props.onCancel}>
            {t("common:action.cancel")}
          </Button>
          <Button disabled={!isFormComplete(draft)} loading={props.saving} onClick={() => props.onSave(draft)}>
            {t("common:action.save")}
          </Button>
        </Group>
      </div>
    </>
  );
}
