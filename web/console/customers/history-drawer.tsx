import { Badge, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { api } from "../../api/client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { Loaded } from "../../ui/loaded.tsx";
import { PeekDrawer } from "../../ui/peek-drawer.tsx";

/** What each field was before, who changed it and when; of one field, or of all. */
export function HistoryDrawer({
  customerId,
  field,
  opened,
  onClose,
}: {
  customerId: string;
  field: string | undefined;
  opened: boolean;
  onClose: () => void;
}) {
  const t = useT("customers");
  const format = useFormat();
  const query = useQuery({
    ...api.customers.history.queryOptions({ input: { customerId, limit: 100, ...(field && { field }) } }),
    enabled: opened,
  });
  return (
    <PeekDrawer
      title={field ? t("history.of", { field: t(`col.${field}`) }) : t("history.title")}
      opened={opened}
      onClose={onClose}
    >
      <Loaded query={query}>
        {({ rows }) => (
          <Stack gap="md" component="ol" className="tl-plain-list">
            {rows.length === 0 && <Text c="dimmed">{t("history.none")}</Text>}
            {rows.map((row) => (
              <li key={row.id}>
                <Text size="sm" fw={600}>
                  {t(`col.${row.field}`)}{" "}
                  {row.subjectType === "contact" && (
                    <Badge size="sm" color="gray">
                      {t("history.contact")}
                    </Badge>
                  )}
                </Text>
                <Text size="sm">
                  <s>{worded(row.before)}</s> → {worded(row.after)}
                </Text>
                <Text size="xs" c="dimmed">
                  {format.dateTime(row.changedAt)} · {row.actorName ?? t(`common:actor.${row.actorType}`)}
                </Text>
              </li>
            ))}
          </Stack>
        )}
      </Loaded>
    </PeekDrawer>
  );
}

function worded(value: unknown): string {
  if (value === null || value === undefined || value === "") return "–";
  if (Array.isArray(value)) return value.map(worded).join(", ") || "–";
  if (typeof value === "object") return Object.values(value).map(worded).join(", ");
  return String(value);
}
