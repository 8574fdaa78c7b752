import "./forms.css";
import { IconAlertTriangle, IconCheck, IconLoader2, IconX } from "@tabler/icons-react";
import type { ReactNode } from "react";
import type { Instant } from "../i18n/format.ts";
import { useFormat } from "../i18n/use-format.ts";
import { useT } from "../i18n/use-t.ts";

export interface TrackStep {
  id: string;
  name: string;
  state: "done" | "current" | "next" | "late" | "failed";
  /** When it happened, or when it is promised. */
  at?: Instant | null;
  note?: ReactNode;
}

const icons = { done: IconCheck, current: IconLoader2, late: IconAlertTriangle, failed: IconX, next: null };

/** Where an order is, in the customer's words. Changes are announced to screen readers as they come. */
export function OrderTracker({ steps, label }: { steps: TrackStep[]; label: string }) {
  const t = useT();
  const format = useFormat();
  const when = (at: Instant): string => (typeof at === "string" && at.length === 10 ? format.date(at) : format.dateTime(at));
  return (
    <ol className="tl-track" aria-label={label} aria-live="polite">
      {steps.map((step, index) => {
        const Icon = icons[step.state];
        return (
          <li key={step.id} data-state={step.state} aria-current={step.state === "current" ? "step" : undefined}>
            <span className="tl-track-dot" aria-hidden>
              {Icon ? <Icon size={16} stroke={2.2} /> : index + 1}
            </span>
            <div>
              <div className="tl-track-name">{step.name}</div>
              <div className="tl-track-note">
                <span className="tl-track-state">{t(`track.${step.state}`)}</span>
                {step.at && <span>{step.state === "done" ? when(step.at) : t("track.promised", { date: when(step.at) })}</span>}
                {step.note}
              </div>
            </div>
          </li>
        );
      })}
    </ol>
  );
}
