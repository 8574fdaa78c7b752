import { Badge, Button, Group, Stack, Text, Textarea } from "@mantine/core";
import { useState } from "react";
import { useCan } from "../../api/can.ts";
import { api } from "../../api/client.ts";
import { useT } from "../../i18n/use-t.ts";
import { Panel } from "../../ui/record-page.tsx";
import { useWrite } from "../../ui/use-write.ts";
import { RelativeTime } from "../../ui/values.tsx";
import { useRefreshed } from "./use-refreshed.ts";
import type { Quote } from "./types.ts";

/** What was said about the quote, by the customer and by us, oldest first. */
export function QuoteComments({ quote }: { quote: Quote }) {
  const t = useT("quotes");
  const can = useCan();
  const [text, setText] = useState("");
  const refreshed = useRefreshed(quote.id);
  const answer = useWrite(
    api.quotes.comment.mutationOptions({
      onSuccess: async () => {
        setText("");
        await refreshed.onSuccess();
      },
    }),
    { done: t("done.commented") },
  );
  const wasSent = quote.versions.some((version) => version.sentAt !== null);
  if (quote.comments.length === 0 && !wasSent) return null;
  return (
    <Panel title={t("comments.title")}>
      <Stack gap="sm">
        {quote.comments.length === 0 && (
          <Text size="sm" c="dimmed">
            {t("comments.empty")}
          </Text>
        )}
        {quote.comments.map((comment) => (
          <div key={comment.id} className="tl-comment" data-by={comment.by}>
            <Group gap="xs">
              <Text size="sm" fw={600}>
                {comment.byName}
              </Text>
              <Text size="xs" c="dimmed">
                v{comment.version} · <RelativeTime value={comment.at} />
              </Text>
              {comment.asksChange && <Badge color="yellow">{t("comments.asksChange")}</Badge>}
            </Group>
            <p>{comment.comment}</p>
          </div>
        ))}
        {can("work on quotes") && wasSent && (
          <form
            onSubmit={(event) => {
              event.preventDefault();
              answer.mutate({ quoteId: quote.id, comment: text });
            }}
          >
            <Textarea
              aria-label={t("comments.answer")}
              placeholder={t("comments.answer")}
              autosize
              minRows={2}
              maxLength={2000}
              value={text}
              onChange={(event) => setText(event.currentTarget.value)}
            />
            <Button mt="xs" size="sm" type="submit" loading={answer.isPending} disabled={text.trim() === ""}>
              {t("comments.send")}
            </Button>
          </form>
        )}
      </Stack>
    </Panel>
  );
}
