import { useQuery } from "@tanstack/react-query";
import { api } from "../../api/client.ts";
import { live } from "../../api/query-client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { StatusBadge } from "../../ui/status-badge.tsx";
import { kpiTarget, kpiValue } from "../kpis/kpi-words.ts";
import { WorkPanel } from "./work-panel.tsx";

/** Figures that miss their target for sure: the test behind each has fired. */
export function TargetsMissed() {
  const t = useT("home");
  const words = useT("kpis");
  const format = useFormat();
  const query = useQuery({ ...api.kpis.list.queryOptions({ input: { state: "missed" } }), ...live("kpi") });
  return (
    <WorkPanel
      title={t("targets.title")}
      query={query}
      urgent
      all={{ to: "/kpis" }}
      empty={t("targets.empty")}
      rows={({ rows }) =>
        rows.map((kpi) => ({
          id: kpi.key,
          title: kpi.name[format.locale],
          note: t("targets.target", { target: kpiTarget(format, words, kpi) }),
          badge: kpi.value !== null && <StatusBadge status="late" label={kpiValue(format, words, kpi.unit, kpi.value)} />,
          to: { to: "/kpis/$key", params: { key: kpi.key } },
        }))
      }
    />
  );
}
