import { Button, Code, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { api } from "../../api/client.ts";
import { queryClient } from "../../api/query-client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { Loaded } from "../../ui/loaded.tsx";
import { PeekDrawer } from "../../ui/peek-drawer.tsx";
import { useWrite } from "../../ui/use-write.ts";

/** One delivery: what was sent, every attempt with its answer. */
export function DeliveryDrawer({ deliveryId, onClose }: { deliveryId: string | undefined; onClose: () => void }) {
  const t = useT("webhooks");
  const format = useFormat();
  const query = useQuery({
    ...api.webhooks.delivery.queryOptions({ input: { deliveryId: deliveryId ?? "" } }),
    enabled: !!deliveryId,
  });
  const replay = useWrite(
    api.webhooks.replay.mutationOptions({ onSuccess: () => queryClient.invalidateQueries({ queryKey: api.webhooks.key() }) }),
    { done: t("replaying", { count: 1 }) },
  );
  return (
    <PeekDrawer title={query.data?.delivery.eventType ?? t("log")} opened={!!deliveryId} onClose={onClose}>
      <Loaded query={query}>
        {({ delivery, body, attempts }) => (
          <Stack gap="md">
            <Button loading={replay.isPending} onClick={() => replay.mutate({ deliveryId: delivery.id })}>
              {t("replay")}
            </Button>
            <Text fw={650} component="h3">
              {t("attempts")}
            </Text>
            {attempts.length === 0 && <Text c="dimmed">{t("attempts.none")}</Text>}
            {attempts.map((attempt) => (
              <div key={attempt.id}>
                <Text size="sm">
                  {format.dateTime(attempt.at)} · {attempt.error ?? t("answered", { status: attempt.responseStatus ?? 0 })} ·{" "}
                  {attempt.tookMs} ms
                </Text>
                {attempt.responseBody && <Code block>{attempt.responseBody}</Code>}
              </div>
            ))}
            <Text fw={650} component="h3">
              {t("sentBody")}
            </Text>
            <Code block>{JSON.stringify(JSON.parse(body), null, 2)}</Code>
          </Stack>
        )}
      </Loaded>
    </PeekDrawer>
  );
}
