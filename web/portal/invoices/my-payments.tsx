import { Card, Group, Stack, Text, Title } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { api, client } from "../../api/client.ts";
import { live } from "../../api/query-client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { Loaded } from "../../ui/loaded.tsx";
import { DateTime, Money } from "../../ui/values.tsx";
import { ShowMore } from "../show-more.tsx";

/** What I paid, the latest first; what was given back or is still mine to use is said. */
export function MyPayments() {
  const t = useT("portal-invoices");
  const format = useFormat();
  const payments = useInfiniteQuery({
    queryKey: [...api.payments.myPayments.key(), "pages"],
    queryFn: ({ pageParam, signal }) =>
      client.payments.myPayments({ limit: 10, ...(pageParam && { cursor: pageParam }) }, { signal }),
    initialPageParam: "",
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    ...live("payment"),
  });
  return (
    <section aria-labelledby="my-payments">
      <Title order={2} size="h3" mt="xl" mb="xs" id="my-payments">
        {t("payments.title")}
      </Title>
      <Loaded query={payments}>
        {({ pages }) => {
          const rows = pages.flatMap((page) => page.rows);
          if (rows.length === 0) return <Text c="dimmed">{t("payments.none")}</Text>;
          return (
            <Stack gap="sm">
              {rows.map((payment) => {
                const { currency } = payment;
                return (
                  <Card key={payment.id}>
                    <Group justify="space-between" align="start" wrap="nowrap">
                      <div>
                        <Text fw={550}>{t(`payments.method.${payment.method}`)}</Text>
                        <Text size="sm" c="dimmed">
                          <DateTime value={payment.receivedOn} />
                          {payment.reference && <span className="tl-break"> · {payment.reference}</span>}
                        </Text>
                      </div>
                      <Text fw={600} span>
                        <Money minor={payment.amountMinor} currency={currency} />
                      </Text>
                    </Group>
                    {BigInt(payment.refundedMinor) > 0n && (
                      <Text size="sm" mt={4}>
                        {t("payments.refunded", { amount: format.money(payment.refundedMinor, currency) })}
                      </Text>
                    )}
                    {BigInt(payment.unusedMinor) > 0n && (
                      <Text size="sm" mt={4}>
                        {t("payments.unused", { amount: format.money(payment.unusedMinor, currency) })}
                      </Text>
                    )}
                  </Card>
                );
              })}
              <ShowMore query={payments} />
            </Stack>
          );
        }}
      </Loaded>
    </section>
  );
}
