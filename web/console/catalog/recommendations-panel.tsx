import { ActionIcon, Badge, Button, Group, Text } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useCan } from "../../api/can.ts";
import { api } from "../../api/client.ts";
import { queryClient } from "../../api/query-client.ts";
import { client } from "../../api/client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { Panel } from "../../ui/record-page.tsx";
import { useWrite } from "../../ui/use-write.ts";
import type { OfferingDetail } from "./offering.tsx";
import { RecommendDialog } from "./recommend-dialog.tsx";

const refetch = () => queryClient.invalidateQueries({ queryKey: api.recommendations.key() });

/** What is proposed with it: stated by us, then learnt from orders, each with its reason. */
export function RecommendationsPanel({ offering }: { offering: OfferingDetail }) {
  const t = useT("catalog");
  const { locale } = useFormat();
  const mayChange = useCan()("change the catalogue");
  const [adding, setAdding] = useState(false);
  const { sku } = offering;
  const { data } = useQuery(api.recommendations.list.queryOptions({ input: { skus: sku as never, limit: 10 } }));
  const withdraw = useWrite(api.recommendations.withdraw.mutationOptions({ onSuccess: refetch }), {
    done: t("done.withdrawn"),
    undo: async (_, { withSku }) => {
      const row = data?.rows.find((one) => one.sku === withSku);
      if (row) await client.recommendations.state({ sku, withSku, kind: row.kind, reason: row.reason });
      await refetch();
    },
  });
  return (
    <Panel
      title={t("goesWith.title")}
      action={
        mayChange && (
          <Button size="compact-sm" variant="light" onClick={() => setAdding(true)}>
            {t("goesWith.add")}
          </Button>
        )
      }
    >
      {data?.rows.length === 0 && <Text size="sm">{t("goesWith.none")}</Text>}
      <ul className="tl-plain-list">
        {data?.rows.map((row) => (
          <li key={row.sku}>
            <Group justify="space-between" wrap="nowrap" align="start" gap="xs">
              <Text size="sm" fw={550}>
                {row.name[locale]}
              </Text>
              {mayChange && row.lift === null && (
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size="sm"
                  aria-label={t("goesWith.withdraw", { name: row.name[locale] })}
                  onClick={() => withdraw.mutate({ sku, withSku: row.sku })}
                >
                  <IconTrash size={15} aria-hidden />
                </ActionIcon>
              )}
            </Group>
            <Text size="xs" c="dimmed" mb={4}>
              {row.reason[locale]}
            </Text>
            <Badge color={row.lift === null ? "indigo" : "gray"}>
              {t(row.lift === null ? `goesWith.${row.kind}` : "goesWith.learnt")}
            </Badge>
          </li>
        ))}
      </ul>
      {adding && <RecommendDialog offering={offering} onClose={() => setAdding(false)} />}
    </Panel>
  );
}
