import "./campaigns.css";
import { Alert, Badge, Button, Card, Group, Modal, NumberInput, SimpleGrid, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { IconMailForward, IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useCan } from "../../api/can.ts";
import { api, type client } from "../../api/client.ts";
import { live, queryClient } from "../../api/query-client.ts";
import type { Locale } from "../../i18n/locale.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { Page } from "../../ui/page.tsx";
import { StatCard } from "../../ui/stat-card.tsx";
import { useWrite } from "../../ui/use-write.ts";
import { CampaignTabs } from "./campaign-tabs.tsx";
import { replaced } from "./campaign-words.ts";
import { emptyMail, isMailComplete } from "./draft.ts";
import { ListTools } from "./list-tools.tsx";
import { LocaleChoice } from "./locale-choice.tsx";
import { MailEditor } from "./mail-editor.tsx";
import { MailPreview } from "./mail-preview.tsx";

type Shown = Awaited<ReturnType<typeof client.leads.nurture>>["steps"][number];
type Step = Pick<Shown, "key" | "afterDays" | "mail">;

/** What somebody receives who left their details and went quiet: after how long, with which words, and what came of it. */
export default function Nurture() {
  const t = useT("campaigns");
  const query = useQuery({ ...api.leads.nurture.queryOptions(), ...live("lead", "message") });
  return (
    <Page title={t("common:area.campaigns")} subtitle={t("nurture.subtitle")}>
      <CampaignTabs />
      <Loaded query={query}>
        {({ steps, handOverScore }) => (
          <Stack gap="lg" maw={920}>
            <Alert title={t("nurture.who")}>{t("nurture.rules", { score: handOverScore })}</Alert>
            <Sequence steps={steps} />
          </Stack>
        )}
      </Loaded>
    </Page>
  );
}

function Sequence({ steps }: { steps: Shown[] }) {
  const t = useT("campaigns");
  const can = useCan();
  const [edited, setEdited] = useState<number>();
  const change = useWrite(
    api.leads.changeNurture.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: api.leads.nurture.key() }),
    }),
    { done: t("done.saved") },
  );
  const may = can("change lead settings");
  const save = (list: readonly Step[]): Promise<unknown> =>
    change.mutateAsync({ steps: list.map(({ key, afterDays, mail }) => ({ key, afterDays, mail })) });
  // a step keeps its place in time when it changes places: the waits stay, the words move
  const reorder = (list: Shown[]): void => {
    const isShorter = list.length < steps.length;
    void save(list.map((step, at) => ({ ...step, afterDays: isShorter ? step.afterDays : steps[at]!.afterDays })));
  };
  const add = may && (
    <Button
      variant="light"
      w="fit-content"
      leftSection={<IconPlus size={16} aria-hidden />}
      disabled={steps.length >= 10}
      onClick={() => setEdited(steps.length)}
    >
      {t("nurture.add")}
    </Button>
  );
  return (
    <>
      {steps.length === 0 && (
        <EmptyState icon={IconMailForward} title={t("nurture.empty")} text={t("nurture.emptyText")} action={add} />
      )}
      <ol className="tl-nurture">
        {steps.map((step, at) => (
          <li key={step.key}>
            <div className="tl-nurture-wait">
              {t(at === 0 ? "nurture.first" : "nurture.then", {
                count: at === 0 ? step.afterDays : step.afterDays - steps[at - 1]!.afterDays,
              })}
            </div>
            <StepCard
              step={step}
              tools={
                may && (
                  <>
                    <Button variant="default" size="xs" onClick={() => setEdited(at)}>
                      {t("common:action.edit")}
                    </Button>
                    <ListTools list={steps} at={at} name={t("nurture.step", { n: at + 1 })} onChange={reorder} />
                  </>
                )
              }
              title={t("nurture.step", { n: at + 1 })}
            />
          </li>
        ))}
      </ol>
      {steps.length > 0 && add}
      {edited !== undefined && (
        <StepDialog
          step={steps[edited] ?? fresh(steps)}
          least={(steps[edited - 1]?.afterDays ?? 0) + 1}
          most={(steps[edited + 1]?.afterDays ?? 366) - 1}
          saving={change.isPending}
          onClose={() => setEdited(undefined)}
          onSave={async (step) => {
            await save(edited < steps.length ? replaced(steps as Step[], edited, step) : [...steps, step]);
            setEdited(undefined);
          }}
        />
      )}
    </>
  );
}

/** A step after the last, with a name nobody bears yet. */
function fresh(steps: readonly Step[]): Step {
  let n = steps.length + 1;
  while (steps.some((step) => step.key === `step_${n}`)) n += 1;
  return { key: `step_${n}`, afterDays: (steps.at(-1)?.afterDays ?? 0) + 7, mail: { en: emptyMail(), fr: emptyMail() } };
}

function StepCard({ step, title, tools }: { step: Shown; title: string; tools: React.ReactNode }) {
  const t = useT("campaigns");
  const format = useFormat();
  const rate = (part: number): string => (step.sent > 0 ? ` · ${format.percent(part / step.sent)}` : "");
  return (
    <Card component="section" aria-label={title}>
      <Stack gap="sm">
        <Group justify="space-between" align="start">
          <div>
            <Group gap="xs">
              <Title order={2} size="h4">
                {title}
              </Title>
              <Badge>{t("nurture.waiting", { count: step.waiting })}</Badge>
            </Group>
            <Text fw={600} mt={6}>
              {step.mail[format.locale].subject}
            </Text>
            <Text size="sm" c="dimmed">
              {step.mail[format.locale].preview}
            </Text>
          </div>
          <Group gap={4} wrap="nowrap">
            {tools}
          </Group>
        </Group>
        <SimpleGrid cols={3} spacing="sm">
          <StatCard label={t("figure.sent")} value={format.number(step.sent)} />
          <StatCard label={`${t("figure.opened")}${rate(step.opened)}`} value={format.number(step.opened)} />
          <StatCard label={`${t("figure.clicked")}${rate(step.clicked)}`} value={format.number(step.clicked)} />
        </SimpleGrid>
      </Stack>
    </Card>
  );
}

function StepDialog(props: {
  step: Step;
  least: number;
  most: number;
  saving: boolean;
  onClose: () => void;
  onSave: (step: Step) => Promise<unknown>;
}) {
  const t = useT("campaigns");
  const format = useFormat();
  const [step, setStep] = useState(props.step);
  const [locale, setLocale] = useState<Locale>(format.locale);
  const missing = (["fr", "en"] as const).filter((one) => !isMailComplete(step.mail[one]));
  return (
    <Modal
      opened
      fullScreen
      onClose={props.onClose}
      title={t("nurture.edit")}
      closeButtonProps={{ "aria-label": t("common:action.close") }}
    >
      <div className="tl-write">
        <Stack gap="md">
          <NumberInput
            label={t("nurture.after")}
            description={t("nurture.afterHelp")}
            min={props.least}
            max={props.most}
            allowDecimal={false}
            value={step.afterDays}
            onChange={(value) => typeof value === "number" && setStep({ ...step, afterDays: value })}
            w={280}
          />
          <MailEditor
            mail={step.mail[locale]}
            other={step.mail[locale === "fr" ? "en" : "fr"]}
            choice={<LocaleChoice value={locale} onChange={setLocale} missing={missing} />}
            onChange={(mail) => setStep({ ...step, mail: { ...step.mail, [locale]: mail } })}
          />
        </Stack>
        <div className="tl-write-look">
          <MailPreview mail={step.mail[locale]} locale={locale} slug="page" />
        </div>
      </div>
      <div className="tl-write-foot">
        <Text size="sm" c="dimmed" role="status">
          {missing.length > 0
            ? t("edit.stillMissing", { what: missing.map((one) => `${t("missing.mail")} (${one.toUpperCase()})`).join(", ") })
            : t("edit.bothLanguages")}
        </Text>
        <Button variant="default" onClick={props.onClose}>
          {t("common:action.cancel")}
        </Button>
        <Button disabled={missing.length > 0} loading={props.saving} onClick={() => void props.onSave(step).catch(() => {})}>
          {t("common:action.save")}
        </Button>
      </div>
    </Modal>
  );
}
