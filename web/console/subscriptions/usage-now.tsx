import { Progress, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { api } from "../../api/client.ts";
import { live } from "../../api/query-client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { TextLink } from "../../ui/links.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { Panel } from "../../ui/record-page.tsx";

/** What each meter counts in its running period, and as of when. */
export function UsageNow({ subscriptionId }: { subscriptionId: string }) {
  const t = useT("subscriptions");
  const format = useFormat();
  const usage = useQuery({ ...api.usage.current.queryOptions({ input: { subscriptionId } }), ...live("usage") });
  return (
    <Panel
      title={t("usage.title")}
      action={
        <TextLink to="/subscriptions/$subscriptionId/usage" params={{ subscriptionId }} size="sm">
          {t("usage.open")}
        </TextLink>
      }
    >
      <Loaded query={usage}>
        {({ rows, asOf }) => (
          <>
            {rows.map((row) => {
              const share = Number(row.included) > 0 ? (Number(row.used) / Number(row.included)) * 100 : 0;
              return (
                <div key={row.itemId}>
                  <Text size="sm" fw={550}>
                    {row.meter}: {format.number(row.used)} {row.unit}
                    {Number(row.included) > 0 && ` / ${format.number(row.included)}`}
                  </Text>
                  {Number(row.included) > 0 && (
                    <Progress
                      value={Math.min(share, 100)}
                      color={share >= 100 ? "red" : share >= 80 ? "yellow" : "teal"}
                      aria-label={t("usage.share", { share: format.percent(share / 100) })}
                      my={4}
                    />
                  )}
                  <Text size="xs" c="dimmed">
                    {t("usage.period", { from: format.date(row.periodFrom), records: format.number(row.records) })}
                  </Text>
                </div>
              );
            })}
            <Text size="xs" c="dimmed" mt={6}>
              {t("usage.asOf", { when: format.dateTime(asOf) })}
            </Text>
          </>
        )}
      </Loaded>
    </Panel>
  );
}
