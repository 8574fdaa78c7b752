import { Text } from "@mantine/core";
import { useT } from "../../i18n/use-t.ts";
import { shareOfDay } from "./calendar-days.ts";
import { VisitCard } from "./visit-card.tsx";
import type { DispatchBoard } from "./visit-words.ts";

const [opens, closes] = [7, 20];
const hours = Array.from({ length: closes - opens }, (_, at) => opens + at);

/** A day: a lane per technician, visits where they stand between 7 and 20 h. */
export function DayLanes({ board, day }: { board: DispatchBoard; day: string }) {
  const t = useT("appointments");
  return (
    // a scrolling region must be reachable without a mouse
    <div className="tl-dispatch-scroll" role="group" aria-label={t("board.label")} tabIndex={0}>
      <div className="tl-lanes">
        <div className="tl-lane tl-lane-head" aria-hidden>
          <span />
          <div className="tl-lane-time">
            {hours.map((hour) => (
              <span key={hour}>{hour} h</span>
            ))}
          </div>
        </div>
        {board.technicians.map((technician) => (
          <section key={technician.id} className="tl-lane" aria-label={technician.name}>
            <Text size="sm" fw={600}>
              {technician.name}
            </Text>
            <div className="tl-lane-time">
              {board.rows
                .filter((visit) => visit.technicianId === technician.id)
                .map((visit) => {
                  const from = shareOfDay(visit.startsAt, day, opens, closes);
                  const to = shareOfDay(visit.endsAt, day, opens, closes);
                  return (
                    <div
                      key={visit.id}
                      className="tl-lane-visit"
                      style={{ insetInlineStart: `${from * 100}%`, width: `${(to - from) * 100}%` }}
                    >
                      <VisitCard visit={visit} />
                    </div>
                  );
                })}
            </div>
          </section>
        ))}
        {board.technicians.length === 0 && <Text p="md">{t("board.nobody")}</Text>}
      </div>
    </div>
  );
}
