import { useQuery } from "@tanstack/react-query";
import { now } from "../../api/now.ts";
import { api } from "../../api/client.ts";
import { live } from "../../api/query-client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { StatusBadge } from "../../ui/status-badge.tsx";
import { addDays, dayKey, startOf } from "../appointments/calendar-days.ts";
import { visitNouns, visitTone } from "../appointments/visit-words.ts";
import { WorkPanel } from "./work-panel.tsx";

/** The visits of today: mine as a technician, everyone's as a planner. */
export function VisitsToday() {
  const t = useT("home");
  const format = useFormat();
  const today = dayKey(new Date(now()));
  const query = useQuery({
    ...api.appointments.board.queryOptions({ input: { from: startOf(today), to: startOf(addDays(today, 1)) } }),
    ...live(...visitNouns),
  });
  return (
    <WorkPanel
      title={t("visits.title")}
      query={query}
      all={{ to: "/appointments" }}
      empty={t("visits.empty")}
      rows={({ rows }) =>
        rows.map((visit) => ({
          id: visit.id,
          title: `${format.time(visit.startsAt)} · ${visit.customerName}`,
          note: `${visit.technicianName} · ${visit.address.city}`,
          badge: (
            <StatusBadge status={visit.status} tone={visitTone[visit.status]} label={t(`appointments:status.${visit.status}`)} />
          ),
          to: { to: "/appointments/$appointmentId", params: { appointmentId: visit.id } },
        }))
      }
    />
  );
}
