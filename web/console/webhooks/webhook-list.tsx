import { Button, Card, Group, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { IconPlus, IconWebhook } from "@tabler/icons-react";
import { useState } from "react";
import { api } from "../../api/client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { TextLink } from "../../ui/links.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { Page } from "../../ui/page.tsx";
import { CardSkeletons } from "../../ui/skeletons.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";
import { ShownOnce } from "../settings/api-keys.tsx";
import { WebhookDialog } from "./webhook-dialog.tsx";
import { webhookTone } from "./webhook-words.ts";

/** Who is told what happens here. */
export default function WebhookList() {
  const t = useT("webhooks");
  const format = useFormat();
  const [adding, setAdding] = useState(false);
  const [secret, setSecret] = useState<string>();
  const query = useQuery({ ...api.webhooks.list.queryOptions(), refetchInterval: 15_000 });
  const add = (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setAdding(true)}>
      {t("add")}
    </Button>
  );
  return (
    <Page title={t("common:area.webhooks")} subtitle={t("subtitle")} actions={add}>
      <Stack gap="md">
        {secret && <ShownOnce text={secret} explain={t("secretOnce")} onClose={() => setSecret(undefined)} />}
        <Loaded query={query} skeleton={<CardSkeletons cards={2} />}>
          {({ rows }) =>
            rows.length === 0 ? (
              <EmptyState icon={IconWebhook} title={t("empty.title")} text={t("empty.text")} action={add} />
            ) : (
              rows.map((webhook) => (
                <Card key={webhook.id} withBorder>
                  <Group justify="space-between" wrap="nowrap" align="start">
                    <div>
                      <TextLink fw={650} to="/webhooks/$webhookId" params={{ webhookId: webhook.id }}>
                        {webhook.name}
                      </TextLink>
                      <Text size="sm" c="dimmed" style={{ overflowWrap: "anywhere" }}>
                        {webhook.url}
                      </Text>
                      <Text size="sm">{webhook.types.length === 0 ? t("allEvents") : webhook.types.join(", ")}</Text>
                    </div>
                    <Stack gap={4} align="end" style={{ flex: "none" }}>
                      <StatusBadge
                        status={webhook.status}
                        tone={webhook.failingSince && webhook.status === "active" ? "waiting" : webhookTone[webhook.status]}
                        label={webhook.failingSince && webhook.status === "active" ? t("failing") : t(`status.${webhook.status}`)}
                      />
                      <Text size="xs" c="dimmed">
                        {t("told", { count: webhook.delivered, n: format.number(webhook.delivered) })}
                        {webhook.waiting > 0 && ` · ${t("waiting", { count: webhook.waiting })}`}
                        {webhook.failed > 0 && ` · ${t("failed", { count: webhook.failed })}`}
                      </Text>
                    </Stack>
                  </Group>
                </Card>
              ))
            )
          }
        </Loaded>
      </Stack>
      {adding && <WebhookDialog onClose={() => setAdding(false)} onSecret={setSecret} />}
    </Page>
  );
}
