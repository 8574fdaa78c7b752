import { Anchor, Group, Stack, Text } from "@mantine/core";
import { useT } from "../../i18n/use-t.ts";
import { Panel } from "../../ui/record-page.tsx";
import { DateTime, Money } from "../../ui/values.tsx";
import type { Quote } from "./types.ts";

/** Every version with its sum and its PDF; those that were sent never change. */
export function QuoteVersions({ quote }: { quote: Quote }) {
  const t = useT("quotes");
  return (
    <Panel title={t("versions.title")}>
      <Stack gap={10}>
        {quote.versions.map((version) => (
          <Group key={version.version} justify="space-between" wrap="nowrap" align="start">
            <div>
              <Anchor
                size="sm"
                fw={600}
                href={`/api/quotes/${quote.id}/versions/${version.version}/document`}
                target="_blank"
                rel="noreferrer"
              >
                {t("versions.pdf", { version: version.version })}
              </Anchor>
              <Text size="xs" c="dimmed">
                {version.sentAt ? (
                  <>
                    {t("versions.sent")} <DateTime value={version.sentAt} time />
                  </>
                ) : (
                  t("versions.draft")
                )}
              </Text>
              {version.documentSha256 && (
                <Text size="xs" c="dimmed" title={version.documentSha256} className="tl-figure">
                  SHA-256 {version.documentSha256.slice(0, 12)}…
                </Text>
              )}
            </div>
            <Money minor={version.totalMinor} currency={quote.currency} />
          </Group>
        ))}
      </Stack>
    </Panel>
  );
}
