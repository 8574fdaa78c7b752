import { Tooltip } from "@mantine/core";
import { useLive } from "../api/live.ts";
import { useFormat } from "../i18n/use-format.ts";
import { useT } from "../i18n/use-t.ts";

/** Whether what is on the screen stays fresh by itself, and when something last moved. */
export function LiveIndicator() {
  const t = useT();
  const format = useFormat();
  const { status, lastHintAt } = useLive();
  if (status === "off") return null;
  const label = t(`live.${status}`);
  const when = lastHintAt ? t("live.updated", { when: format.relative(lastHintAt) }) : "";
  return (
    <Tooltip label={when || label}>
      <span className="tl-live" data-status={status} role="status">
        <span className="tl-live-dot" aria-hidden />
        {label}
      </span>
    </Tooltip>
  );
}
