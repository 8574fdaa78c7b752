import "./quote.css";
import { Card, Group, Stack, Text } from "@mantine/core";
import { IconFileDescription } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { api } from "../../api/client.ts";
import { live } from "../../api/query-client.ts";
import { useT } from "../../i18n/use-t.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { TextLink } from "../../ui/links.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";
import { DateTime, Money } from "../../ui/values.tsx";
import { PortalPage } from "../portal-page.tsx";

/** Every quote of the customer, also those still being prepared. */
export default function MyQuotes() {
  const t = useT("portal-quote");
  const quotes = useQuery({ ...api.quotes.myQuotes.queryOptions({ input: { limit: 50 } }), ...live("quote") });
  return (
    <PortalPage width="wide" title={t("list.title")}>
      <Loaded query={quotes}>
        {({ rows }) =>
          rows.length === 0 ? (
            <EmptyState icon={IconFileDescription} title={t("list.empty")} text={t("list.emptyText")} />
          ) : (
            <Stack gap="sm">
              {rows.map((quote) => (
                <Card key={quote.id} component="article">
                  <Group justify="space-between" align="start">
                    <div>
                      <TextLink to="/portal/quotes/$quoteId" params={{ quoteId: quote.id }} fw={600}>
                        {quote.number}
                      </TextLink>
                      <Text size="sm" c="dimmed">
                        {quote.summary ?? <DateTime value={quote.createdAt} />}
                      </Text>
                    </div>
                    <Stack gap={4} align="end">
                      <StatusBadge status={quote.status} label={t(`status.${quote.status}`)} />
                      {quote.totalMinor !== null && <Money minor={quote.totalMinor} currency={quote.currency} />}
                    </Stack>
                  </Group>
                </Card>
              ))}
            </Stack>
          )
        }
      </Loaded>
    </PortalPage>
  );
}
