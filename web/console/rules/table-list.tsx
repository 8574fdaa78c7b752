import { Badge } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { api } from "../../api/client.ts";
import { live } from "../../api/query-client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { TextLink } from "../../ui/links.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { Page } from "../../ui/page.tsx";
import { DateTime } from "../../ui/values.tsx";
import { PlainTable } from "../catalog/plain-table.tsx";
import "./rules.css";

/** The decisions that are tables of data: who asks each, its version, and whether something in it wants a look. */
export default function TableList() {
  const t = useT("rules");
  const { locale, number } = useFormat();
  const query = useQuery({ ...api.rules.list.queryOptions(), ...live("decision_table") });
  return (
    <Page title={t("common:area.rules")} subtitle={t("list.subtitle")}>
      <Loaded query={query}>
        {({ rows }) => (
          <PlainTable
            label={t("common:area.rules")}
            head={[t("col.name"), t("col.usedBy"), t("col.rules"), t("col.version"), t("col.changed"), t("col.warnings")]}
            rows={rows.map((table) => ({
              id: table.key,
              cells: [
                <TextLink key="name" to="/rules/$key" params={{ key: table.key }} fw={600}>
                  {table.name[locale]}
                </TextLink>,
                <span key="used" className="tl-sentence">
                  {table.usedBy?.[locale] ?? t("usedByNothing")}
                </span>,
                number(table.rules.length),
                number(table.version),
                <span key="changed">
                  <DateTime value={table.updatedAt} />
                  {table.updatedByName && ` · ${table.updatedByName}`}
                </span>,
                table.warnings > 0 ? (
                  <Badge key="warnings" color="orange" variant="light">
                    {t("warnings", { count: table.warnings })}
                  </Badge>
                ) : (
                  <Badge key="warnings" color="teal" variant="light">
                    {t("noWarning")}
                  </Badge>
                ),
              ],
            }))}
            empty={<EmptyState title={t("list.none")} />}
          />
        )}
      </Loaded>
    </Page>
  );
}
