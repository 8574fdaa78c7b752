import "./forms.css";
import { type CSSProperties, useId } from "react";
import { useT } from "../i18n/use-t.ts";
import { type Emotion, FaceShape } from "./face.tsx";

const scales = { nps: { from: 0, to: 10 }, csat: { from: 1, to: 5 }, ces: { from: 1, to: 7 } };

/** The three questions everybody knows: 0-10 (NPS), 1-5 (CSAT, with faces), 1-7 (CES). Nothing is chosen beforehand. */
export function ScoreInput(props: {
  kind: keyof typeof scales;
  question: string;
  value: number | undefined;
  onChange: (score: number) => void;
  required?: boolean;
}) {
  const t = useT();
  const group = useId();
  const { from, to } = scales[props.kind];
  const points = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  return (
    <fieldset className="tl-score" style={{ "--tl-points": points.length } as CSSProperties}>
      <legend>{props.question}</legend>
      <div className="tl-score-scale" data-long={points.length > 8 || undefined}>
        {points.map((point) => (
          <label key={point} className="tl-score-point">
            <input
              type="radio"
              name={group}
              value={point}
              checked={props.value === point}
              required={props.required}
              onChange={() => props.onChange(point)}
            />
            {props.kind === "csat" && (
              <svg width="30" height="30" viewBox="-13 -13 26 26" aria-hidden focusable="false">
                <FaceShape value={(point - 3) as Emotion} />
              </svg>
            )}
            <span>{point}</span>
          </label>
        ))}
      </div>
      <div className="tl-score-ends">
        <span>{t(`score.${props.kind}.low`)}</span>
        <span>{t(`score.${props.kind}.high`)}</span>
      </div>
    </fieldset>
  );
}
