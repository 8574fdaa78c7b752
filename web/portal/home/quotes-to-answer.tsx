import { Card, Group, Text } from "@mantine/core";
import type { client } from "../../api/client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { LinkButton } from "../../ui/links.tsx";

type Quote = Awaited<ReturnType<typeof client.quotes.myQuotes>>["rows"][number];

/** Offers that wait for my answer. */
export function QuotesToAnswer({ quotes }: { quotes: Quote[] }) {
  const t = useT("portal-home");
  const format = useFormat();
  return quotes.map((quote) => (
    <Card padding="lg" key={quote.id} component="section" aria-label={t("quote", { number: quote.number })}>
      <Group justify="space-between" gap="sm">
        <div>
          <Text fw={650} size="lg">
            {t("quote", { number: quote.number })}
          </Text>
          <Text size="sm" c="dimmed">
            {[quote.summary, quote.totalMinor && format.money(quote.totalMinor, quote.currency)].filter(Boolean).join(" · ")}
          </Text>
        </div>
        <LinkButton to="/portal/quotes/$quoteId" params={{ quoteId: quote.id }}>
          {t("quote.read")}
        </LinkButton>
      </Group>
    </Card>
  ));
}
