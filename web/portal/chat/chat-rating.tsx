import { Button, Card, Group, Stack, Text, Textarea } from "@mantine/core";
import { useState } from "react";
import { api } from "../../api/client.ts";
import { useT } from "../../i18n/use-t.ts";
import { ScoreInput } from "../../ui/score-input.tsx";
import { useWrite } from "../../ui/use-write.ts";

/** How it went, in one touch and, if one likes, in words. One may change one's mind. */
export function ChatRating(props: { input: { conversationId: string; key?: string }; rating: number | null }) {
  const t = useT("portal-help");
  const [score, setScore] = useState<number | undefined>(props.rating ?? undefined);
  const [comment, setComment] = useState("");
  const [done, setDone] = useState(props.rating !== null);
  const rate = useWrite(api.conversations.rateChat.mutationOptions({ onSuccess: () => setDone(true) }));
  if (done)
    return (
      <Group gap="xs" mb="sm">
        <Text size="sm" role="status">
          {t("rate.thanks")}
        </Text>
        <Button size="compact-sm" variant="subtle" onClick={() => setDone(false)}>
          {t("rate.change")}
        </Button>
      </Group>
    );
  return (
    <Card padding="md" mb="sm" component="section" aria-label={t("rate.question")}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (score) rate.mutate({ ...props.input, score, ...(comment.trim() && { comment: comment.trim() }) });
        }}
      >
        <Stack gap="sm">
          <ScoreInput kind="csat" question={t("rate.question")} value={score} onChange={setScore} required />
          {score !== undefined && (
            <Textarea
              label={t("rate.comment")}
              autosize
              minRows={2}
              maxLength={2_000}
              value={comment}
              onChange={(event) => setComment(event.currentTarget.value)}
            />
          )}
          <Group justify="flex-end">
            <Button type="submit" disabled={score === undefined} loading={rate.isPending}>
              {t("rate.send")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Card>
  );
}
