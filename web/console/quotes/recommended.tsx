import { Button, Group, Stack, Text } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { api } from "../../api/client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { useWrite } from "../../ui/use-write.ts";
import { useRefreshed } from "./use-refreshed.ts";

/** What goes well with what is on the quote, each with its reason, one click away. */
export function Recommended({ quoteId }: { quoteId: string }) {
  const t = useT("quotes");
  const { locale } = useFormat();
  const found = useQuery(api.quotes.recommended.queryOptions({ input: { quoteId } }));
  const add = useWrite(api.quotes.addLine.mutationOptions(useRefreshed(quoteId)), { done: t("done.added") });
  const rows = (found.data?.rows ?? []).slice(0, 3);
  if (rows.length === 0) return null;
  return (
    <Stack gap={6} mt="md">
      <Text size="xs" fw={600} c="dimmed">
        {t("recommended.title")}
      </Text>
      {rows.map((row) => (
        <Group key={row.sku} justify="space-between" wrap="nowrap">
          <Text size="sm">
            <strong>{row.name[locale]}</strong>{" "}
            <Text span c="dimmed" size="sm">
              {row.reason[locale]}
            </Text>
          </Text>
          <Button
            size="compact-sm"
            variant="light"
            leftSection={<IconPlus size={14} aria-hidden />}
            aria-label={t("recommended.add", { name: row.name[locale] })}
            disabled={add.isPending}
            onClick={() => add.mutate({ quoteId, sku: row.sku })}
          >
            {t("common:action.add")}
          </Button>
        </Group>
      ))}
    </Stack>
  );
}
