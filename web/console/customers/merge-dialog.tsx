import { Alert, Badge, Button, Group, Modal, Paper, Stack, Text, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ApiError } from "../../api/api-error.ts";
import { api, client } from "../../api/client.ts";
import { queryClient } from "../../api/query-client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { tellError, tellUndo } from "../../ui/toast.tsx";
import type { CustomerRecord } from "./customer-words.ts";

interface Other {
  customerId: string;
  name: string;
  number: string;
  city: string | null;
  score?: number;
  reasons?: string[];
}

/** Merges another account into this one. Candidates come with their reasons; any other can be searched. It can be undone. */
export function MergeDialog({ customer, onClose }: { customer: CustomerRecord["customer"]; onClose: () => void }) {
  const t = useT("customers");
  const format = useFormat();
  const [text, setText] = useState("");
  const [search] = useDebouncedValue(text, 250);
  const [sure, setSure] = useState<Other>();
  const [busy, setBusy] = useState(false);
  const candidates = useQuery(api.customers.duplicates.queryOptions({ input: { customerId: customer.id } }));
  const found = useQuery({ ...api.customers.list.queryOptions({ input: { search, limit: 8 } }), enabled: search.length > 1 });
  const others: Other[] =
    search.length > 1
      ? (found.data?.rows ?? [])
          .filter((row) => row.id !== customer.id)
          .map((row) => ({ customerId: row.id, name: row.name, number: row.number, city: row.city }))
      : (candidates.data?.rows ?? []);

  const merge = async (other: Other, despiteVerified: boolean): Promise<void> => {
    setBusy(true);
    try {
      const { id } = await client.customers.merge({ customerId: customer.id, mergedId: other.customerId, despiteVerified });
      await queryClient.invalidateQueries({ queryKey: api.customers.key() });
      onClose();
      tellUndo({
        message: t("merge.done", { name: other.name }),
        undo: async () => {
          await client.customers.split({ mergeId: id });
          await queryClient.invalidateQueries({ queryKey: api.customers.key() });
        },
      });
    } catch (error) {
      if (error instanceof ApiError && error.code === "merge.two_verified") setSure(other);
      else tellError(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t("merge.title", { name: customer.name })}
      closeButtonProps={{ "aria-label": t("common:action.close") }}
    >
      <Stack gap="md">
        <Text size="sm" c="dimmed">
          {t("merge.explain", { name: customer.name })}
        </Text>
        {sure && (
          <Alert color="yellow" role="alert" title={t("merge.twoVerified")}>
            <Text size="sm">{t("merge.twoVerifiedText", { first: customer.name, second: sure.name })}</Text>
            <Group gap="xs" mt="sm">
              <Button size="compact-sm" color="red" loading={busy} onClick={() => void merge(sure, true)}>
                {t("merge.anyway")}
              </Button>
              <Button size="compact-sm" variant="default" onClick={() => setSure(undefined)}>
                {t("common:action.cancel")}
              </Button>
            </Group>
          </Alert>
        )}
        <TextInput
          type="search"
          label={t("merge.search")}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        {others.length === 0 && !candidates.isPending && (
          <Text size="sm" c="dimmed">
            {search.length > 1 ? t("merge.nobody") : t("merge.noCandidate")}
          </Text>
        )}
        {others.map((other) => (
          <Paper key={other.customerId} withBorder p="sm">
            <Group justify="space-between" wrap="nowrap">
              <div>
                <Text fw={600}>{other.name}</Text>
                <Text size="xs" c="dimmed">
                  {[other.number, other.city].filter(Boolean).join(" · ")}
                </Text>
                {other.reasons && (
                  <Group gap={4} mt={4}>
                    {other.reasons.map((reason) => (
                      <Badge key={reason} size="sm" color="gray">
                        {t(`reason.${reason}`)}
                      </Badge>
                    ))}
                    {other.score !== undefined && (
                      <Text size="xs" c="dimmed">
                        {t("merge.score", { percent: format.percent(other.score) })}
                      </Text>
                    )}
                  </Group>
                )}
              </div>
              <Button variant="light" loading={busy} onClick={() => void merge(other, false)}>
                {t("merge.this")}
              </Button>
            </Group>
          </Paper>
        ))}
      </Stack>
    </Modal>
  );
}
