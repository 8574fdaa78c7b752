import "./journey-map.css";
import { useFormat } from "../i18n/use-format.ts";
import { useT } from "../i18n/use-t.ts";

export interface FunnelStep {
  id: string;
  name: string;
  count: number;
}

/** How many went on, step by step; each bar opens who they are. Bars are to scale; figures say the rest. */
export function Funnel({ steps, onOpen }: { steps: FunnelStep[]; onOpen?: (stepId: string) => void }) {
  const t = useT();
  const format = useFormat();
  const most = Math.max(1, ...steps.map((step) => step.count));
  return (
    <ol className="tl-funnel">
      {steps.map((step, index) => {
        const before = steps[index - 1];
        const style = { height: `${(step.count / most) * 100}%` };
        return (
          <li key={step.id}>
            <div className="tl-funnel-head">
              <b>{step.name}</b>
              <span>{format.number(step.count)}</span>
            </div>
            {onOpen ? (
              <button
                type="button"
                className="tl-funnel-bar"
                style={style}
                onClick={() => onOpen(step.id)}
                aria-label={t("card.openEvents", { name: step.name })}
              />
            ) : (
              <span className="tl-funnel-bar" style={style} />
            )}
            <small>
              {!before
                ? t("funnel.start")
                : before.count
                  ? t("funnel.rate", { rate: format.percent(step.count / before.count, 1) })
                  : "–"}
            </small>
          </li>
        );
      })}
    </ol>
  );
}
