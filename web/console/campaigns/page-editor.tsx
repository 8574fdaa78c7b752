import { Button, Group, Select, SimpleGrid, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useT } from "../../i18n/use-t.ts";
import { benefitIcons, type BenefitIconName } from "../../ui/landing/benefit-icon.tsx";
import { replaced } from "./campaign-words.ts";
import type { PageDraft } from "./draft.ts";
import { ListTools } from "./list-tools.tsx";

type Lists = "benefits" | "steps" | "questions";
const most: Record<Lists, number> = { benefits: 6, steps: 6, questions: 10 };

/** The words of a landing page in one language: the promise, why, how, what people ask, and what the button says. */
export function PageEditor(props: {
  page: PageDraft;
  /** The same in the other language, to begin from. */
  other: PageDraft;
  choice: ReactNode;
  onChange: (page: PageDraft) => void;
}) {
  const { page } = props;
  const t = useT("campaigns");
  const set = (change: Partial<PageDraft>): void => props.onChange({ ...page, ...change });
  const line = (key: "eyebrow" | "title" | "price" | "priceNote" | "action", maxLength: number, required = false) => (
    <TextInput
      label={t(`page.${key}`)}
      description={t(`page.${key}Help`)}
      required={required}
      maxLength={maxLength}
      value={page[key]}
      onChange={(event) => set({ [key]: event.currentTarget.value })}
    />
  );
  const add = (list: Lists, onAdd: () => void) => (
    <Button
      variant="light"
      size="xs"
      w="fit-content"
      leftSection={<IconPlus size={14} aria-hidden />}
      disabled={page[list].length >= most[list]}
      onClick={onAdd}
    >
      {t(`page.${list}Add`)}
    </Button>
  );
  return (
    <Stack gap="md">
      <Group justify="space-between">
        {props.choice}
        <Button variant="subtle" size="compact-sm" onClick={() => props.onChange(props.other)}>
          {t("edit.takeOther")}
        </Button>
      </Group>
      {line("eyebrow", 80)}
      {line("title", 150, true)}
      <Textarea
        label={t("page.lead")}
        description={t("page.leadHelp")}
        required
        autosize
        minRows={2}
        maxLength={600}
        value={page.lead}
        onChange={(event) => set({ lead: event.currentTarget.value })}
      />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        {line("price", 80)}
        {line("priceNote", 200)}
      </SimpleGrid>
      {line("action", 60, true)}
      <Text component="h2" fw={650}>
        {t("page.benefits")}
      </Text>
      {page.benefits.map((benefit, at) => (
        <section key={at} className="tl-piece" aria-label={`${t("page.benefit")} ${at + 1}`}>
          <header>
            <Select
              size="xs"
              aria-label={t("page.icon")}
              placeholder={t("icon.tick")}
              clearable
              data={benefitIcons.map((value) => ({ value, label: t(`icon.${value}`) }))}
              value={benefit.icon ?? null}
              onChange={(value) => {
                const { title, text } = benefit;
                const next = { title, text, ...(value && { icon: value as BenefitIconName }) };
                set({ benefits: replaced(page.benefits, at, next) });
              }}
            />
            <ListTools
              list={page.benefits}
              at={at}
              name={`${t("page.benefit")} ${at + 1}`}
              onChange={(benefits) => set({ benefits })}
            />
          </header>
          <TextInput
            aria-label={t("page.benefitTitle")}
            placeholder={t("page.benefitTitle")}
            maxLength={100}
            value={benefit.title}
            onChange={(event) => set({ benefits: replaced(page.benefits, at, { ...benefit, title: event.currentTarget.value }) })}
          />
          <Textarea
            aria-label={t("page.benefitText")}
            placeholder={t("page.benefitText")}
            autosize
            maxLength={400}
            value={benefit.text}
            onChange={(event) => set({ benefits: replaced(page.benefits, at, { ...benefit, text: event.currentTarget.value }) })}
          />
        </section>
      ))}
      {add("benefits", () => set({ benefits: [...page.benefits, { title: "", text: "" }] }))}
      <Text component="h2" fw={650}>
        {t("page.steps")}
      </Text>
      {page.steps.map((step, at) => (
        <Group key={at} wrap="nowrap" gap="xs">
          <TextInput
            flex={1}
            aria-label={`${t("page.step")} ${at + 1}`}
            maxLength={200}
            value={step}
            onChange={(event) => set({ steps: replaced(page.steps, at, event.currentTarget.value) })}
          />
          <ListTools list={page.steps} at={at} name={`${t("page.step")} ${at + 1}`} onChange={(steps) => set({ steps })} />
        </Group>
      ))}
      {add("steps", () => set({ steps: [...page.steps, ""] }))}
      <Text component="h2" fw={650}>
        {t("page.questions")}
      </Text>
      {page.questions.map((one, at) => (
        <section key={at} className="tl-piece" aria-label={`${t("page.question")} ${at + 1}`}>
          <header>
            <Text size="sm" fw={600}>{`${t("page.question")} ${at + 1}`}</Text>
            <ListTools
              list={page.questions}
              at={at}
              name={`${t("page.question")} ${at + 1}`}
              onChange={(questions) => set({ questions })}
            />
          </header>
          <TextInput
            aria-label={t("page.question")}
            placeholder={t("page.question")}
            maxLength={200}
            value={one.question}
            onChange={(event) =>
              set({ questions: replaced(page.questions, at, { ...one, question: event.currentTarget.value }) })
            }
          />
          <Textarea
            aria-label={t("page.answer")}
            placeholder={t("page.answer")}
            autosize
            maxLength={1_000}
            value={one.answer}
            onChange={(event) => set({ questions: replaced(page.questions, at, { ...one, answer: event.currentTarget.value }) })}
          />
        </section>
      ))}
      {add("questions", () => set({ questions: [...page.questions, { question: "", answer: "" }] }))}
    </Stack>
  );
}
