import { Card, Group, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { api } from "../../api/client.ts";
import { live } from "../../api/query-client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { TextLink } from "../../ui/links.tsx";
import { serviceNouns } from "./types.ts";

/** What the next invoice will ask, and where it is worked out line by line. Nothing when there is nothing to bill. */
export function NextInvoiceLine() {
  const t = useT("portal-services");
  const format = useFormat();
  const preview = useQuery({ ...api.invoices.myNextInvoice.queryOptions(), ...live(...serviceNouns), retry: false }).data;
  if (!preview?.documents.length) return null;
  const total = preview.documents.map((document) => format.money(document.totalMinor, document.currency)).join(" + ");
  return (
    <Card component="section" aria-label={t("next.title")}>
      <Group justify="space-between" gap="xs">
        <div>
          <Text fw={600}>{t("next.title")}</Text>
          <Text size="sm" c="dimmed">
            {t("next.text", { day: format.date(preview.asOf), total })}
          </Text>
        </div>
        <TextLink to="/portal/usage">{t("next.open")}</TextLink>
      </Group>
    </Card>
  );
}
