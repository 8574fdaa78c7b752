import { Link } from "@tanstack/react-router";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { StatusBadge } from "../../ui/status-badge.tsx";
import { type Visit, visitTone } from "./visit-words.ts";

/** One visit on a board: when, whose, how far. Opens the visit. */
export function VisitCard({ visit }: { visit: Visit }) {
  const t = useT("appointments");
  const format = useFormat();
  return (
    <Link to="/appointments/$appointmentId" params={{ appointmentId: visit.id } as never} className="tl-visit">
      <span className="tl-figure">
        {format.time(visit.startsAt)}–{format.time(visit.endsAt)}
      </span>
      <strong>{visit.customerName}</strong>
      <span>{visit.address.city}</span>
      <StatusBadge status={visit.status} tone={visitTone[visit.status]} label={t(`status.${visit.status}`)} />
    </Link>
  );
}
