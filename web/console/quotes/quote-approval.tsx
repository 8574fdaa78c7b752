import { Alert, List, Stack, Text } from "@mantine/core";
import { IconBulb } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useCan } from "../../api/can.ts";
import { api } from "../../api/client.ts";
import { live } from "../../api/query-client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { Panel } from "../../ui/record-page.tsx";
import { ApprovalCard } from "./approval-card.tsx";
import type { Quote } from "./types.ts";

/** Who must agree, or would have to if it were submitted now, and the least change that would make it unnecessary. */
export function QuoteApproval({ quote }: { quote: Quote }) {
  const t = useT("quotes");
  const { locale } = useFormat();
  const can = useCan();
  const asked = useQuery({
    ...api.approvals.list.queryOptions({ input: { quoteId: quote.id, limit: 20 } }),
    ...live("approval"),
    enabled: can("read approvals"),
  });
  const kept = (asked.data?.rows ?? []).filter(
    (approval) => approval.version === quote.version && approval.status !== "withdrawn",
  );
  const open = quote.status === "draft" && quote.approval.roles.length > 0;
  if (!open && kept.length === 0) return null;
  return (
    <Panel title={t("approval.title")}>
      <Stack gap="sm">
        {open && (
          <>
            <Text size="sm">
              {t("approval.needed", { roles: quote.approval.roles.map((role) => t(`role.${role}`)).join(", ") })}
            </Text>
            <List size="sm" spacing={2}>
              {quote.approval.reasons.map((reason) => (
                <List.Item key={reason.en}>{reason[locale]}</List.Item>
              ))}
            </List>
            {quote.approval.counterfactual && (
              <Alert icon={<IconBulb size={18} aria-hidden />} color="indigo" p="xs">
                {quote.approval.counterfactual[locale]}
              </Alert>
            )}
          </>
        )}
        {kept.map((approval) => (
          <ApprovalCard key={approval.id} approval={approval} />
        ))}
      </Stack>
    </Panel>
  );
}
