import "./quotes.css";
import { Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useCan } from "../../api/can.ts";
import { api } from "../../api/client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { LinkButton } from "../../ui/links.tsx";
import { Panel } from "../../ui/record-page.tsx";

/** When a quote needs someone's agreement, a sentence a rule; they are changed in the decision tables. */
export function ApprovalLimits() {
  const t = useT("quotes");
  const { locale } = useFormat();
  const mayChange = useCan()("change decision tables");
  const { data } = useQuery({ ...api.rules.list.queryOptions(), staleTime: 60_000 });
  const table = data?.rows.find(({ key }) => key === "quote_approval");
  if (!table) return null;
  return (
    <div className="tl-approval-limits">
      <Panel
        title={t("limits.title")}
        action={
          <LinkButton size="compact-sm" variant="light" to="/rules/$key" params={{ key: table.key }}>
            {t(mayChange ? "limits.change" : "limits.see")}
          </LinkButton>
        }
      >
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
