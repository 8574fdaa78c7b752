import { useT } from "../../i18n/use-t.ts";
import { StatusBadge, type Tone } from "../../ui/status-badge.tsx";
import type { Quote } from "./types.ts";

const tones: Partial<Record<Quote["status"], Tone>> = { in_approval: "waiting", ready: "active" };

export function QuoteStatus({ status }: { status: Quote["status"] }) {
  const t = useT("quotes");
  return <StatusBadge status={status} label={t(`status.${status}`)} {...(tones[status] && { tone: tones[status] })} />;
}
