import "./campaigns.css";
import { Alert, Button, Tabs, Text } from "@mantine/core";
import { useBlocker } from "@tanstack/react-router";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useState } from "react";
import type { Locale } from "../../i18n/locale.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { LocaleChoice } from "./locale-choice.tsx";
import { type Draft, emptyMail, missingIn, type Part } from "./draft.ts";
import { EssentialsEditor } from "./essentials-editor.tsx";
import { MailEditor } from "./mail-editor.tsx";
import { MailPreview } from "./mail-preview.tsx";
import { PageEditor } from "./page-editor.tsx";
import { PagePreview } from "./page-preview.tsx";
import { TestSend } from "./test-send.tsx";

const parts: readonly Part[] = ["essentials", "mail", "page"];

/**
 * A campaign while it is written: what it is, its mail, its page; each in both languages, seen as it will look. After the
 * launch the mail and the audience are settled (`launched`).
 */
export function CampaignEditor(props: {
  start: Draft;
  isNew: boolean;
  launched: boolean;
  saving: boolean;
  onSave: (draft: Draft) => void;
  onCancel: () => void;
}) {
  const t = useT("campaigns");
  const format = useFormat();
  const [draft, setDraft] = useState(props.start);
  const [part, setPart] = useState<Part>("essentials");
  const [locale, setLocale] = useState<Locale>(format.locale);
  const [asked, setAsked] = useState(false);
  const missing = missingIn(draft);
  const isChanged = JSON.stringify(draft) !== JSON.stringify(props.start);
  useBlocker({
    shouldBlockFn: () => isChanged && !props.saving && !window.confirm(t("edit.leave")),
    enableBeforeUnload: () => isChanged && !props.saving,
  });
  const set = (change: Partial<Draft>): void => setDraft((now) => ({ ...now, ...change }));
  const save = (): void => {
    setAsked(true);
    const [first] = missing;
    if (!first) return props.onSave(draft);
    setPart(first.part);
    if (first.locale) setLocale(first.locale);
  };
  const missingHere = asked ? missing.filter((one) => one.part === part).flatMap((one) => one.locale ?? []) : [];
  const choice = <LocaleChoice value={locale} onChange={setLocale} missing={missingHere} />;
  const settled = <Alert mb="md">{t("edit.settled")}</Alert>;
  return (
    <Tabs value={part} onChange={(value) => setPart((value ?? "essentials") as Part)} keepMounted={false}>
      <Tabs.List mb="lg">
        {parts.map((one) => (
          <Tabs.Tab
            key={one}
            value={one}
            rightSection={
              asked && missing.some((each) => each.part === one) ? (
                <IconAlertTriangle size={15} aria-label={t("edit.missing")} />
              ) : undefined
            }
          >
            {t(`part.${one}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value="essentials">
        {props.launched && settled}
        <EssentialsEditor draft={draft} onChange={set} isNew={props.isNew} launched={props.launched} asked={asked} />
      </Tabs.Panel>
      <Tabs.Panel value="mail">
        {props.launched && settled}
        <div className="tl-write">
          <div>
            {draft.mail ? (
              <MailEditor
                mail={draft.mail[locale]}
                other={draft.mail[locale === "fr" ? "en" : "fr"]}
                choice={choice}
                disabled={props.launched}
                onChange={(mail) => draft.mail && set({ mail: { ...draft.mail, [locale]: mail } })}
                onRemove={() => set({ mail: null })}
              />
            ) : (
              <>
                <Text mb="sm">{t("mail.none")}</Text>
                <Button
                  variant="light"
                  disabled={props.launched}
                  onClick={() => set({ mail: { en: emptyMail(), fr: emptyMail() } })}
                >
                  {t("mail.add")}
                </Button>
              </>
            )}
          </div>
          {draft.mail && (
            <div className="tl-write-look">
              <TestSend mail={draft.mail[locale]} locale={locale} slug={draft.slug} />
              <MailPreview mail={draft.mail[locale]} locale={locale} slug={draft.slug} />
            </div>
          )}
        </div>
      </Tabs.Panel>
      <Tabs.Panel value="page">
        <div className="tl-write">
          <PageEditor
            page={draft.page[locale]}
            other={draft.page[locale === "fr" ? "en" : "fr"]}
            choice={choice}
            onChange={(page) => set({ page: { ...draft.page, [locale]: page } })}
          />
          <div className="tl-write-look">
            <PagePreview page={draft.page[locale]} locale={locale} formSlug={draft.formSlug} />
          </div>
        </div>
      </Tabs.Panel>
      <div className="tl-write-foot">
        <Text size="sm" c={asked && missing.length > 0 ? "red" : "dimmed"} role="status">
          {asked && missing.length > 0
            ? t("edit.stillMissing", {
                what: missing
                  .map((one) => `${t(`missing.${one.what}`)}${one.locale ? ` (${one.locale.toUpperCase()})` : ""}`)
                  .join(", "),
              })
            : t("edit.bothLanguages")}
        </Text>
        <Button variant="default" onClick={props.onCancel}>
          {t("common:action.cancel")}
        </Button>
        <Button loading={props.saving} onClick={save}>
          {t("common:action.save")}
        </Button>
      </div>
    </Tabs>
  );
}
