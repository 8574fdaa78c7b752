import { Button, Group, Textarea } from "@mantine/core";
import { useState } from "react";
import { api } from "../../api/client.ts";
import { queryClient } from "../../api/query-client.ts";
import { useT } from "../../i18n/use-t.ts";
import { useWrite } from "../../ui/use-write.ts";

/** Writes back as the person a caught mail was for. */
export function AnswerMail({ mailId, person }: { mailId: string; person: string }) {
  const t = useT("status");
  const [text, setText] = useState("");
  const answer = useWrite(
    api.messaging.answerCaught.mutationOptions({
      onSuccess: () => {
        setText("");
        return queryClient.invalidateQueries();
      },
    }),
    { done: t("mail.answered") },
  );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        answer.mutate({ mailId, text });
      }}
    >
      <Textarea
        label={t("mail.answerAs", { person })}
        description={t("mail.answerWhy")}
        autosize
        minRows={3}
        required
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Group justify="flex-end" mt="xs">
        <Button type="submit" loading={answer.isPending} disabled={text.trim() === ""}>
          {t("mail.answer")}
        </Button>
      </Group>
    </form>
  );
}
