import { Stack, Text } from "@mantine/core";
import { useState } from "react";
import type { Locale } from "../../i18n/locale.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { Panel } from "../../ui/record-page.tsx";
import type { Campaign } from "./campaign-words.ts";
import { LocaleChoice } from "./locale-choice.tsx";
import { MailPreview } from "./mail-preview.tsx";

/** What the campaign's mail says, as its readers see it, in either language. */
export function MailPanel({ campaign }: { campaign: Campaign }) {
  const t = useT("campaigns");
  const format = useFormat();
  const [locale, setLocale] = useState<Locale>(format.locale);
  if (!campaign.mail)
    return (
      <Panel title={t("mail.title")}>
        <Text size="sm" c="dimmed">
          {t("mail.none")}
        </Text>
      </Panel>
    );
  return (
    <Panel title={t("mail.title")} action={<LocaleChoice value={locale} onChange={setLocale} />}>
      <Stack gap="xs">
        <MailPreview mail={campaign.mail[locale]} locale={locale} slug={campaign.slug} />
      </Stack>
    </Panel>
  );
}
