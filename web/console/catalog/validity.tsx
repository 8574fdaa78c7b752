import { useT } from "../../i18n/use-t.ts";
import { StatusBadge } from "../../ui/status-badge.tsx";
import { DateTime } from "../../ui/values.tsx";
import { today } from "../day.ts";

interface Span {
  validFrom: string;
  validUntil: string | null;
}
export type SpanState = "now" | "toCome" | "over";

export const spanState = ({ validFrom, validUntil }: Span): SpanState =>
  validFrom > today() ? "toCome" : validUntil && validUntil < today() ? "over" : "now";

/** From when until when something holds. */
export function Validity({ validFrom, validUntil }: Span) {
  const t = useT("catalog");
  return (
    <>
      {t("prices.from")} <DateTime value={validFrom} />
      {validUntil && (
        <>
          {" "}
          {t("prices.until")} <DateTime value={validUntil} />
        </>
      )}
    </>
  );
}

/** Whether it holds today. */
export function SpanBadge(span: Span) {
  const t = useT("catalog");
  const state = spanState(span);
  return (
    <StatusBadge
      status={state}
      tone={state === "now" ? "good" : state === "toCome" ? "info" : "neutral"}
      label={t(`span.${state}`)}
    />
  );
}
