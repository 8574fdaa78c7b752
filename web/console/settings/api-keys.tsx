import { Alert, Badge, Button, CopyButton, Group, Modal, MultiSelect, NumberInput, Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import { IconKey, IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { api } from "../../api/client.ts";
import { queryClient } from "../../api/query-client.ts";
import { useT } from "../../i18n/use-t.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { Panel } from "../../ui/record-page.tsx";
import { useWrite } from "../../ui/use-write.ts";
import { DateTime, RelativeTime } from "../../ui/values.tsx";
import { SettingsPage } from "./settings-page.tsx";
import { type Role, roles } from "./roles.ts";

const refetch = () => queryClient.invalidateQueries({ queryKey: api.staff.listApiKeys.key() });

/** Keys by which other programs act in someone's name. */
export default function ApiKeys() {
  const t = useT("settings");
  const [making, setMaking] = useState(false);
  const [made, setMade] = useState<string>();
  const query = useQuery(api.staff.listApiKeys.queryOptions());
  const revoke = useWrite(api.staff.revokeApiKey.mutationOptions({ onSuccess: refetch }), { done: t("apiKeys.revoked") });
  const create = (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setMaking(true)}>
      {t("apiKeys.new")}
    </Button>
  );
  return (
    <SettingsPage title={t("tab.apiKeys")} subtitle={t("apiKeys.subtitle")} actions={create}>
      <Stack gap="md" maw={860}>
        {made && <ShownOnce text={made} explain={t("apiKeys.once")} onClose={() => setMade(undefined)} />}
        <Loaded query={query}>
          {({ rows }) =>
            rows.length === 0 ? (
              <EmptyState icon={IconKey} title={t("apiKeys.empty")} text={t("apiKeys.emptyText")} />
            ) : (
              rows.map((row) => (
                <Panel
                  key={row.id}
                  title={row.name}
                  action={
                    <Button
                      size="compact-sm"
                      variant="light"
                      color="red"
                      loading={revoke.isPending}
                      onClick={() => revoke.mutate({ apiKeyId: row.id })}
                    >
                      {t("apiKeys.revoke")}
                    </Button>
                  }
                >
                  <Group gap="xs">
                    <Text size="sm" className="tl-once">
                      {row.start}…
                    </Text>
                    {row.roles.map((role) => (
                      <Badge key={role} color="gray">
                        {t(`role.${role}`)}
                      </Badge>
                    ))}
                  </Group>
                  <Text size="xs" c="dimmed">
                    {t("apiKeys.of", { name: row.ownerName })} · <DateTime value={row.createdAt} /> ·{" "}
                    {row.lastUsedAt ? <RelativeTime value={row.lastUsedAt} /> : t("apiKeys.unused")}
                    {row.expiresAt && (
                      <>
                        {" "}
                        · {t("apiKeys.until")} <DateTime value={row.expiresAt} />
                      </>
                    )}
                  </Text>
                </Panel>
              ))
            )
          }
        </Loaded>
      </Stack>
      {making && <NewKey onClose={() => setMaking(false)} onMade={setMade} />}
    </SettingsPage>
  );
}

/** A secret that is in this answer only. */
export function ShownOnce({ text, explain, onClose }: { text: string; explain: string; onClose: () => void }) {
  const t = useT("settings");
  return (
    <Alert
      color="teal"
      role="status"
      title={explain}
      withCloseButton
      closeButtonLabel={t("common:action.close")}
      onClose={onClose}
    >
      <Group gap="xs" wrap="nowrap" align="start">
        <Text size="sm" className="tl-once">
          {text}
        </Text>
        <CopyButton value={text}>
          {({ copied, copy }) => (
            <Button size="compact-sm" variant="light" onClick={copy}>
              {copied ? t("common:action.copied") : t("common:action.copy")}
            </Button>
          )}
        </CopyButton>
      </Group>
    </Alert>
  );
}

function NewKey({ onClose, onMade }: { onClose: () => void; onMade: (key: string) => void }) {
  const t = useT("settings");
  const form = useForm({ initialValues: { name: "", roles: ["marketer"] as Role[], days: "" as number | "" } });
  const create = useWrite(
    api.staff.createApiKey.mutationOptions({
      onSuccess: ({ key }) => {
        void refetch();
        onMade(key);
        onClose();
      },
    }),
  );
  return (
    <Modal opened onClose={onClose} title={t("apiKeys.new")} closeButtonProps={{ "aria-label": t("common:action.close") }}>
      <form
        onSubmit={form.onSubmit(({ name, roles: chosen, days }) =>
          create.mutate({ name, roles: chosen, ...(days && { expiresInDays: days }) }),
        )}
      >
        <Stack gap="sm">
          <TextInput label={t("apiKeys.name")} required maxLength={60} data-autofocus {...form.getInputProps("name")} />
          <MultiSelect
            label={t("people.roles")}
            required
            data={roles.map((value) => ({ value, label: t(`role.${value}`) }))}
            {...form.getInputProps("roles")}
          />
          <NumberInput label={t("apiKeys.days")} min={1} max={3650} {...form.getInputProps("days")} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t("common:action.cancel")}
            </Button>
            <Button type="submit" loading={create.isPending}>
              {t("apiKeys.create")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
