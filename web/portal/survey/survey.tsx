import { Button, Card, Stack, Text, Textarea } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { api } from "../../api/client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { Loaded } from "../../ui/loaded.tsx";
import { ScoreInput } from "../../ui/score-input.tsx";
import { useWrite } from "../../ui/use-write.ts";
import { DoneCard } from "../done-card.tsx";
import { PortalPage } from "../portal-page.tsx";

/** One question, one answer, no account. Nothing is chosen beforehand, and nothing is sent before the button. */
export default function Survey() {
  const t = useT("portal-survey");
  const { locale } = useFormat();
  const { token = "" } = useSearch({ strict: false }) as { token?: string };
  const [score, setScore] = useState<number>();
  const [comment, setComment] = useState("");
  const survey = useQuery({ ...api.surveys.open.queryOptions({ input: { token } }), retry: false });
  const answer = useWrite({ ...api.surveys.answer.mutationOptions(), onSuccess: () => void survey.refetch() });
  return (
    <PortalPage width="narrow" title={t("title")}>
      <Loaded query={survey}>
        {(asked) =>
          asked.answered ? (
            <DoneCard title={t("thanks")} text={t("thanksText")} />
          ) : (
            <Card padding="lg">
              <Stack>
                {asked.about && (
                  <Text size="sm" c="dimmed">
                    {t("about", { about: asked.about })}
                  </Text>
                )}
                <ScoreInput kind={asked.kind} question={asked.question[locale]} value={score} onChange={setScore} required />
                <Textarea
                  label={asked.followUp[locale]}
                  description={t("optional")}
                  autosize
                  minRows={3}
                  maxLength={2000}
                  value={comment}
                  onChange={(event) => setComment(event.currentTarget.value)}
                />
                <Button
                  size="md"
                  disabled={score === undefined}
                  loading={answer.isPending}
                  onClick={() =>
                    score !== undefined && answer.mutate({ token, score, ...(comment.trim() && { comment: comment.trim() }) })
                  }
                >
                  {t("send")}
                </Button>
              </Stack>
            </Card>
          )
        }
      </Loaded>
    </PortalPage>
  );
}
