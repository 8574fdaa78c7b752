import { Anchor, Badge, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { api } from "../../api/client.ts";
import { useT } from "../../i18n/use-t.ts";
import { Loaded } from "../../ui/loaded.tsx";
import { Panel } from "../../ui/record-page.tsx";
import { DateTime } from "../../ui/values.tsx";

/** Who signed, when, with which evidence, and the certificate. */
export function QuoteSignature({ quoteId }: { quoteId: string }) {
  const t = useT("quotes");
  const signature = useQuery(api.signatures.show.queryOptions({ input: { quoteId } }));
  return (
    <Panel title={t("signature.title")}>
      <Loaded query={signature}>
        {({ signed }) =>
          signed && (
            <Stack gap={8}>
              <Text size="sm">
                <strong>{signed.by}</strong>, <DateTime value={signed.at} time />
              </Text>
              <Text size="xs" c="dimmed">
                {signed.email}
              </Text>
              <Badge color={signed.evidenceIntact ? "teal" : "red"}>
                {t(signed.evidenceIntact ? "signature.intact" : "signature.broken", { count: signed.evidence.length })}
              </Badge>
              <Anchor size="sm" href={`/api/quotes/${quoteId}/certificate`} target="_blank" rel="noreferrer">
                {t("signature.certificate")}
              </Anchor>
              <Text size="xs" c="dimmed">
                {t("signature.kind")}
              </Text>
            </Stack>
          )
        }
      </Loaded>
    </Panel>
  );
}
