import { useT } from "../i18n/use-t.ts";

export type Emotion = -2 | -1 | 0 | 1 | 2;

const inks: Record<Emotion, string> = { [-2]: "#c92a2a", [-1]: "#d9480f", 0: "#a87900", 1: "#2f8f3e", 2: "#1a7f37" };
/** How far the middle of the mouth is pulled, down for a smile. */
const mouths: Record<Emotion, number> = { [-2]: -5.5, [-1]: -3, 0: 0, 1: 3.4, 2: 6 };

/** The nearest of the five faces to a mean between -2 and +2. */
export const nearestEmotion = (value: number): Emotion => Math.max(-2, Math.min(2, Math.round(value))) as Emotion;
export const emotionInk = (value: number): string => inks[nearestEmotion(value)];

/** The face alone, to be placed inside another drawing, 24 units wide around 0,0. */
export function FaceShape({ value }: { value: Emotion }) {
  const ink = inks[value];
  const base = value > 0 ? 3.4 : value < 0 ? 6 : 4.4;
  return (
    <g stroke={ink} fill="none" strokeWidth="1.9" strokeLinecap="round">
      <circle r="11" fill="#fff" />
      <g fill="#1a1d21" stroke="none">
        <circle cx="-3.8" cy="-2.8" r="1.45" />
        <circle cx="3.8" cy="-2.8" r="1.45" />
      </g>
      {value === -2 && <path d="M-6.4-6.6l4 1.7M6.4-6.6l-4 1.7" stroke="#1a1d21" strokeWidth="1.2" />}
      {value === 2 ? (
        <path d="M-5.4 1.8h10.8a5.4 5.2 0 0 1-10.8 0z" fill="#1a1d21" stroke="none" />
      ) : (
        <path d={`M-5 ${base}q5 ${mouths[value]} 10 0`} stroke="#1a1d21" strokeWidth="1.6" />
      )}
    </g>
  );
}

/** One of five drawn faces, from very unhappy to delighted, with its name. */
export function Face({ value, size = 24 }: { value: Emotion; size?: number }) {
  const t = useT();
  return (
    <svg width={size} height={size} viewBox="-12 -12 24 24" role="img" aria-label={t(`face.${value}`)}>
      <FaceShape value={value} />
    </svg>
  );
}
