import { Alert, Button, Group, Menu, Stack, Text } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useNavigate, useParams } from "@tanstack/react-router";
import { IconDots } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import { api } from "../../api/client.ts";
import { queryClient } from "../../api/query-client.ts";
import { type T, useT } from "../../i18n/use-t.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { FilterChips } from "../../ui/filter-chips.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { Page } from "../../ui/page.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";
import { tell, tellError } from "../../ui/toast.tsx";
import { useListState } from "../../ui/use-list-state.ts";
import { useWrite } from "../../ui/use-write.ts";
import { DateTime } from "../../ui/values.tsx";
import { ShownOnce } from "../settings/api-keys.tsx";
import { DeliveryDrawer } from "./delivery-drawer.tsx";
import { type Delivery, deliveryTone, type Webhook, webhookTone } from "./webhook-words.ts";
import { WebhookDialog } from "./webhook-dialog.tsx";
import { now } from "../../api/now.ts";

const refetch = () => queryClient.invalidateQueries({ queryKey: api.webhooks.key() });

/** One endpoint: what it was told, how it answered, and sending again. */
export default function WebhookScreen() {
  const { webhookId = "" } = useParams({ strict: false }) as { webhookId?: string };
  const query = useQuery({ ...api.webhooks.show.queryOptions({ input: { webhookId } }), refetchInterval: 15_000 });
  return <Loaded query={query}>{(webhook) => <Shown webhook={webhook} />}</Loaded>;
}

function Shown({ webhook }: { webhook: Webhook }) {
  const t = useT("webhooks");
  const navigate = useNavigate();
  const list = useListState();
  const [shown, setShown] = useState<string>();
  const [editing, setEditing] = useState(false);
  const [secret, setSecret] = useState<string>();
  const webhookId = webhook.id;
  const input = {
    webhookId,
    status: list.pick("status", ["pending", "delivered", "failed"] as const),
    type: list.q || undefined,
    cursor: list.cursor,
  };
  const deliveries = useQuery({
    ...api.webhooks.deliveries.queryOptions({ input }),
    placeholderData: keepPreviousData,
    refetchInterval: 15_000,
  });
  const columns = useMemo(() => columnsOf(t), [t]);
  const change = useWrite(api.webhooks.change.mutationOptions({ onSuccess: refetch }), { done: t("saved") });
  const rotate = useWrite(api.webhooks.rotateSecret.mutationOptions({ onSuccess: ({ secret: made }) => setSecret(made) }));
  const replay = useWrite(api.webhooks.replaySince.mutationOptions({ onSuccess: refetch }), {
    done: ({ deliveries: count }) => t("replaying", { count }),
  });
  const remove = useWrite(
    api.webhooks.remove.mutationOptions({
      onSuccess: async () => {
        await refetch();
        void navigate({ to: "/webhooks" });
      },
    }),
    { done: t("removed") },
  );
  const tryOut = useWrite(
    api.webhooks.tryOut.mutationOptions({
      onSuccess: (answer) =>
        answer.delivered
          ? tell(t("tried", { status: answer.responseStatus ?? 0, ms: answer.tookMs }))
          : tellError(new Error(answer.error ?? t("answered", { status: answer.responseStatus ?? 0 }))),
    }),
  );
  const aWeekAgo = () => new Date(now() - 7 * 86_400_000);
  return (
    <Page
      title={webhook.name}
      subtitle={webhook.url}
      crumbs={[{ label: t("common:area.webhooks"), to: "/webhooks" }, { label: webhook.name }]}
      badges={<StatusBadge status={webhook.status} tone={webhookTone[webhook.status]} label={t(`status.${webhook.status}`)} />}
      actions={
        <>
          <Button variant="default" loading={tryOut.isPending} onClick={() => tryOut.mutate({ webhookId })}>
            {t("try")}
          </Button>
          {webhook.status === "active" ? (
            <Button variant="default" loading={change.isPending} onClick={() => change.mutate({ webhookId, status: "paused" })}>
              {t("pause")}
            </Button>
          ) : (
            <Button loading={change.isPending} onClick={() => change.mutate({ webhookId, status: "active" })}>
              {t("switchOn")}
            </Button>
          )}
          <Menu position="bottom-end" shadow="md">
            <Menu.Target>
              <Button variant="default" px="xs" aria-label={t("common:action.more")}>
                <IconDots size={18} aria-hidden />
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item onClick={() => setEditing(true)}>{t("change")}</Menu.Item>
              <Menu.Item onClick={() => rotate.mutate({ webhookId })}>{t("rotate")}</Menu.Item>
              <Menu.Item onClick={() => replay.mutate({ webhookId, since: aWeekAgo(), onlyFailed: true })}>
                {t("replayFailed")}
              </Menu.Item>
              <Menu.Item onClick={() => replay.mutate({ webhookId, since: aWeekAgo(), onlyFailed: false })}>
                {t("replayAll")}
              </Menu.Item>
              <Menu.Item color="red" onClick={() => remove.mutate({ webhookId })}>
                {t("remove")}
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </>
      }
    >
      <Stack gap="md">
        {secret && <ShownOnce text={secret} explain={t("rotated")} onClose={() => setSecret(undefined)} />}
        {webhook.status === "disabled" && (
          <Alert color="red" title={t("disabled")}>
            {webhook.statusReason}
          </Alert>
        )}
        <Group gap={6}>
          <Text size="sm" c="dimmed">
            {t("types")} :
          </Text>
          <Text size="sm">{webhook.types.length === 0 ? t("allEvents") : webhook.types.join(", ")}</Text>
        </Group>
        <DataTable
          id="deliveries"
          label={t("log")}
          list={list}
          query={deliveries}
          columns={columns}
          rowId={(delivery) => delivery.id}
          rowLabel={(delivery) => delivery.eventType}
          onPeek={(delivery) => setShown(delivery.id)}
          toolbar={
            <FilterChips
              list={list}
              filters={[
                {
                  id: "status",
                  label: t("col.status"),
                  options: (["pending", "delivered", "failed"] as const).map((value) => ({
                    value,
                    label: t(`delivery.${value}`),
                  })),
                },
              ]}
            />
          }
          empty={<EmptyState title={t("log.empty")} text={t("log.emptyText")} />}
        />
      </Stack>
      {editing && <WebhookDialog webhook={webhook} onClose={() => setEditing(false)} />}
      <DeliveryDrawer deliveryId={shown} onClose={() => setShown(undefined)} />
    </Page>
  );
}

const columnsOf = (t: T): Column<Delivery>[] => [
  { id: "event", header: t("col.event"), cell: (delivery) => delivery.eventType },
  {
    id: "status",
    header: t("col.status"),
    cell: (delivery) => (
      <StatusBadge status={delivery.status} tone={deliveryTone[delivery.status]} label={t(`delivery.${delivery.status}`)} />
    ),
  },
  { id: "answer", header: t("col.answer"), cell: (delivery) => delivery.error ?? delivery.responseStatus ?? "–" },
  { id: "attempts", header: t("col.attempts"), align: "right", cell: (delivery) => delivery.attempts },
  { id: "at", header: t("col.at"), cell: (delivery) => <DateTime value={delivery.deliveredAt ?? delivery.createdAt} time /> },
  { id: "next", header: t("col.next"), cell: (delivery) => <DateTime value={delivery.nextAt} time />, hidden: true },
];
