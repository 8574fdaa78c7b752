import { Button, Text } from "@mantine/core";
import { IconFileTypePdf } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { api } from "../../api/client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { LinkButton } from "../../ui/links.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { DoneCard } from "../done-card.tsx";
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
          <DoneCard title={t("signed.title")} text={t("signed.text", { name: signed.by, at: format.dateTime(signed.at) })}>
            <div className="tl-portal-next">
              <LinkButton to="/portal/orders">{t("signed.orders")}</LinkButton>
              <FileButton href={`/api/my/quotes/${quote.id}/versions/${offer.version}/document`}>{t("pdfSigned")}</FileButton>
              <FileButton href={`/api/my/quotes/${quote.id}/certificate`}>{t("certificate")}</FileButton>
            </div>
            <Text size="xs" c="dimmed" mt="md" className="tl-hash">
              {t("signed.hash", { hash: signed.documentSha256 })}
            </Text>
            <Text size="xs" c="dimmed" mt={4}>
              {notice}
            </Text>
          </DoneCard>
        )
      }
    </Loaded>
  );
}

const FileButton = ({ href, children }: { href: string; children: string }) => (
  <Button
    component="a"
    href={href}
    target="_blank"
    rel="noreferrer"
    variant="default"
    leftSection={<IconFileTypePdf size={18} aria-hidden />}
  >
    {children}
  </Button>
);
