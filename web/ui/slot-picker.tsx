import "./forms.css";
import { Button, Text } from "@mantine/core";
import { useId, useState } from "react";
import { useFormat } from "../i18n/use-format.ts";
import { useT } from "../i18n/use-t.ts";

export interface Slot {
  id: string;
  from: string;
  to: string;
}

const daysAtOnce = 6;

/** Slots that are really feasible, by day, the next days first, as radio buttons large enough for a thumb. */
export function SlotPicker({
  slots,
  value,
  onChange,
}: {
  slots: readonly Slot[];
  value: string | undefined;
  onChange: (slotId: string) => void;
}) {
  const t = useT();
  const format = useFormat();
  const group = useId();
  const [upTo, setUpTo] = useState(daysAtOnce);
  if (!slots.length) return <Text c="dimmed">{t("slot.none")}</Text>;
  const days = [...Map.groupBy(slots, (slot) => new Date(slot.from).toDateString())];
  const chosen = days.findIndex(([, ofDay]) => ofDay.some((slot) => slot.id === value));
  const shown = days.slice(0, Math.max(upTo, chosen + 1));
  return (
    <div className="tl-slots" role="group" aria-label={t("slot.choose")}>
      {shown.map(([day, ofDay]) => (
        <fieldset key={day}>
          <legend>{format.day(new Date(day))}</legend>
          <div className="tl-slots-day">
            {ofDay.map((slot) => (
              <label key={slot.id} className="tl-score-point">
                <input type="radio" name={group} value={slot.id} checked={slot.id === value} onChange={() => onChange(slot.id)} />
                <span>{t("slot.range", { from: format.time(slot.from), to: format.time(slot.to) })}</span>
              </label>
            ))}
          </div>
        </fieldset>
      ))}
      {shown.length < days.length && (
        <Button variant="default" onClick={() => setUpTo(shown.length + daysAtOnce)}>
          {t("slot.later")}
        </Button>
      )}
    </div>
  );
}
