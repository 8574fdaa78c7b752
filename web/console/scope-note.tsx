import { Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { api, type client } from "../api/client.ts";
import { useFormat } from "../i18n/use-format.ts";
import { useT } from "../i18n/use-t.ts";

type Filter = NonNullable<Parameters<typeof client.customers.eventCount>[0]>;

/** A figure counts everyone, its events open within one's own scope: says how many of them the reader does not see. Nothing when they see all. */
export function ScopeNote({ filter }: { filter: Filter }) {
  const t = useT();
  const format = useFormat();
  const counted = useQuery(api.customers.eventCount.queryOptions({ input: filter })).data;
  if (!counted || counted.visible === counted.total) return null;
  return (
    <Text size="sm">
      {t("scope.note", {
        visible: format.number(counted.visible),
        total: `${format.number(counted.total)}${counted.more ? "+" : ""}`,
      })}
    </Text>
  );
}
