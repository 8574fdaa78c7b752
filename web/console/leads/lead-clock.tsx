import { Badge } from "@mantine/core";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import type { LeadRow } from "./lead-words.ts";

/** Where the clock of a first answer stands: kept, running out, or missed. The words say it, the colour repeats it. */
export function LeadClock({ lead }: { lead: Pick<LeadRow, "status" | "respondBy" | "respondedAt" | "late"> }) {
  const t = useT("leads");
  const format = useFormat();
  if (!lead.respondBy) return null;
  if (lead.respondedAt)
    return lead.late ? (
      <Badge color="yellow">{t("clock.answeredLate")}</Badge>
    ) : (
      <Badge color="teal">{t("clock.answered")}</Badge>
    );
  if (lead.status === "converted" || lead.status === "disqualified") return null;
  const when = format.relative(lead.respondBy);
  return lead.late ? (
    <Badge color="red">{t("clock.late", { when })}</Badge>
  ) : (
    <Badge color="indigo">{t("clock.due", { when })}</Badge>
  );
}
