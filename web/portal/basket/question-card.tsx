import { Alert, Card, Text } from "@mantine/core";
import { IconBan, IconCheck } from "@tabler/icons-react";
import { useState } from "react";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { tellError } from "../../ui/toast.tsx";
import { reasonsFor } from "../../ui/rule-reasons.ts";
import type { Question } from "./use-basket.ts";

type Reason = { reasons: string[]; choices: string[] };

/** One question. What an earlier answer rules out can still be touched: it then says why, and how to get it after all. */
export function QuestionCard(props: {
  number: number;
  question: Question;
  busy: boolean;
  onChoose: (feature: string) => void;
  onWhy: (feature: string) => Promise<Reason>;
}) {
  const { question } = props;
  const t = useT("portal-shop");
  const { locale } = useFormat();
  const [why, setWhy] = useState<Reason>();
  const hasOwnAnswer = question.options.some((option) => option.chosen && option.status === "selected");
  const touch = (option: Question["options"][number]): void => {
    setWhy(undefined);
    if (option.forced && option.status === "selected") props.onWhy(option.feature).then(setWhy, tellError);
    else props.onChoose(option.feature);
  };
  return (
    <Card component="fieldset" padding="md" className="tl-question">
      <legend>
        {props.number}. {question.label[locale]}
      </legend>
      {question.kind === "many" && (
        <Text size="sm" c="dimmed" mb={8}>
          {t("question.many")}
        </Text>
      )}
      <div className="tl-question-options">
        {question.options.map((option) => {
          const isOut = option.status === "excluded" && !option.chosen && !(question.kind === "one" && hasOwnAnswer);
          return (
            <button
              key={option.feature}
              type="button"
              className="tl-option"
              aria-pressed={option.status === "selected"}
              data-out={isOut || undefined}
              aria-disabled={props.busy || undefined} // not disabled: that would throw the focus of a keyboard away
              onClick={() => !props.busy && touch(option)}
            >
              <span className="tl-option-mark" aria-hidden>
                {option.status === "selected" ? <IconCheck size={15} stroke={2.4} /> : isOut ? <IconBan size={15} /> : null}
              </span>
              <span>
                {option.label[locale]}
                {option.forced && option.status === "selected" && <small>{t("option.included")}</small>}
                {isOut && <small>{t("option.out")}</small>}
              </span>
            </button>
          );
        })}
      </div>
      {why && (
        <Alert mt="sm" color="indigo" withCloseButton closeButtonLabel={t("action.close")} onClose={() => setWhy(undefined)}>
          {reasonsFor(why.reasons, locale).join(" ")}
          {why.choices.length > 0 && ` ${t("option.because", { choices: why.choices.join(", ") })}`}
        </Alert>
      )}
    </Card>
  );
}
