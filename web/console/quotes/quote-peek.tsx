import { Group, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { api } from "../../api/client.ts";
import { liveAbout } from "../../api/query-client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { Loaded } from "../../ui/loaded.tsx";
import { Money, Named } from "../../ui/values.tsx";
import { QuoteStatus } from "./quote-status.tsx";
import { QuoteSums } from "./quote-sums.tsx";

/** A quote at a glance: whose, how it stands, what is on it, what it comes to. */
export function QuotePeek({ quoteId }: { quoteId: string }) {
  const format = useFormat();
  const quote = useQuery({ ...api.quotes.show.queryOptions({ input: { quoteId } }), ...liveAbout(quoteId, "quote") });
  return (
    <Loaded query={quote}>
      {(shown) => (
        <Stack gap="md">
          <Group justify="space-between">
            <Named name={shown.customerName} {...(shown.contactName && { note: shown.contactName })} />
            <QuoteStatus status={shown.status} />
          </Group>
          <Stack gap={6}>
            {shown.offer.lines.map((line) => (
              <Group key={line.id} justify="space-between" wrap="nowrap" align="start">
                <Text size="sm">
                  {format.number(line.quantity)} × {line.name[format.locale]}
                </Text>
                <Money minor={line.netMinor} currency={shown.currency} />
              </Group>
            ))}
          </Stack>
          <QuoteSums offer={shown.offer} currency={shown.currency} />
        </Stack>
      )}
    </Loaded>
  );
}
