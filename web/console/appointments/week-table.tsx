import { Text } from "@mantine/core";
import { now } from "../../api/now.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { addDays, dayKey } from "./calendar-days.ts";
import { VisitCard } from "./visit-card.tsx";
import type { DispatchBoard } from "./visit-words.ts";

/** A week: a row per technician, a column per day. */
export function WeekTable({ board, first }: { board: DispatchBoard; first: string }) {
  const t = useT("appointments");
  const format = useFormat();
  const days = Array.from({ length: 7 }, (_, at) => addDays(first, at));
  const today = dayKey(new Date(now()));
  return (
    // a scrolling region must be reachable without a mouse
    <div className="tl-dispatch-scroll" role="group" aria-label={t("board.label")} tabIndex={0}>
      <table className="tl-dispatch-week">
        <thead>
          <tr>
            <th scope="col">{t("technician")}</th>
            {days.map((day) => (
              <th key={day} scope="col" data-today={day === today || undefined}>
                {format.dayShort(day)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {board.technicians.map((technician) => (
            <tr key={technician.id}>
              <th scope="row">
                {technician.name}
                <Text size="xs" c="dimmed" fw={400}>
                  {technician.skills.join(", ")}
                </Text>
              </th>
              {days.map((day) => (
                <td key={day} data-today={day === today || undefined}>
                  {board.rows
                    .filter((visit) => visit.technicianId === technician.id && dayKey(new Date(visit.startsAt)) === day)
                    .map((visit) => (
                      <VisitCard key={visit.id} visit={visit} />
                    ))}
                </td>
              ))}
            </tr>
          ))}
          {board.technicians.length === 0 && (
            <tr>
              <td colSpan={8}>{t("board.nobody")}</td>
            </tr>
          )}
        </tbody>
      </table>
    </div>
  );
}
