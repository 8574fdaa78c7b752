import { Alert, Button, Stack, Text, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { api } from "../../api/client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { useWrite } from "../../ui/use-write.ts";
import type { Draft, ShownTable, Trial } from "./types.ts";

/** Facts in, answer out, with the rules that gave it and why; nothing is decided. Of the draft, while there is one. */
export function TryPanel(props: {
  table: ShownTable;
  draft: Draft | null;
  blocked: boolean;
  trial: Trial | null;
  onTrial: (trial: Trial) => void;
}) {
  const { table, draft, blocked, trial } = props;
  const t = useT("rules");
  const { locale } = useFormat();
  const [facts, setFacts] = useState<Record<string, string>>({});
  const run = useWrite({ ...api.rules.try.mutationOptions(), onSuccess: props.onTrial });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const given = table.inputs.map(({ name, type }) => {
      const fact = (facts[name] ?? "").trim();
      if (fact === "") return [name, null] as const; // unknown: only "-" passes
      return [name, type === "number" ? fact.replace(",", ".").replaceAll(/[\s\u00a0\u202f]/g, "") : fact] as const;
    });
    const rules = draft && { hitPolicy: draft.hitPolicy, rules: draft.rules };
    run.mutate({ key: table.key, facts: Object.fromEntries(given), ...(rules && { draft: rules }) });
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        {table.inputs.map(({ name, label, type }) => (
          <TextInput
            key={name}
            size="sm"
            label={label[locale]}
            inputMode={type === "number" ? "decimal" : "text"}
            placeholder={t("try.unknown")}
            value={facts[name] ?? ""}
            onChange={(event) => {
              const { value } = event.currentTarget;
              setFacts((was) => ({ ...was, [name]: value }));
            }}
          />
        ))}
        <Button type="submit" variant="light" loading={run.isPending} disabled={blocked}>
          {draft ? t("try.runDraft") : t("try.run")}
        </Button>
        {blocked && (
          <Text size="xs" c="dimmed">
            {t("try.blocked")}
          </Text>
        )}
        <div role="status">{trial && <Answer table={table} trial={trial} shown={draft ?? table} />}</div>
      </Stack>
    </form>
  );
}

function Answer({ table, trial, shown }: { table: ShownTable; trial: Trial; shown: Draft }) {
  const t = useT("rules");
  const { locale } = useFormat();
  if (trial.fired.length === 0)
    return (
      <Alert color="gray" p="xs">
        {t(`try.nothing.${shown.hitPolicy}`)}
      </Alert>
    );
  const place = (id: string) => shown.rules.findIndex((rule) => rule.id === id) + 1;
  return (
    <Stack gap="xs">
      {trial.fired.map((fired) => (
        <div key={fired.rule} className="tl-answer">
          <strong>
            {table.outputs
              .map(({ name, label, values }) => {
                const answer = fired.outcome[name] ?? "";
                return t("findings.part", {
                  name: label[locale],
                  test: values?.find(({ value }) => value === answer)?.label[locale] ?? answer,
                });
              })
              .join(" · ")}
          </strong>
          <span>{t("try.because", { rule: place(fired.rule), reason: fired.reason[locale] })}</span>
        </div>
      ))}
    </Stack>
  );
}
