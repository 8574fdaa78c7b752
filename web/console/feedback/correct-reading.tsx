import { Badge, Button, Group, MultiSelect, SegmentedControl, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useCan } from "../../api/can.ts";
import { api } from "../../api/client.ts";
import { queryClient } from "../../api/query-client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { useWrite } from "../../ui/use-write.ts";
import { type FeedbackRow, toneColor, tones } from "./feedback-list.tsx";

/** How a text was understood; who may, puts it right with a click, and the engine learns from it at night. */
export function CorrectReading({ row, names }: { row: FeedbackRow; names: Map<string, string> }) {
  const t = useT("feedback");
  const format = useFormat();
  const can = useCan();
  const [tone, setTone] = useState<FeedbackRow["sentiment"]>(row.sentiment);
  const [themes, setThemes] = useState<string[]>(row.themes);
  const [corrected, setCorrected] = useState(row.corrected);
  const correct = useWrite(
    {
      ...api.feedback.correct.mutationOptions(),
      onSuccess: () => {
        setCorrected(true);
        return queryClient.invalidateQueries({ queryKey: api.feedback.key() });
      },
    },
    { done: t("correct.done") },
  );
  const by = corrected ? t("corrected") : t("confidence", { share: format.percent(row.confidence) });
  if (!can("work on feedback"))
    return (
      <Group gap="xs">
        <Badge color={toneColor[row.sentiment]}>{t(`tone.${row.sentiment}`)}</Badge>
        <Text size="sm" c="dimmed">
          {by}
        </Text>
        {row.themes.map((theme) => (
          <Badge key={theme} variant="outline">
            {names.get(theme) ?? theme}
          </Badge>
        ))}
      </Group>
    );
  const choose = (sentiment: FeedbackRow["sentiment"], next: string[]): void => {
    setTone(sentiment);
    setThemes(next);
    correct.mutate({ feedbackId: row.id, sentiment, themes: next });
  };
  const known = [...new Set([...names.keys(), ...row.themes])];
  return (
    <Stack gap="xs">
      <SegmentedControl
        aria-label={t("tone")}
        value={tone}
        disabled={correct.isPending}
        onChange={(value) => choose(tones.find((each) => each === value) ?? tone, themes)}
        data={tones.map((value) => ({ value, label: t(`tone.${value}`) }))}
      />
      <MultiSelect
        label={t("themes")}
        data={known.map((value) => ({ value, label: names.get(value) ?? value }))}
        value={themes}
        onChange={(next) => choose(tone, next)}
        placeholder={themes.length === 0 ? t("correct.noTheme") : ""}
        searchable
        hidePickedOptions
      />
      <Group justify="space-between" gap="xs">
        <Text size="xs" c="dimmed">
          {by}. {t("correct.help")}
        </Text>
        {!corrected && (
          <Button size="compact-xs" variant="subtle" loading={correct.isPending} onClick={() => choose(tone, themes)}>
            {t("correct.right")}
          </Button>
        )}
      </Group>
    </Stack>
  );
}
