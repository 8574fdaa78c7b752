import { Badge, Button, Group, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { IconSparkles } from "@tabler/icons-react";
import { useState } from "react";
import { api } from "../../api/client.ts";
import { live } from "../../api/query-client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import type { ConversationDetail } from "./conversation-words.ts";

/** What the assistant would answer to the last words, with what it read it from. The agent reads, changes, sends. */
export function SuggestedReply(props: {
  conversation: ConversationDetail;
  onUse: (suggestion: { text: string; article?: { slug: string; title: string } }) => void;
}) {
  const { conversation } = props;
  const t = useT("conversations");
  const format = useFormat();
  const [put, setPut] = useState<string>();
  const last = conversation.messages.findLast((message) => message.direction === "inbound")?.id;
  const wanted = !!conversation.waitingSince && conversation.status !== "resolved" && conversation.handledBy === "people";
  const { data } = useQuery({
    ...api.assistant.suggest.queryOptions({ input: { conversationId: conversation.id } }),
    ...live("message"),
    enabled: wanted,
  });
  const suggestion = wanted && put !== last ? data?.suggestion : undefined;
  if (!suggestion) return null;
  return (
    <section className="tl-suggestion" aria-label={t("suggestion")}>
      <Group gap="xs" justify="space-between">
        <Group gap={6}>
          <IconSparkles size={15} stroke={1.8} aria-hidden />
          <Text size="sm" fw={600} component="h2">
            {t("suggestion")}
          </Text>
          <Badge color="violet" size="sm">
            {t("suggestion.score", { intent: t(`intent.${suggestion.intent}`), score: format.percent(suggestion.score) })}
          </Badge>
        </Group>
        <Group gap={4}>
          <Button size="compact-sm" variant="subtle" color="gray" onClick={() => setPut(last)}>
            {t("suggestion.dismiss")}
          </Button>
          <Button
            size="compact-sm"
            variant="light"
            onClick={() => {
              const [source] = suggestion.evidence;
              props.onUse({
                text: suggestion.text,
                ...(suggestion.articleSlug && source && { article: { slug: suggestion.articleSlug, title: source.label } }),
              });
              setPut(last);
            }}
          >
            {t("suggestion.use")}
          </Button>
        </Group>
      </Group>
      <Text size="sm" lineClamp={3} my={6}>
        {suggestion.text}
      </Text>
      {suggestion.evidence.length > 0 && (
        <Text size="xs" c="dimmed">
          {t("suggestion.from", { source: suggestion.evidence.map((one) => one.label).join(" · ") })}
        </Text>
      )}
    </section>
  );
}
