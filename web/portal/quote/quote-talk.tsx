import { Anchor, Button, Card, Checkbox, Group, Stack, Text, Textarea, Title } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../api/client.ts";
import { useT } from "../../i18n/use-t.ts";
import { useWrite } from "../../ui/use-write.ts";
import { RelativeTime } from "../../ui/values.tsx";
import type { MyQuote } from "./types.ts";

/** Questions, wishes and answers about the quote, in one place. */
export function QuoteTalk({ quote }: { quote: MyQuote }) {
  const t = useT("portal-quote");
  const queries = useQueryClient();
  const [text, setText] = useState("");
  const [asksChange, setAsksChange] = useState(false);
  const send = useWrite(
    api.quotes.myComment.mutationOptions({
      onSuccess: async () => {
        setText("");
        setAsksChange(false);
        await queries.invalidateQueries({ queryKey: api.quotes.key() });
      },
    }),
    { done: t("comments.sent") },
  );
  return (
    <Card padding="lg">
      <Stack gap="sm">
        <Title order={2} size="h4">
          {t("comments.title")}
        </Title>
        {quote.contact && (
          <Text size="sm" c="dimmed">
            {t("contact", { name: quote.contact.name })} ·{" "}
            <Anchor size="sm" underline="always" href={`mailto:${quote.contact.email}`}>
              {quote.contact.email}
            </Anchor>
          </Text>
        )}
        {quote.comments.map((comment) => (
          <div key={comment.id} className="tl-said" data-by={comment.by}>
            <Text size="sm">
              <strong>{comment.byName}</strong>{" "}
              <Text span size="xs" c="dimmed">
                {comment.by === "staff" && `${t("comments.us")} · `}
                <RelativeTime value={comment.at} />
              </Text>
            </Text>
            <p>{comment.comment}</p>
          </div>
        ))}
        <form
          onSubmit={(event) => {
            event.preventDefault();
            send.mutate({ quoteId: quote.id, comment: text, asksChange });
          }}
        >
          <Textarea
            label={t("comments.write")}
            autosize
            minRows={2}
            maxLength={2000}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <Group justify="space-between" mt="xs">
            {quote.status === "open" ? (
              <Checkbox
                size="sm"
                label={t("comments.asksChange")}
                checked={asksChange}
                onChange={(event) => setAsksChange(event.currentTarget.checked)}
              />
            ) : (
              <span />
            )}
            <Button type="submit" variant="default" loading={send.isPending} disabled={text.trim() === ""}>
              {t("comments.send")}
            </Button>
          </Group>
        </form>
      </Stack>
    </Card>
  );
}
