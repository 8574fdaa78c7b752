import "./quotes.css";
import { Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { api } from "../../api/client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { Panel } from "../../ui/record-page.tsx";

/** When a quote needs someone's agreement, a sentence a rule; they are changed in the decision tables. */
export function ApprovalLimits() {
  const t = useT("quotes");
  const { locale } = useFormat();
  const { data } = useQuery({ ...api.rules.list.queryOptions(), staleTime: 60_000 });
  const table = data?.rows.find(({ key }) => key === "quote_approval");
  if (!table) return null;
  return (
    <div className="tl-approval-limits">
      <Panel title={t("limits.title")}>
        {table.rules.length === 0 && <Text size="sm">{t("limits.none")}</Text>}
        <ul className="tl-limits">
          {table.rules.map((rule) => (
            <li key={rule.id}>
              <Text size="sm">
                {t("limits.rule", { reason: rule.reason[locale], role: t(`role.${rule.outcome["approver"] ?? "admin"}`) })}
              </Text>
            </li>
          ))}
        </ul>
        <Text size="xs" c="dimmed" mt="sm">
          {t("limits.text", { version: table.version, table: table.name[locale] })}
        </Text>
      </Panel>
    </div>
  );
}
