import { Group, Stack, Text } from "@mantine/core";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import type { LeadDetail } from "./lead-words.ts";

/** Where each point of a score comes from: nothing is a black box. */
export function ScoreReasons({ fit, engagement, reasons }: Pick<LeadDetail, "fit" | "engagement" | "reasons">) {
  const t = useT("leads");
  const format = useFormat();
  return (
    <Stack gap="xs">
      <Text size="sm" c="dimmed">
        {t("score.parts", { fit, engagement })}
      </Text>
      {reasons.length === 0 && <Text size="sm">{t("score.none")}</Text>}
      <ul className="tl-plain-list">
        {reasons.map((reason) => (
          <li key={reason.key}>
            <Group justify="space-between" wrap="nowrap" gap="sm">
              <Text size="sm">
                {reason.label[format.locale]}
                {reason.count > 1 && (
                  <Text size="xs" c="dimmed" span>
                    {" "}
                    × {reason.count}
                  </Text>
                )}
              </Text>
              <Text size="sm" fw={620} className="tl-figure">
                {format.delta(reason.points, 1)}
              </Text>
            </Group>
          </li>
        ))}
      </ul>
    </Stack>
  );
}
