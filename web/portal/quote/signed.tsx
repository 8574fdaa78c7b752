import { Alert, Anchor, Stack, Text } from "@mantine/core";
import { IconCircleCheck } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { api } from "../../api/client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { TextLink } from "../../ui/links.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import type { MyQuote, Offer } from "./types.ts";

/** That it is signed, by whom, and everything one may want to keep of it. */
export function Signed({ quote, offer }: { quote: MyQuote; offer: Offer }) {
  const t = useT("portal-quote");
  const format = useFormat();
  const signature = useQuery(api.signatures.mySignature.queryOptions({ input: { quoteId: quote.id } }));
  return (
    <Loaded query={signature}>
      {({ signed, notice }) =>
        signed && (
          <Alert color="teal" icon={<IconCircleCheck aria-hidden />} title={t("signed.title")}>
            <Stack gap="xs">
              <Text size="sm">{t("signed.text", { name: signed.by, at: format.dateTime(signed.at) })}</Text>
              <TextLink to="/portal/orders">{t("signed.orders")}</TextLink>
              <Anchor href={`/api/my/quotes/${quote.id}/versions/${offer.version}/document`} target="_blank" rel="noreferrer">
                {t("pdfSigned")}
              </Anchor>
              <Anchor href={`/api/my/quotes/${quote.id}/certificate`} target="_blank" rel="noreferrer">
                {t("certificate")}
              </Anchor>
              <Text size="xs" className="tl-hash">
                {t("signed.hash", { hash: signed.documentSha256 })}
              </Text>
              <Text size="xs">{notice}</Text>
            </Stack>
          </Alert>
        )
      }
    </Loaded>
  );
}
