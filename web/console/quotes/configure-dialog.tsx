import { Button, Chip, Fieldset, Group, Modal, Select, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../api/client.ts";
import { useSubmitKey } from "../../api/use-submit-key.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { Loaded } from "../../ui/loaded.tsx";
import { useWrite } from "../../ui/use-write.ts";
import { ConfigurationConflict } from "./configuration-conflict.tsx";
import { ConfiguredLines } from "./configured-lines.tsx";
import { type Question, useConfiguration } from "./use-configuration.ts";
import { useRefreshed } from "./use-refreshed.ts";

/** Answers a guide of the shop for the customer: only what works together gets on the quote, in one go. */
export function ConfigureDialog({ quoteId, onClose }: { quoteId: string; onClose: () => void }) {
  const t = useT("quotes");
  const { locale } = useFormat();
  const { key } = useSubmitKey();
  const [asked, setAsked] = useState<string | null>(null);
  const guides = useQuery(api.configuration.online.queryOptions());
  const guide = asked ?? guides.data?.rows[0]?.slug ?? "";
  const { query, choices, answer, take, keep, reset } = useConfiguration(guide);
  const refreshed = useRefreshed(quoteId);
  const add = useWrite(
    api.quotes.addConfiguration.mutationOptions({
      context: { idempotencyKey: key },
      onSuccess: async () => {
        await refreshed.onSuccess();
        onClose();
      },
    }),
    { done: ({ lines }) => t("configure.done", { count: lines }) },
  );
  return (
    <Modal opened onClose={onClose} size="lg" title={t("configure.title")} closeButtonProps={{ "aria-label": t("action.close") }}>
      <Stack gap="md">
        {(guides.data?.rows.length ?? 0) > 1 && (
          <Select
            label={t("configure.guide")}
            allowDeselect={false}
            data={guides.data?.rows.map(({ slug, name }) => ({ value: slug, label: name[locale] })) ?? []}
            value={guide}
            onChange={(slug) => {
              setAsked(slug);
              reset();
            }}
          />
        )}
        {guides.data?.rows.length === 0 && <Text c="dimmed">{t("configure.none")}</Text>}
        {guide && (
          <Loaded query={query}>
            {(now) => (
              <>
                {now.questions.map((question) => (
                  <QuestionField key={question.key} question={question} onAnswer={(feature) => answer(question, feature)} />
                ))}
                {now.conflict && (
                  <ConfigurationConflict configuration={now} conflict={now.conflict} onTake={take} onKeep={keep} />
                )}
                <ConfiguredLines configuration={now} />
              </>
            )}
          </Loaded>
        )}
        <Group justify="flex-end" gap="xs" className="tl-sticky-foot">
          <Button variant="default" onClick={onClose}>
            {t("action.cancel")}
          </Button>
          <Button
            loading={add.isPending}
            disabled={!query.data || query.isPlaceholderData}
            onClick={() => add.mutate({ quoteId, guide, choices })}
          >
            {t("configure.add")}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

/** What an earlier answer rules out can still be touched: it then says why, and how to have it after all. */
function QuestionField({ question, onAnswer }: { question: Question; onAnswer: (feature: string) => void }) {
  const t = useT("quotes");
  const { locale } = useFormat();
  const isAnswered = question.options.some((option) => option.chosen && option.status === "selected");
  return (
    <Fieldset legend={question.label[locale]}>
      <Group gap="xs">
        {question.options.map((option) => {
          const isOut = option.status === "excluded" && !option.chosen && !(question.kind === "one" && isAnswered);
          const isForced = option.forced && option.status === "selected";
          return (
            <Chip
              key={option.feature}
              type="checkbox"
              checked={option.status === "selected"}
              variant={isOut ? "outline" : "light"}
              disabled={isForced}
              onChange={() => onAnswer(option.feature)}
            >
              {option.label[locale]}
              {isForced && ` · ${t("configure.included")}`}
              {isOut && ` · ${t("configure.out")}`}
            </Chip>
          );
        })}
      </Group>
    </Fieldset>
  );
}
