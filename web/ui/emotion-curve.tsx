import { area, curveMonotoneX, line } from "d3-shape";
import { useId } from "react";
import { useFormat } from "../i18n/use-format.ts";
import { useT } from "../i18n/use-t.ts";
import { emotionInk, FaceShape, nearestEmotion } from "./face.tsx";

export interface EmotionPoint {
  id: string;
  name: string;
  /** Mean between -2 and +2; null when nobody answered: the curve stops, it never invents. */
  value: number | null;
  n: number;
}

const height = 132;
const step = 180;
const y = (value: number): number => height / 2 - value * 25;

/** How customers felt, stage by stage, each point a button with its number of answers. */
export function EmotionCurve({ points, onOpen }: { points: EmotionPoint[]; onOpen?: (point: EmotionPoint) => void }) {
  const t = useT();
  const format = useFormat();
  const id = useId();
  const width = points.length * step;
  const placed = points.map((point, index) => ({ ...point, x: step * (index + 0.5) }));
  const known = (point: EmotionPoint): boolean => point.value !== null;
  const stroke = line<(typeof placed)[number]>(
    ({ x }) => x,
    ({ value }) => y(value ?? 0),
  )
    .defined(known)
    .curve(curveMonotoneX)(placed);
  const fill = area<(typeof placed)[number]>(
    ({ x }) => x,
    y(0),
    ({ value }) => y(value ?? 0),
  )
    .defined(known)
    .curve(curveMonotoneX)(placed);
  const words = (point: EmotionPoint): string =>
    point.value === null
      ? t("map.emotionGap", { stage: point.name })
      : t("map.emotionFigure", {
          stage: point.name,
          face: t(`face.${nearestEmotion(point.value)}`),
          value: format.delta(point.value, 1),
          n: format.number(point.n),
        });
  return (
    <div className="tl-curve" style={{ height }}>
      <svg viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" aria-hidden focusable="false">
        <defs>
          <linearGradient id={`${id}h`} x1="0" x2={width} y1="0" y2="0" gradientUnits="userSpaceOnUse">
            {placed.filter(known).map((point) => (
              <stop key={point.id} offset={point.x / width} stopColor={emotionInk(point.value ?? 0)} />
            ))}
          </linearGradient>
        </defs>
        <line x1="0" x2={width} y1={y(0)} y2={y(0)} className="tl-curve-zero" />
        <path d={fill ?? ""} fill={`url(#${id}h)`} opacity="0.1" />
        <path
          d={stroke ?? ""}
          fill="none"
          stroke={`url(#${id}h)`}
          strokeWidth="3"
          strokeLinecap="round"
          vectorEffect="non-scaling-stroke"
        />
      </svg>
      {placed.map((point) => (
        <span
          key={point.id}
          className="tl-curve-point"
          style={{ left: `${(point.x / width) * 100}%`, top: point.value === null ? y(0) : y(point.value) }}
        >
          {point.value === null ? (
            <span className="tl-curve-gap" title={words(point)}>
              <span aria-hidden>–</span>
              <span className="tl-hidden">{words(point)}</span>
            </span>
          ) : (
            <button type="button" onClick={() => onOpen?.(point)} aria-label={words(point)} title={words(point)}>
              <svg width="30" height="30" viewBox="-13 -13 26 26" aria-hidden focusable="false">
                <FaceShape value={nearestEmotion(point.value)} />
              </svg>
              <span aria-hidden>{t("card.n", { n: format.number(point.n) })}</span>
            </button>
          )}
        </span>
      ))}
    </div>
  );
}
