import { Text } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { api } from "../../api/client.ts";
import type { Locale } from "../../i18n/locale.ts";
import { useT } from "../../i18n/use-t.ts";
import { Loaded } from "../../ui/loaded.tsx";
import { MailFrame } from "../status/mail-frame.tsx";
import { isMailComplete, type MailDraft } from "./draft.ts";

/** A mail as somebody called Léa would see it, a moment after it was typed. */
export function MailPreview({ mail, locale, slug }: { mail: MailDraft; locale: Locale; slug: string }) {
  const t = useT("campaigns");
  const [shown] = useDebouncedValue(mail, 400);
  const ready = isMailComplete(shown);
  const query = useQuery({
    ...api.campaigns.preview.queryOptions({ input: { mail: shown, locale, slug: slug || "page" } }),
    enabled: ready,
    placeholderData: keepPreviousData,
    staleTime: 300_000,
  });
  if (!ready)
    return (
      <Text size="sm" c="dimmed">
        {t("mail.notYet")}
      </Text>
    );
  return (
    <Loaded query={query}>
      {({ subject, html }) => (
        <div className="tl-mail-look" lang={locale}>
          <Text fw={650}>{subject}</Text>
          {shown.preview && (
            <Text size="sm" c="dimmed" mb="xs">
              {shown.preview.replaceAll("{{firstName}}", "Léa")}
            </Text>
          )}
          <MailFrame html={html} />
        </div>
      )}
    </Loaded>
  );
}
