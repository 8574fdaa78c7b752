import { useFormat } from "../../i18n/use-format.ts";

/** A share as a figure and a bar. */
export function Share({ of, bad, text }: { of: number; bad?: boolean; text?: string }) {
  const format = useFormat();
  return (
    <>
      <span>{text ?? format.percent(of, 1)}</span>
      <span className="tl-bar" data-bad={bad || undefined} aria-hidden>
        <span style={{ width: `${Math.max(1.5, 100 * Math.min(1, of))}%` }} />
      </span>
    </>
  );
}
